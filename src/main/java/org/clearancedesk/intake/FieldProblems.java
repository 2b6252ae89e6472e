package org.clearancedesk.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with the fields of one JSON document, each said in a sentence to the person who can mend it. */
final class FieldProblems {

    private final List<BadInput.Problem> found = new ArrayList<>();

    void note(String field, String sentence) {
        found.add(new BadInput.Problem(field, sentence));
    }

    boolean concern(String field) {
        return found.stream().anyMatch(problem -> problem.field().equals(field));
    }

    void missing(String field) {
        if (!concern(field)) {
            note(field, "“%s” is missing. Please fill it in.".formatted(field));
        }
    }

    void mustBe(String field, String expected) {
        note(field, "“%s” must be %s.".formatted(field, expected));
    }

    void ifGivenMustBe(String field, @Nullable Object value, String expected) {
        if (value != null) {
            mustBe(field, expected);
        }
    }

    void tooLong(String field, int length, int longest) {
        note(field, "“%s” has %,d characters; %,d fit. Please shorten it.".formatted(field, length, longest));
    }

    void unprintable(String field) {
        note(
                field,
                "“%s” contains characters that cannot be printed or a line break where one line is expected."
                        .formatted(field));
    }

    void notOneOf(String field, @Nullable Object value, Enum<?>[] words) {
        String allowed = Arrays.stream(words).map(Enum::name).collect(Collectors.joining(", "));
        note(
                field,
                value == null
                        ? "“%s” is missing. Please choose one of: %s.".formatted(field, allowed)
                        : "“%s” cannot be “%s”. Please choose one of: %s."
                                .formatted(field, abbreviated(value), allowed));
    }

    void unknown(String field, String name) {
        note(field, "“%s” is not a field that the desk knows.".formatted(abbreviated(name)));
    }

    void refuseAny() {
        if (!found.isEmpty()) {
            throw new BadInput(found);
        }
    }

    private static String abbreviated(Object value) {
        String text = String.valueOf(value);
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
