package org.clearancedesk.evidence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The size that a picture claims for itself. A viewer believes it and takes the memory. */
final class Picture {

    /** More than any camera or scanner of a production gives. */
    private static final long MOST_PIXELS = 400_000_000;

    private static final int MARKER = 0xff;
    private static final int FIRST_FRAME = 0xc0;
    private static final int LAST_FRAME = 0xcf;

    private Picture() {}

    static void requireReasonable(String type, byte[] content) throws Objection {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        long pixels =
                switch (type) {
                    case "image/png" -> content.length < 24 ? 0 : area(bytes.getInt(16), bytes.getInt(20));
                    case "image/gif" -> {
                        bytes.order(ByteOrder.LITTLE_ENDIAN);
                        yield content.length < 10 ? 0 : area(word(bytes, 6), word(bytes, 8));
                    }
                    case "image/jpeg" -> photograph(bytes);
                    default -> 0;
                };
        if (pixels > MOST_PIXELS) {
            throw new Objection("claims to be a picture of %,d megapixels. Please hand in a smaller copy."
                    .formatted(pixels / 1_000_000));
        }
    }

    /** Goes from marker to marker, up to the one that a frame begins with. */
    private static long photograph(ByteBuffer bytes) {
        int at = 2;
        while (at + 9 <= bytes.limit() && (bytes.get(at) & MARKER) == MARKER) {
            int marker = bytes.get(at + 1) & MARKER;
            if (marker == MARKER) {
                at++;
            } else if (isFrame(marker)) {
                return area(word(bytes, at + 7), word(bytes, at + 5));
            } else {
                at += 2 + word(bytes, at + 2);
            }
        }
        return 0;
    }

    /** Every fourth of these markers begins something else, except for the first. */
    private static boolean isFrame(int marker) {
        return marker == FIRST_FRAME || (marker > FIRST_FRAME && marker <= LAST_FRAME && marker % 4 != 0);
    }

    private static int word(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xffff;
    }

    private static long area(int width, int height) {
        long area = (width & 0xffffffffL) * (height & 0xffffffffL);
        return area < 0 ? Long.MAX_VALUE : area;
    }
}
