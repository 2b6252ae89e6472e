package org.clearancedesk.intake;

import java.util.regex.Pattern;

/** The number of a request as people quote it, such as {@code GC-2026-000042}. */
public record RequestNumber(String value) {

    private static final Pattern FORM = Pattern.compile("GC-\\d{4}-\\d{6,}");

    /** @throws IllegalArgumentException when the text is not of that form */
    public RequestNumber {
        if (!isNumber(value)) {
            throw new IllegalArgumentException("Not a request number: " + value);
        }
    }

    public static RequestNumber of(int year, long sequence) {
        return new RequestNumber("GC-%04d-%06d".formatted(year, sequence));
    }

    public static boolean isNumber(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
