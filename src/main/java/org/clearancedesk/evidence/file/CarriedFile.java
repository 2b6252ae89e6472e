package org.clearancedesk.evidence.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** What a picture, a sound or a video carries beside what it shows: no program, no page, no PDF and no archive. */
final class CarriedFile {

    /** How many bytes tell what begins there. */
    static final int BEGINNING = 1024;

    private static final int MOST_NAMES = 6;
    private static final int WINDOW = 64 * 1024;

    private static final Pattern PAGE = Pattern.compile("(?is)(\u00ef\u00bb\u00bf)?(\\s|<\\?xml[^>]*>|<!--.*?-->)*+"
            + "(<(!doctype\\s+(html|svg)|(html|head|body|script|iframe|svg|hta:application|package|job)\\b|\\?php|\\?=|%)"
            + "|%PDF-|%!PS|\\{\\\\rtf).*");

    private static final String FIRST_LETTERS = "<%{\u00ef";

    private CarriedFile() {}

    static void requireNone(FileChannel file, long from, long end) throws IOException, RejectedFile {
        int length = (int) Math.max(0, Math.min(BEGINNING, end - from));
        requireNone(bytes(file, from, length));
    }

    /** Bytes from a place on; fewer at the end. */
    static byte[] bytes(FileChannel file, long from, int length) throws IOException {
        ByteBuffer read = TemporaryFile.read(file, from, length);
        byte[] bytes = new byte[read.remaining()];
        read.get(bytes);
        return bytes;
    }

    static void requireNone(byte[] beginning) throws RejectedFile {
        boolean isOther = MagicBytes.isOther(Arrays.copyOf(beginning, Math.min(beginning.length, MagicBytes.LONGEST)))
                || (mayBePage(beginning)
                        && PAGE.matcher(new String(beginning, StandardCharsets.ISO_8859_1))
                                .matches());
        if (isOther) {
            throw new RejectedFile("carries another file in it, a program, a page, a PDF or an archive. Please save a"
                    + " copy without it.");
        }
    }

    /** There may be millions of pieces, and a look at the first letter takes no time. */
    private static boolean mayBePage(byte[] beginning) {
        int at = 0;
        while (at < beginning.length && beginning[at] > 0 && beginning[at] <= ' ') {
            at++;
        }
        return at < beginning.length && FIRST_LETTERS.indexOf(beginning[at] & 0xff) >= 0;
    }

    /** Also of what begins behind names that end with a zero each. */
    static void requireNoneBehindNames(byte[] beginning) throws RejectedFile {
        requireNone(beginning);
        int names = 0;
        for (int i = 0; i < beginning.length && names < MOST_NAMES; i++) {
            if (beginning[i] == 0) {
                requireNone(Arrays.copyOfRange(beginning, i + 1, beginning.length));
                names++;
            }
        }
    }

    /** Some programs fill a file up with zeros. */
    static void requireNothingFrom(FileChannel file, long from) throws IOException, RejectedFile {
        for (long at = from; at < file.size(); at += WINDOW) {
            ByteBuffer bytes = TemporaryFile.read(file, at, WINDOW);
            while (bytes.hasRemaining()) {
                if (bytes.get() != 0) {
                    throw new RejectedFile("has something behind its end that does not belong to it, or is cut off."
                            + " Please save it again.");
                }
            }
        }
    }
}
