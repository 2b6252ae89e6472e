package org.clearancedesk.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.clearancedesk.intake.BadInput;
import org.jspecify.annotations.Nullable;

/** Reads what a running case holds: plain values and JSON. Anything else the engine would have to build, and it is not asked to. */
record StoredVariables(DelegateExecution execution, ObjectMapper json) {

    /** @throws BadInput when it is of another kind, or no JSON */
    @Nullable
    Object read(CaseVariable variable) {
        TypedValue value = execution.getVariableTyped(variable.id(), false);
        if (value instanceof PrimitiveValue<?> plain) {
            return plain.getValue();
        }
        if (value == null || value.getType() == ValueType.NULL) {
            return null;
        }
        if (!(value instanceof JsonValue stored)) {
            throw unreadable(variable);
        }
        if (stored.getValueSerialized() == null) {
            return null;
        }
        try {
            return json.readValue(stored.getValueSerialized(), Object.class);
        } catch (JsonProcessingException e) {
            throw unreadable(variable);
        }
    }

    private static BadInput unreadable(CaseVariable variable) {
        return new BadInput(variable.id(), "“%s” cannot be read.".formatted(variable.id()));
    }
}
