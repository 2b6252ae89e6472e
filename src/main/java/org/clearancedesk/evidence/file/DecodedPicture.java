package org.clearancedesk.evidence.file;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.FileImageInputStream;
import org.jspecify.annotations.Nullable;

/** Draws a picture as a viewer does, small, so that only what shows something is taken for one. */
final class DecodedPicture {

    /** More take too much time and memory to draw; such a picture is judged by its structure only. */
    private static final long MOST_PIXELS = 25_000_000;

    private static final int LONGEST_SIDE = 30_000;
    private static final long DRAWN_PIXELS = 1_000_000;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private DecodedPicture() {}

    /** One at a time: a photograph that comes in several passes lies whole in the memory. */
    static synchronized void look(TemporaryFile file, String format) throws IOException, RejectedFile {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (FileImageInputStream bytes = new FileImageInputStream(file.path().toFile())) {
            reader.setInput(bytes, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            Picture.requireReasonable(width, height);
            if (width * height <= MOST_PIXELS && Math.max(width, height) <= LONGEST_SIDE) {
                draw(reader, (int) Math.ceil(Math.sqrt((double) width * height / DRAWN_PIXELS)));
            }
        } catch (IOException | RuntimeException unreadable) {
            // Bytes that were made to mislead a reader fail in ways that it did not foresee.
            throw RejectedFile.otherKind();
        } finally {
            reader.dispose();
        }
    }

    private static void draw(ImageReader reader, int step) throws IOException, RejectedFile {
        Watch watch = new Watch();
        reader.addIIOReadProgressListener(watch);
        reader.addIIOReadWarningListener(watch);
        ImageReadParam small = reader.getDefaultReadParam();
        small.setSourceSubsampling(step, step, 0, 0);
        if (reader.canReadRaster()) {
            // Without its colours, which only some photographs have in a way that is understood here.
            reader.readRaster(0, small);
        } else {
            BufferedImage drawn = reader.read(0, small);
            drawn.flush();
        }
        if (watch.isCut) {
            throw RejectedFile.otherKind();
        }
        if (watch.isTooLong) {
            throw new RejectedFile("takes too long to open. Please save the picture again, or hand in a smaller copy.");
        }
    }

    /** Stops what takes too long, and notes when pixels are missing. */
    private static final class Watch implements IIOReadProgressListener, IIOReadWarningListener {

        private final long began = System.nanoTime();
        private boolean isTooLong;
        private boolean isCut;

        @Override
        public void imageProgress(ImageReader reader, float percent) {
            if (System.nanoTime() - began > LONGEST.toNanos()) {
                isTooLong = true;
                reader.abort();
            }
        }

        @Override
        public void warningOccurred(ImageReader reader, @Nullable String warning) {
            isCut |= warning != null && warning.startsWith("Premature end");
        }

        @Override
        public void sequenceStarted(ImageReader reader, int first) {}

        @Override
        public void sequenceComplete(ImageReader reader) {}

        @Override
        public void imageStarted(ImageReader reader, int image) {}

        @Override
        public void imageComplete(ImageReader reader) {}

        @Override
        public void thumbnailStarted(ImageReader reader, int image, int thumbnail) {}

        @Override
        public void thumbnailProgress(ImageReader reader, float percent) {}

        @Override
        public void thumbnailComplete(ImageReader reader) {}

        @Override
        public void readAborted(ImageReader reader) {}
    }
}
