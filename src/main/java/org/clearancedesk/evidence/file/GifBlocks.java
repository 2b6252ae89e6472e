package org.clearancedesk.evidence.file;

import java.io.DataInputStream;
import java.io.IOException;

/** Goes through a moving picture block by block; each frame has a size of its own. */
final class GifBlocks {

    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2c;
    private static final int START = 0x47494638;

    private final DataInputStream bytes;

    GifBlocks(DataInputStream bytes) {
        this.bytes = bytes;
    }

    void look() throws IOException, RejectedFile {
        if (bytes.readInt() != START) {
            throw RejectedFile.otherKind();
        }
        bytes.skipNBytes(2);
        Picture.requireReasonable(number(), number());
        int flags = bytes.readUnsignedByte();
        bytes.skipNBytes(2);
        skipColours(flags);
        boolean framed = false;
        int block = bytes.readUnsignedByte();
        for (; block == EXTENSION || block == FRAME; block = bytes.read()) {
            if (block == FRAME) {
                readFrame();
                framed = true;
            } else {
                bytes.skipNBytes(1);
            }
            skipData();
        }
        if (!framed) {
            throw RejectedFile.otherKind();
        }
        CarriedFile.requireNone(bytes.readNBytes(CarriedFile.BEGINNING));
    }

    private void readFrame() throws IOException, RejectedFile {
        bytes.skipNBytes(4);
        Picture.requireReasonable(number(), number());
        skipColours(bytes.readUnsignedByte());
        bytes.skipNBytes(1);
    }

    private void skipColours(int flags) throws IOException {
        if ((flags & 0x80) != 0) {
            bytes.skipNBytes(3L << ((flags & 7) + 1));
        }
    }

    private void skipData() throws IOException {
        for (int length = bytes.readUnsignedByte(); length > 0; length = bytes.readUnsignedByte()) {
            bytes.skipNBytes(length);
        }
    }

    private int number() throws IOException {
        return bytes.readUnsignedByte() | (bytes.readUnsignedByte() << 8);
    }
}
