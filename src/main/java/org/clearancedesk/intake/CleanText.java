package org.clearancedesk.intake;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text as the desk keeps it: one spelling for what looks the same (NFC), without marks that belong to no letter and
 * without anything that cannot be seen. Every letter of every script stays.
 */
public final class CleanText {

    /** What is no character: most control characters, halves of characters, and what Unicode will never assign. */
    private static final Pattern NO_CHARACTER =
            Pattern.compile("[[\\p{Cc}&&[^\\t\\n\\x0B\\f\\r\\u0085]]\\p{Cs}\\uFDD0-\\uFDEF\\uFFFE\\uFFFF"
                    + lastTwoOfEveryPlane() + "]");

    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|[\\n\\x0B\\f\\r\\u0085\\u2028\\u2029]");

    /** A blank to the eye, whatever it is called. */
    private static final String BLANKS = "\\p{Z}\\s\\x1C-\\x1F\\u0085\\u2800";

    private static final Pattern BLANK = Pattern.compile("[" + BLANKS + "]");

    /** Joiners are looked at by themselves. Some signs of Arabic, Syriac and Kaithi are formats and can be seen. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[[\\p{Cf}&&[^\\u200C\\u200D\\u0600-\\u0605\\u06DD\\u070F"
                    + "\\u0890\\u0891\\u08E2\\x{110BD}\\x{110CD}]]\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u2065\\u3164\\uFFA0\\uFFF0-\\uFFF8\\uFFFC\\x{16FE4}\\x{1D159}]");

    /** Scripts that join or part letters by a character of its own, and pictures that are put together of several. */
    private static final String JOINED =
            "[[\\p{L}\\p{M}]&&[^\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{IsHan}\\p{IsHangul}"
                    + "\\p{IsHiragana}\\p{IsKatakana}\\u0300-\\u036F]]|[\\p{So}\\p{Sk}\\p{Sm}]";

    private static final Pattern JOINER = Pattern.compile("((?:" + JOINED + ")[\\u200C\\u200D])|[\\u200C\\u200D]");
    private static final Pattern BEFORE_THE_FIRST_LETTER = Pattern.compile("^[" + BLANKS + "\\p{M}]+|(?<=\\n)\\p{M}+");
    private static final Pattern AFTER_THE_LAST = Pattern.compile("[" + BLANKS + "]+$");

    private CleanText() {}

    /** A text of one line: every kind of blank and line break is a plain blank. */
    public static String line(String typed) {
        return BLANK.matcher(lines(typed)).replaceAll(" ");
    }

    /** A text of any number of lines, which all end in the same way. */
    public static String lines(String typed) {
        String text = LINE_BREAK.matcher(typed).replaceAll("\n");
        text = NO_CHARACTER.matcher(text).replaceAll("");
        text = INVISIBLE.matcher(text).replaceAll("");
        // Only what it joins is in the group.
        text = JOINER.matcher(text).replaceAll("$1");
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
        text = BEFORE_THE_FIRST_LETTER.matcher(text).replaceAll("");
        return AFTER_THE_LAST.matcher(text).replaceAll("");
    }

    /** Whether a text is too long as it came, and not as it would be kept. */
    public static boolean fitsOnlyCleaned(String typed, int longest) {
        return typed.length() > longest && lines(typed).length() <= longest;
    }

    static boolean holdsNoCharacter(String typed) {
        return NO_CHARACTER.matcher(typed).find();
    }

    private static String lastTwoOfEveryPlane() {
        StringBuilder last = new StringBuilder();
        for (int plane = 1; plane <= 16; plane++) {
            last.append("\\x{%1$XFFFE}\\x{%1$XFFFF}".formatted(plane));
        }
        return last.toString();
    }
}
