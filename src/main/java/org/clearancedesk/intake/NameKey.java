package org.clearancedesk.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What people, titles, tools and productions are compared by: names with the same key are the same name, whatever bytes
 * they were typed in. It knows no case, no run of blanks, no invisible character, one apostrophe and one hyphen, no quotes
 * and no punctuation around a name, no mark that strikes it out, and one letter for all that look like a Latin one.
 */
public record NameKey(String value) {

    /** As long as a column and its index take; what people type as a name is never longer. */
    private static final int LONGEST = 200;

    private static final Pattern APOSTROPHES = Pattern.compile(
            "[`\\u00B4\\u02B9-\\u02BF\\u02C8\\u02CA\\u02CB\\u055A\\u05F3\\u07F4\\u07F5\\u1FBD\\u1FBF\\u1FEF\\u1FFD\\u1FFE"
                    + "\\u2018-\\u201B\\u2032\\u2035\\uA78B\\uA78C\\uFF07\\uFF40]");
    private static final Pattern HYPHENS = Pattern.compile("[\\p{Pd}\\u02D7\\u2043\\u2212]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u0085\\p{Z}\\u2800]+");

    /** What a reader does not see: controls, joiners, fillers and the choice between two shapes of a character. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\u034F\\u115F\\u1160\\u17B4\\u17B5"
                    + "\\u0640\\u180B-\\u180F\\u3164\\uFE00-\\uFE0F\\uFFA0\\uFFFC\\x{16FE4}\\x{1D159}\\x{E0100}-\\x{E01EF}]");

    public static NameKey of(String name) {
        return new NameKey(keyOf(name, LookAlikes::inLatin));
    }

    /** How a part of a name stands in the key of a name that cannot be read as Latin, as the part itself perhaps can. */
    public static NameKey ofPart(String text) {
        return new NameKey(keyOf(text, LookAlikes::ofLatin));
    }

    private static String keyOf(String name, UnaryOperator<String> letters) {
        String seen = visible(BLANKS.matcher(name).replaceAll(" "));
        String folded = folded(NameMarks.withoutNotes(seen));
        String decomposed = Normalizer.normalize(folded, Normalizer.Form.NFKD);
        String read = composed(letters.apply(NameMarks.withItsAccents(decomposed)));
        String plain = BLANKS.matcher(NameMarks.withoutPunctuation(read)).replaceAll(" ");
        boolean isNothing = plain.codePoints().noneMatch(Character::isLetterOrDigit);
        return shortened((isNothing ? BLANKS.matcher(composed(folded(seen))).replaceAll(" ") : plain).strip());
    }

    private static String folded(String text) {
        String plain = Normalizer.normalize(alike(text), Normalizer.Form.NFKC);
        // There and back, so that ß meets SS and its own capital, and every lower-case form of one capital meets the
        // others;
        // the dot of a Turkish capital is none to a reader of the small letter.
        return plain.toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace("i\u0307", "i");
    }

    private static String composed(String folded) {
        return visible(Normalizer.normalize(alike(folded), Normalizer.Form.NFKC));
    }

    /** Whether two texts are the same name. */
    public static boolean same(String one, String other) {
        return of(one).equals(of(other));
    }

    private static String visible(String text) {
        return INVISIBLE.matcher(text).replaceAll("");
    }

    private static String alike(String text) {
        return HYPHENS.matcher(APOSTROPHES.matcher(text).replaceAll("'")).replaceAll("-");
    }

    private static String shortened(String key) {
        if (key.length() <= LONGEST) {
            return key;
        }
        // What is cut off still tells two names apart.
        String rest = "#%08x".formatted(key.hashCode());
        int end = LONGEST - rest.length();
        return key.substring(0, Character.isHighSurrogate(key.charAt(end - 1)) ? end - 1 : end) + rest;
    }
}
