package org.clearancedesk.evidence;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The size that a picture claims for itself. A viewer believes it and takes the memory. */
final class Picture {

    /** More than any camera or scanner of a production gives. */
    private static final long MOST_PIXELS = 400_000_000;

    private static final int PNG_HEADER = 24;
    private static final int PNG_IMAGE = 0x49484452;
    private static final long PNG_START = 0x8950_4e47_0d0a_1a0aL;

    private Picture() {}

    static void requireReasonable(long width, long height) throws Objection {
        if (width > 0 && height > MOST_PIXELS / width) {
            throw Objection.tooManyPixels(Math.multiplyHigh(width, height) == 0 ? width * height : Long.MAX_VALUE);
        }
    }

    static void png(TemporaryFile file) throws IOException, Objection {
        ByteBuffer head = ByteBuffer.wrap(file.head(PNG_HEADER));
        if (head.limit() < PNG_HEADER || head.getLong(0) != PNG_START || head.getInt(12) != PNG_IMAGE) {
            throw Objection.otherKind();
        }
        requireReasonable(head.getInt(16) & 0xffffffffL, head.getInt(20) & 0xffffffffL);
    }

    static void jpeg(TemporaryFile file) throws IOException, Objection {
        try (DataInputStream bytes = new DataInputStream(file.stream())) {
            new JpegMarkers(bytes).look();
        } catch (EOFException ended) {
            throw Objection.otherKind();
        }
    }

    static void gif(TemporaryFile file) throws IOException, Objection {
        try (DataInputStream bytes = new DataInputStream(file.stream())) {
            new GifBlocks(bytes).look();
        } catch (EOFException ended) {
            throw Objection.otherKind();
        }
    }
}
