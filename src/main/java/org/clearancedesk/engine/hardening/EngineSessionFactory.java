package org.clearancedesk.engine.hardening;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** Makes the engine use a part of ours where it would use one of its own. */
record EngineSessionFactory(Class<? extends Session> type, Supplier<? extends Session> ours) implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return type;
    }

    @Override
    public Session openSession() {
        return ours.get();
    }
}
