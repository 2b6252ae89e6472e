package org.clearancedesk.evidence.file;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;

/** Goes through a photograph from marker to marker as decoders do, up to where its pixels begin; there have to be some. */
final class JpegMarkers {

    private static final int START_OF_IMAGE = 0xffd8;
    private static final int FIRST_FRAME = 0xc0;
    private static final int LAST_FRAME = 0xcf;
    private static final int FIRST_WITHOUT_LENGTH = 0xd0;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_SCAN = 0xda;
    private static final int TEMPORARY = 0x01;

    private final DataInputStream bytes;

    JpegMarkers(DataInputStream bytes) {
        this.bytes = bytes;
    }

    void look() throws IOException, RejectedFile {
        boolean framed = false;
        if (bytes.readUnsignedShort() != START_OF_IMAGE) {
            throw RejectedFile.otherKind();
        }
        for (int marker = next(); marker != START_OF_SCAN; marker = next()) {
            if (isFrame(marker)) {
                readFrame();
                framed = true;
            } else if (marker == END_OF_IMAGE) {
                throw RejectedFile.otherKind();
            } else if (marker != TEMPORARY && (marker < FIRST_WITHOUT_LENGTH || marker > START_OF_SCAN)) {
                skipContent();
            }
        }
        bytes.skipNBytes(Math.max(0, bytes.readUnsignedShort() - 2));
        if (!framed || (bytes.readUnsignedByte() == 0xff && bytes.readUnsignedByte() == END_OF_IMAGE)) {
            throw RejectedFile.otherKind();
        }
        try {
            readToEnd();
        } catch (EOFException ended) {
            // Where nothing says that it ends, nothing stands behind its end; whether it shows something is seen when
            // it is drawn.
        }
    }

    private void skipContent() throws IOException, RejectedFile {
        int length = Math.max(0, bytes.readUnsignedShort() - 2);
        byte[] beginning = bytes.readNBytes(Math.min(length, CarriedFile.BEGINNING));
        CarriedFile.requireNoneBehindNames(beginning);
        bytes.skipNBytes(length - beginning.length);
    }

    /** Cameras put a film or a second photograph behind the first, and nobody puts a program there. */
    private void readToEnd() throws IOException, RejectedFile {
        int marker = next();
        while (marker != END_OF_IMAGE) {
            // Within the pixels there are markers without a length.
            if (marker != TEMPORARY && (marker < FIRST_WITHOUT_LENGTH || marker >= START_OF_SCAN)) {
                skipContent();
            }
            marker = next();
        }
        CarriedFile.requireNone(bytes.readNBytes(CarriedFile.BEGINNING));
    }

    /** What lies between two markers is passed over, as decoders do. */
    private int next() throws IOException {
        int read = bytes.readUnsignedByte();
        while (true) {
            while (read != 0xff) {
                read = bytes.readUnsignedByte();
            }
            while (read == 0xff) {
                read = bytes.readUnsignedByte();
            }
            if (read != 0) {
                return read;
            }
        }
    }

    private void readFrame() throws IOException, RejectedFile {
        int length = bytes.readUnsignedShort();
        bytes.readUnsignedByte();
        int height = bytes.readUnsignedShort();
        int width = bytes.readUnsignedShort();
        // Where the height is told only behind the pixels, nobody knows it before.
        if (length < 8 || height == 0 || width == 0) {
            throw RejectedFile.otherKind();
        }
        Picture.requireReasonable(width, height);
        bytes.skipNBytes(length - 7);
    }

    /** Every fourth of these markers begins something else, except for the first. */
    private static boolean isFrame(int marker) {
        return marker == FIRST_FRAME || (marker > FIRST_FRAME && marker <= LAST_FRAME && marker % 4 != 0);
    }
}
