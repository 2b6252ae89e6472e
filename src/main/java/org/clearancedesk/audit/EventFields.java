package org.clearancedesk.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what an event holds. */
final class EventFields {

    private EventFields() {}

    /** Takes a column from a field. Events from before the field was kept say nothing of its column any more. */
    static void tell(Map<String, @Nullable String> row, String column, JsonNode payload, String field) {
        if (payload.has(field)) {
            row.put(column, text(payload, field));
        } else {
            row.remove(column);
        }
    }

    static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }
}
