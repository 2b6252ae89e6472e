package org.clearancedesk.engine.hardening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.impl.JsonValueSerializer;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.SpinValue;

/**
 * Keeps the lists that decision tables yield as JSON in the engine's history. It has the name of the serializer that kept
 * them as objects, so that those of earlier releases are read as JSON too, and no class that they name is looked at.
 */
final class ListsAsJson extends JsonValueSerializer {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String getName() {
        return "spin://application/json";
    }

    @Override
    protected boolean canWriteValue(TypedValue given) {
        return given instanceof UntypedValueImpl
                && !DecisionAtHand.isOne(given)
                && (given.getValue() instanceof List || given.getValue() instanceof Map);
    }

    @Override
    public SpinValue convertToTypedValue(UntypedValueImpl given) {
        try {
            return SpinValues.jsonValue(JSON.writeValueAsString(given.getValue()))
                    .setTransient(given.isTransient())
                    .create();
        } catch (JsonProcessingException e) {
            throw new ProcessEngineException("A list cannot be kept as JSON.", e);
        }
    }
}
