package org.clearancedesk.engine.hardening;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A field that a command of the engine keeps to itself. An engine that no longer has it keeps the desk from starting,
 * rather than leave a door open.
 */
final class PrivateField<O, V> {

    private final VarHandle handle;
    private final Class<V> type;

    PrivateField(Class<O> owner, String name, Class<V> type) {
        this.type = wrapped(type);
        try {
            this.handle =
                    MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).findVarHandle(owner, name, type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The engine's %s has no field %s any more; the hardening has to follow."
                            .formatted(owner.getSimpleName(), name),
                    e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> Class<T> wrapped(Class<T> type) {
        return (Class<T>) MethodType.methodType(type).wrap().returnType();
    }

    @Nullable
    V of(O owner) {
        return type.cast(handle.get(owner));
    }
}
