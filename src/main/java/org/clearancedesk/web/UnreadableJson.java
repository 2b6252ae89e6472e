package org.clearancedesk.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamReadException;
import java.util.Optional;
import org.springframework.http.converter.HttpMessageNotReadableException;

/**
 * The place at which a JSON text stops making sense.
 *
 * @param field a path such as {@code performers[0].name}; empty for the whole
 */
record UnreadableJson(String field, JsonLocation place) {

    /** Empty when the text is no JSON object, or there is none at all. */
    static Optional<UnreadableJson> of(HttpMessageNotReadableException unreadable) {
        if (!(unreadable.getMostSpecificCause() instanceof StreamReadException broken)
                || broken.getProcessor() == null) {
            return Optional.empty();
        }
        String pointer =
                broken.getProcessor().getParsingContext().pathAsPointer().toString();
        return Optional.of(new UnreadableJson(pathOf(pointer), broken.getLocation()));
    }

    String sentence() {
        return "It cannot be read from line %d, column %d on%s."
                .formatted(place.getLineNr(), place.getColumnNr(), field.isEmpty() ? "" : ", at “%s”".formatted(field));
    }

    private static String pathOf(String pointer) {
        return pointer.replaceAll("/(\\d+)", "[$1]")
                .replaceFirst("^/", "")
                .replace('/', '.')
                .replace("~1", "/")
                .replace("~0", "~");
    }
}
