package org.clearancedesk.letter;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a written approval, such as {@code GL-2026-7K3M-9QWT}: the year and eight characters of chance, which tell
 * nothing of the request and cannot be counted through. Letters of earlier days have the number of their request, such as
 * {@code GL-2026-000042}.
 */
public record LetterNumber(String value) {

    /** Crockford's base 32: without the letters that are taken for a digit or another letter. */
    static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** How many characters of chance a number has. At least one is no digit, which tells it from a number of earlier days. */
    static final int CHANCE = 8;

    /** What a number looks like, for somebody who typed something else. */
    public static final String FORM =
            "A letter’s number looks like GL-2026-7K3M-9QWT, or GL-2026-000042 on letters of earlier days, and stands at the"
                    + " head of the letter. Please check it for typing errors.";

    private static final Pattern EARLIER = Pattern.compile("GL-\\d{4}-\\d{6,12}");
    private static final Pattern BY_CHANCE =
            Pattern.compile("GL-\\d{4}-(?=.*[%1$s])[%2$s]{4}-[%2$s]{4}".formatted(ALPHABET.substring(10), ALPHABET));
    private static final Pattern SPACING = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern TYPED = Pattern.compile("G1(\\d{4})([0-9A-Z]{6,12})");

    /** @throws IllegalArgumentException when the text is not of that form */
    public LetterNumber {
        if (!EARLIER.matcher(value).matches() && !BY_CHANCE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a letter number: " + value);
        }
    }

    /** @param chance eight characters of the alphabet, not all of them digits */
    static LetterNumber of(int year, String chance) {
        return new LetterNumber("GL-%04d-%s-%s".formatted(year, chance.substring(0, 4), chance.substring(4)));
    }

    /**
     * A number as somebody typed it: in capitals or not, with blanks and dashes of any kind or none, with the letters I, L
     * and O for the digits they look like; empty when it is none.
     */
    public static Optional<LetterNumber> read(String typed) {
        String plain = SPACING.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .replace('I', '1')
                .replace('L', '1')
                .replace('O', '0');
        Matcher parts = TYPED.matcher(plain);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String year = parts.group(1);
        String rest = parts.group(2);
        String number = rest.length() == CHANCE && !rest.matches("\\d+")
                ? "GL-%s-%s-%s".formatted(year, rest.substring(0, 4), rest.substring(4))
                : "GL-%s-%s".formatted(year, rest);
        return EARLIER.matcher(number).matches() || BY_CHANCE.matcher(number).matches()
                ? Optional.of(new LetterNumber(number))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
