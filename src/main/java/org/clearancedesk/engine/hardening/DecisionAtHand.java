package org.clearancedesk.engine.hardening;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.impl.variable.serializer.AbstractTypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Hands the result of a decision on to the listener that reads it, and stores nothing of it. */
final class DecisionAtHand extends AbstractTypedValueSerializer<TypedValue> {

    DecisionAtHand() {
        super(ValueType.NULL);
    }

    static boolean isOne(TypedValue given) {
        return given instanceof UntypedValueImpl
                && given.isTransient()
                && given.getValue() instanceof DmnDecisionResult;
    }

    @Override
    public String getName() {
        return "decisionAtHand";
    }

    @Override
    protected boolean canWriteValue(TypedValue given) {
        return isOne(given);
    }

    @Override
    public TypedValue convertToTypedValue(UntypedValueImpl given) {
        return given;
    }

    @Override
    public void writeValue(TypedValue given, ValueFields fields) {
        // It is gone with the transaction.
    }

    @Override
    public TypedValue readValue(ValueFields fields, boolean deserialize, boolean isTransient) {
        return Variables.untypedNullValue(isTransient);
    }
}
