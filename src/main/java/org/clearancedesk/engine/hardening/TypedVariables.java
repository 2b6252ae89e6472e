package org.clearancedesk.engine.hardening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Looks in the body of a call for variables of a type that the engine does not know here. */
final class TypedVariables {

    /** Where the engine's interface takes variables by name. */
    static final Set<String> PLACES = Set.of(
            "variables",
            "localVariables",
            "modifications",
            "processVariables",
            "processVariablesLocal",
            "processVariablesToTriggeredScope",
            "correlationKeys",
            "localCorrelationKeys");

    private static final String FORMAT = "serializationDataFormat";
    private static final ObjectMapper JSON = new ObjectMapper();

    private TypedVariables() {}

    static boolean isUnknownTypeIn(byte[] body) throws IOException {
        try {
            return isUnknownTypeIn(JSON.readTree(body));
        } catch (JsonProcessingException unreadable) {
            // The engine cannot read it either, and says what is wrong.
            return false;
        }
    }

    private static boolean isUnknownTypeIn(JsonNode part) {
        if (isVariable(part) && !isKnown(part)) {
            return true;
        }
        for (Map.Entry<String, JsonNode> field : part.properties()) {
            boolean isPlace =
                    PLACES.contains(field.getKey()) && field.getValue().isObject();
            if (isPlace && field.getValue().valueStream().anyMatch(variable -> !isKnown(variable))) {
                return true;
            }
        }
        return part.valueStream().anyMatch(TypedVariables::isUnknownTypeIn);
    }

    /** Also where the interface of a later engine may take one. */
    private static boolean isVariable(JsonNode part) {
        return part.has("valueInfo") || (part.path("type").isTextual() && part.has("value"));
    }

    private static boolean isKnown(JsonNode variable) {
        if (!variable.isObject()) {
            return variable.isNull();
        }
        JsonNode type = variable.path("type");
        boolean isTyped = !type.isMissingNode() && !type.isNull();
        // Without a type the engine would choose one for a list or an object by itself.
        return (isTyped
                        ? VariableTypes.KNOWN.contains(type.asText().toLowerCase(Locale.ROOT))
                        : !variable.path("value").isContainerNode())
                && variable.path("valueInfo").properties().stream().allMatch(TypedVariables::isJsonFormat);
    }

    private static boolean isJsonFormat(Map.Entry<String, JsonNode> info) {
        return info.getKey().equals(FORMAT)
                && (info.getValue().isNull() || info.getValue().asText().equals("application/json"));
    }
}
