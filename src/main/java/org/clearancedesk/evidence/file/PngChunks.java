package org.clearancedesk.evidence.file;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Goes through a picture chunk by chunk, each with the checksum that it claims, to the end of it. */
final class PngChunks {

    private static final long START = 0x8950_4e47_0d0a_1a0aL;
    private static final int HEADER = 0x49484452;
    private static final int PIXELS = 0x49444154;
    private static final int END = 0x49454e44;
    private static final int LONGEST_HEADER = 13;

    private final DataInputStream bytes;

    PngChunks(DataInputStream bytes) {
        this.bytes = bytes;
    }

    void look() throws IOException, RejectedFile {
        if (bytes.readLong() != START) {
            throw RejectedFile.otherKind();
        }
        boolean filled = false;
        int chunk = HEADER;
        for (boolean first = true; chunk != END; first = false) {
            int length = bytes.readInt();
            chunk = bytes.readInt();
            if (length < 0 || first != (chunk == HEADER) || (first && length != LONGEST_HEADER)) {
                throw RejectedFile.otherKind();
            }
            readContent(chunk, length);
            filled |= chunk == PIXELS && length > 0;
        }
        if (!filled) {
            throw RejectedFile.otherKind();
        }
        CarriedFile.requireNone(bytes.readNBytes(CarriedFile.BEGINNING));
    }

    private void readContent(int chunk, int length) throws IOException, RejectedFile {
        CRC32 sum = new CRC32();
        sum.update(ByteBuffer.allocate(4).putInt(chunk).flip());
        byte[] some = new byte[8192];
        for (int left = length; left > 0; ) {
            int read = Math.min(left, some.length);
            bytes.readFully(some, 0, read);
            if (left == length && chunk != PIXELS) {
                CarriedFile.requireNoneBehindNames(Arrays.copyOf(some, Math.min(read, CarriedFile.BEGINNING)));
            }
            sum.update(some, 0, read);
            left -= read;
        }
        if (bytes.readInt() != (int) sum.getValue()) {
            throw RejectedFile.otherKind();
        }
        if (chunk == HEADER) {
            ByteBuffer size = ByteBuffer.wrap(some);
            Picture.requireReasonable(size.getInt(0) & 0xffffffffL, size.getInt(4) & 0xffffffffL);
        }
    }
}
