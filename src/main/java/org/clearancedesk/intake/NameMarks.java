package org.clearancedesk.intake;

import java.util.regex.Pattern;

/** Marks and signs in and around a name that make no other name of it. */
final class NameMarks {

    /** Accents that alphabets with look-alike letters really write, composed with their letter or not. */
    private static final Pattern ACCENT = Pattern.compile("[\\u0300-\\u0304\\u0306-\\u030D\\u030F\\u0311-\\u0314\\u031B"
            + "\\u0323-\\u032A\\u032D-\\u0331\\u0342-\\u0345\\u0358\\u1DC4-\\u1DC7]");

    /** Marks that strike a letter out, enclose it, underline it or tie it to its neighbour, in whatever script. */
    private static final Pattern STROKE =
            Pattern.compile("[\\p{Me}\\u0305\\u0332-\\u0338\\u033F\\u0346-\\u034E\\u0353-\\u0357"
                    + "\\u035C-\\u0362\\u05C4\\u05C5\\u1AB0-\\u1AFF\\u20D0-\\u20FF\\uFE20-\\uFE2F]");

    private static final String LETTER = "[\\p{L}\\p{M}\\p{N}]";
    private static final String DOTS = "[\\u00B7\\u2022\\u2027\\u2219\\u22C5\\u2E31\\u2E33\\u30FB\\uA78F]";
    private static final String READ_AS_LATIN =
            "[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{IsArmenian}\\p{IsCherokee}\\p{IsCoptic}\\p{IsLisu}\\u0300-\\u036F\\p{N}]";

    private static final Pattern BLANKS = Pattern.compile(" {2,}");
    private static final Pattern NOTES =
            Pattern.compile("[\\u00A7\\u00A9\\u00AE\\u00B6\\u2020\\u2021\\u2117\\u2120\\u2122]");
    private static final Pattern QUOTES =
            Pattern.compile("[\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}\"\\u05F4]|'{2,}|(?<!%1$s)'|'(?!%1$s)".formatted(LETTER));
    private static final Pattern STOPS = Pattern.compile(
            "[,;:!?_\\u00A1\\u00BF\\u0589\\u05C3\\u060C\\u061B\\u061F\\u06D4\\u0964\\u0965\\u3001\\u3002]"
                    + "|(?<!\\p{N})\\.|\\.(?!\\p{N})");
    private static final Pattern SYMBOLS = Pattern.compile("[\\p{So}\\p{Cn}&&[^\\p{IsAlphabetic}]]");
    private static final Pattern EDGES = Pattern.compile(
            "^[\\p{Pd}\\p{Pc}\\p{Sc}*/\\\\|~^@%&=\\u221A ]+|[\\p{Pd}\\p{Pc}\\p{Sc}*/\\\\|~^@%&=\\u221A ]+$");

    private static final Pattern LOOSE_DOT = Pattern.compile("(?<!%1$s)%2$s+|%2$s+(?!%1$s)".formatted(LETTER, DOTS));
    private static final Pattern GEMINATE = Pattern.compile("(?<=l)" + DOTS + "(?=l)");
    private static final Pattern DOT_OF_OTHERS =
            Pattern.compile("(?<!%1$s)%2$s(?!%1$s)".formatted(READ_AS_LATIN, DOTS));
    private static final Pattern DOT_BETWEEN =
            Pattern.compile("(?<=%1$s)%2$s+|%2$s+(?=%1$s)".formatted(READ_AS_LATIN, DOTS));

    private NameMarks() {}

    /** A decomposed text with the marks only that its letters are written with. */
    static String withItsAccents(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        boolean latin = true;
        for (int character : name.codePoints().toArray()) {
            if (!isMark(character)) {
                latin = !Character.isLetter(character) || Scripts.looksLikeOthers(character);
                plain.appendCodePoint(character);
            } else if ((latin ? ACCENT : STROKE)
                            .matcher(Character.toString(character))
                            .matches()
                    == latin) {
                plain.appendCodePoint(character);
            }
        }
        return plain.toString();
    }

    /** A text without what a name is put into, ended or decorated with. */
    static String withoutPunctuation(String name) {
        String plain = QUOTES.matcher(name).replaceAll(" ");
        plain = STOPS.matcher(plain).replaceAll(" ");
        plain = SYMBOLS.matcher(plain).replaceAll(" ");
        plain = EDGES.matcher(plain).replaceAll("");
        return withoutDots(plain);
    }

    /** A text without the signs of rights and footnotes, which folding would make letters of. */
    static String withoutNotes(String name) {
        return NOTES.matcher(name).replaceAll(" ");
    }

    /** A dot in the middle parts two words where nothing else does, and syllables where blanks part the words. */
    private static String withoutDots(String name) {
        String plain = LOOSE_DOT.matcher(name).replaceAll(" ");
        plain = GEMINATE.matcher(plain).replaceAll("");
        plain = DOT_OF_OTHERS.matcher(plain).replaceAll("\u00B7");
        plain = BLANKS.matcher(plain).replaceAll(" ").strip();
        return DOT_BETWEEN.matcher(plain).replaceAll(plain.indexOf(' ') < 0 ? " " : "");
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }
}
