package org.clearancedesk.engine.hardening;

import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.variable.ValueTypeResolverImpl;
import org.camunda.bpm.engine.impl.variable.serializer.DefaultVariableSerializers;
import org.camunda.bpm.engine.variable.type.ValueType;

/**
 * The types of variable that the engine knows. Objects, files, bytes and XML are not among them: they name a class, or
 * have something built, that the caller chooses.
 */
final class VariableTypes extends ValueTypeResolverImpl {

    /** As the engine calls them. */
    static final Set<String> KNOWN = Set.of("string", "boolean", "integer", "long", "double", "date", "null", "json");

    VariableTypes() {
        knownTypes.keySet().retainAll(KNOWN);
    }

    /** Plug-ins of the engine bring types of their own. */
    @Override
    public void addType(ValueType type) {
        if (KNOWN.contains(type.getName())) {
            super.addType(type);
        }
    }

    /** Before the engine is built: types are found by their names, and nothing is deserialised. */
    static void restrict(ProcessEngineConfigurationImpl engine) {
        engine.setValueTypeResolver(new VariableTypes());
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setDeserializationTypeValidator(className -> false);
    }

    /** After it is built, because plug-ins add serializers while it is. */
    static void restrictSerializers(ProcessEngineConfigurationImpl engine) {
        DefaultVariableSerializers known = new DefaultVariableSerializers();
        engine.getVariableSerializers().getSerializers().stream()
                .filter(serializer -> KNOWN.contains(serializer.getType().getName()))
                .forEach(known::addSerializer);
        known.addSerializer(new DecisionAtHand());
        known.addSerializer(new ListsAsJson());
        engine.setVariableTypes(known);
        engine.setFallbackSerializerFactory(null);
    }
}
