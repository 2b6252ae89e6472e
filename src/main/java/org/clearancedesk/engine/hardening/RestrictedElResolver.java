package org.clearancedesk.engine.hardening;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.joda.time.DateTime;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every other resolver and lets an expression look inside nothing: no property, no element, no method of
 * any object, so no class, class loader, reflection, engine service or script engine. Reckoning with dates is the one
 * exception, because filters need it.
 */
final class RestrictedElResolver extends ELResolver {

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        requireNothingInside(base, property);
        return null;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            @Nullable Object method,
            Class<?> @Nullable [] types,
            @Nullable Object @Nullable [] arguments) {
        if (!(base instanceof DateTime
                && String.valueOf(method).matches("(plus|minus)[A-Z][a-z]+|withTimeAtStartOfDay"))) {
            requireNothingInside(base, method);
        }
        return null;
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        requireNothingInside(base, property);
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        requireNothingInside(base, property);
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        requireNothingInside(base, property);
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return null;
    }

    private static void requireNothingInside(@Nullable Object base, @Nullable Object asked) {
        if (base != null) {
            throw new ProcessEngineException(
                    "Expressions name a variable or a delegate and compare; “%s” of something is out of their reach."
                            .formatted(asked));
        }
    }
}
