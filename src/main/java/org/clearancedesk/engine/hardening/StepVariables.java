package org.clearancedesk.engine.hardening;

import java.util.Map;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Which variables the processes ask for, and of which type: a Java class, or the engine's {@code JsonValue}.
 *
 * @param form the key of the one process that a form starts
 * @param starts by the key of a process what it takes at its start
 * @param steps by the id of a user task what it takes from whoever completes it; no two models share such an id
 */
public record StepVariables(
        String form, Map<String, Map<String, Class<?>>> starts, Map<String, Map<String, Class<?>>> steps) {

    Map<String, Class<?>> atStart(String process) {
        return starts.getOrDefault(process, Map.of());
    }

    Map<String, Class<?>> atStep(String step) {
        return steps.getOrDefault(step, Map.of());
    }

    /** Whether a value is of that type; nothing is of every type. */
    static boolean fits(@Nullable Object given, Class<?> type) {
        if (given == null) {
            return true;
        }
        if (!(given instanceof TypedValue typed) || type.isInstance(given)) {
            return type.isInstance(given);
        }
        if (typed.getType() == ValueType.NULL) {
            return true;
        }
        // Only of these is the value at hand: any other would be built from what the caller sent.
        boolean isAtHand = typed.getType() == null || typed instanceof PrimitiveValue;
        return isAtHand && (typed.getValue() == null || type.isInstance(typed.getValue()));
    }
}
