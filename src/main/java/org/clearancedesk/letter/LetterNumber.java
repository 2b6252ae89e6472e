package org.clearancedesk.letter;

import java.util.regex.Pattern;
import org.clearancedesk.request.RequestNumber;

/** The number of a written approval, such as {@code GL-2026-000042} for the request {@code GC-2026-000042}. */
public record LetterNumber(String value) {

    private static final Pattern FORM = Pattern.compile("GL-\\d{4}-\\d{6,}");

    /** @throws IllegalArgumentException when the text is not of that form */
    public LetterNumber {
        if (!isNumber(value)) {
            throw new IllegalArgumentException("Not a letter number: " + value);
        }
    }

    public static LetterNumber of(RequestNumber request) {
        return new LetterNumber("GL" + request.value().substring(2));
    }

    public static boolean isNumber(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
