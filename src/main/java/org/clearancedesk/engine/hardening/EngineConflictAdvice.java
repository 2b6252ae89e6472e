package org.clearancedesk.engine.hardening;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.clearancedesk.engine.webapp.EngineConflicts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notes by what kind of failure the engine refuses a call that comes too late, before its interface makes a text of it. */
@Component
class EngineConflictAdvice extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<CommandInterceptor> others = engine.getCustomPreCommandInterceptorsTxRequired();
        List<CommandInterceptor> all = new ArrayList<>(List.of(new Notes()));
        if (others != null) {
            all.addAll(others);
        }
        engine.setCustomPreCommandInterceptorsTxRequired(all);
    }

    /** Null when that is not the reason. */
    private static @Nullable EngineConflicts reason(Command<?> command, ProcessEngineException failure) {
        if (failure instanceof OptimisticLockingException) {
            return EngineConflicts.CHANGED;
        }
        boolean isTaking = command instanceof ClaimTaskCmd || command instanceof AssignTaskCmd;
        if (isTaking && failure instanceof ProcessEnginePersistenceException) {
            // Both gave whoever takes it the right to work on it.
            return EngineConflicts.CHANGED;
        }
        if (failure instanceof TaskAlreadyClaimedException) {
            return EngineConflicts.TAKEN;
        }
        if (failure instanceof AuthorizationException refused
                && refused.getMissingAuthorizations().stream()
                        .anyMatch(missing ->
                                Permissions.TASK_WORK.getName().equals(missing.getViolatedPermissionName()))) {
            return EngineConflicts.NOT_YOURS;
        }
        boolean isAboutATask = command instanceof CompleteTaskCmd || command instanceof SubmitTaskFormCmd || isTaking;
        return failure instanceof NullValueException && isAboutATask ? EngineConflicts.DONE : null;
    }

    private static final class Notes extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            try {
                return next.execute(command);
            } catch (ProcessEngineException failure) {
                EngineConflicts reason = reason(command, failure);
                if (reason != null) {
                    reason.remember();
                }
                throw failure;
            }
        }
    }
}
