package org.clearancedesk.engine.hardening;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Completes a task anew when somebody else completed another one of the same case in the same moment: of what each of them
 * said nothing touches the other. Whoever was overtaken on the very same task is told so.
 */
final class OvertakenCompletions extends CommandInterceptor {

    private static final int TRIES = 8;

    @Override
    public <T> T execute(Command<T> command) {
        return isWholeCompletion(command) ? tried(command) : next.execute(command);
    }

    private <T> T tried(Command<T> command) {
        OptimisticLockingException overtaken = null;
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                return next.execute(command);
            } catch (OptimisticLockingException again) {
                overtaken = again;
            } catch (NullValueException gone) {
                throw overtaken == null ? gone : overtaken;
            }
        }
        throw overtaken;
    }

    /** Inside somebody's transaction nothing can be tried again: all of it is lost. */
    private static boolean isWholeCompletion(Command<?> command) {
        return (command instanceof CompleteTaskCmd || command instanceof SubmitTaskFormCmd)
                && Context.getCommandContext() == null
                && !TransactionSynchronizationManager.isActualTransactionActive();
    }
}
