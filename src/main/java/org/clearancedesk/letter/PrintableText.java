package org.clearancedesk.letter;

import java.text.Normalizer;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Text as a typeface can set it. A character that cannot be set is written as one that says the same, or else as its code
 * point, such as {@code [U+D55C]}: a letter that shows a name as a row of boxes would say less than was approved. Scripts
 * that run from right to left are among them, because the layout would set them backwards.
 */
final class PrintableText {

    /** What no XML document may hold. */
    private static final Pattern NO_XML = Pattern.compile("[[\\p{Cc}&&[^\\t\\n\\r\\x7F-\\x9F]]\\p{Cs}\\uFFFE\\uFFFF]");

    private static final Pattern LINE_BREAK = Pattern.compile("[\\x0B\\f\\u0085\\u2028\\u2029]");

    /** Joiners, variants of a picture and places for a hyphen: nothing is lost with them. */
    private static final Pattern NOTHING_TO_PRINT =
            Pattern.compile("[\\u00AD\\u200C\\u200D\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]");

    /** Blanks and hyphens of other widths: they would only be harder to find in the PDF. NBSP keeps words together. */
    private static final Pattern BLANK = Pattern.compile("[[\\p{Zs}&&[^\\xA0]]\\u2800]");

    private static final Pattern HYPHEN = Pattern.compile("[\\u2010\\u2011]");

    /** What word processors call their bullets and ticks. */
    private static final Map<Integer, String> STAND_INS = Map.ofEntries(
            Map.entry(0xF0B7, "\u2022"),
            Map.entry(0xF0A7, "\u25AA"),
            Map.entry(0xF0D8, "\u27A2"),
            Map.entry(0xF0E0, "\u2192"),
            Map.entry(0xF06F, "\u2610"),
            Map.entry(0xF0A8, "\u2610"),
            Map.entry(0xF0FE, "\u2611"),
            Map.entry(0xF0FC, "\u2713"),
            Map.entry(0xF0FB, "\u2717"));

    private final StringBuilder printable = new StringBuilder();
    private final IntPredicate typeface;

    private PrintableText(IntPredicate typeface) {
        this.typeface = typeface;
    }

    /** Markup without what no XML document may hold; that becomes its code point, which is no markup anywhere. */
    static String inMarkup(String markup) {
        return NO_XML.matcher(LINE_BREAK.matcher(markup).replaceAll("\n"))
                .replaceAll(found -> codePoint(found.group().codePointAt(0)));
    }

    /** @param text no markup: what is put together here must not meet an angle bracket of a tag */
    static String of(String text, IntPredicate typeface) {
        String plain = NOTHING_TO_PRINT.matcher(text).replaceAll("");
        plain = HYPHEN.matcher(BLANK.matcher(plain).replaceAll(" ")).replaceAll("-");
        PrintableText result = new PrintableText(typeface);
        Normalizer.normalize(plain, Normalizer.Form.NFC).codePoints().forEach(result::add);
        return result.printable.toString();
    }

    private void add(int character) {
        boolean white = character == '\n' || character == '\r' || character == '\t';
        if (white || (isPlain(character) && typeface.test(character) && !(isMark(character) && standsAlone()))) {
            printable.appendCodePoint(character);
        } else {
            printable.append(standIn(character));
        }
    }

    /** A mark would be set over whatever stands before it: a tag's end, or the bracket of a code point. */
    private boolean standsAlone() {
        return printable.isEmpty() || printable.charAt(printable.length() - 1) == ']';
    }

    private String standIn(int character) {
        String same = STAND_INS.getOrDefault(
                character, Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC));
        boolean sets = same.codePoints().allMatch(each -> isPlain(each) && typeface.test(each));
        boolean says = STAND_INS.containsKey(character)
                || same.codePoints().allMatch(each -> Character.getType(each) == Character.getType(character));
        return sets && says && !isMark(character) ? same : codePoint(character);
    }

    /** No control, format, half, private or unassigned character, and not from right to left. */
    private static boolean isPlain(int character) {
        byte direction = Character.getDirectionality(character);
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default ->
                direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        };
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static String codePoint(int character) {
        return "[U+%04X]".formatted(character);
    }
}
