package org.clearancedesk.engine.hardening;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.bpmn.delegate.ExecutionListenerInvocation;
import org.camunda.bpm.engine.impl.bpmn.delegate.JavaDelegateInvocation;
import org.camunda.bpm.engine.impl.delegate.DefaultDelegateInterceptor;
import org.camunda.bpm.engine.impl.delegate.DelegateInvocation;
import org.camunda.bpm.engine.impl.task.delegate.TaskListenerInvocation;
import org.clearancedesk.engine.webapp.EngineErrorFilter;

/** Notes when a delegate or listener of the desk fails, so that nobody takes it for a fault of the caller. */
final class OwnFailures extends DefaultDelegateInterceptor {

    @Override
    public void handleInvocation(DelegateInvocation invocation) throws Exception {
        try {
            super.handleInvocation(invocation);
        } catch (BadUserRequestException refused) {
            throw refused;
        } catch (Exception | Error failure) {
            if (invocation instanceof JavaDelegateInvocation
                    || invocation instanceof TaskListenerInvocation
                    || invocation instanceof ExecutionListenerInvocation) {
                EngineErrorFilter.isOurs();
            }
            throw failure;
        }
    }
}
