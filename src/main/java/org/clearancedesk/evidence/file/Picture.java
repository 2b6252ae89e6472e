package org.clearancedesk.evidence.file;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;

/** The size that a picture claims for itself. A viewer believes it and takes the memory. */
final class Picture {

    /** More than any camera or scanner of a production gives. */
    private static final long MOST_PIXELS = 400_000_000;

    private Picture() {}

    static void requireReasonable(long width, long height) throws RejectedFile {
        if (width > 0 && height > MOST_PIXELS / width) {
            throw RejectedFile.tooManyPixels(Math.multiplyHigh(width, height) == 0 ? width * height : Long.MAX_VALUE);
        }
    }

    static void png(TemporaryFile file) throws IOException, RejectedFile {
        try (DataInputStream bytes = new DataInputStream(file.stream())) {
            new PngChunks(bytes).look();
        } catch (EOFException ended) {
            throw RejectedFile.otherKind();
        }
        DecodedPicture.look(file, "png");
    }

    static void jpeg(TemporaryFile file) throws IOException, RejectedFile {
        try (DataInputStream bytes = new DataInputStream(file.stream())) {
            new JpegMarkers(bytes).look();
        } catch (EOFException ended) {
            throw RejectedFile.otherKind();
        }
        DecodedPicture.look(file, "jpeg");
    }

    static void gif(TemporaryFile file) throws IOException, RejectedFile {
        try (DataInputStream bytes = new DataInputStream(file.stream())) {
            new GifBlocks(bytes).look();
        } catch (EOFException ended) {
            throw RejectedFile.otherKind();
        }
        DecodedPicture.look(file, "gif");
    }
}
