package org.clearancedesk.engine.hardening;

import org.camunda.bpm.engine.impl.cmd.AbstractAddIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetTaskPropertyCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * Lets whoever has taken a task hand it back to its group. The engine has one right for that and for giving a task to
 * anybody, which only administrators have. A task without a group stays with its holder: nobody else could take it.
 */
final class TaskHandBack extends CommandInterceptor {

    @SuppressWarnings("rawtypes")
    private static final PrivateField<AbstractSetTaskPropertyCmd, String> TASK =
            new PrivateField<>(AbstractSetTaskPropertyCmd.class, "taskId", String.class);

    private static final PrivateField<AbstractAddIdentityLinkCmd, String> TAKER =
            new PrivateField<>(AbstractAddIdentityLinkCmd.class, "userId", String.class);

    @Override
    public <T> T execute(Command<T> command) {
        CommandContext context = Context.getCommandContext();
        if (command instanceof AssignTaskCmd assign && TAKER.of(assign) == null) {
            TaskEntity task = task(context, TASK.of(assign));
            if (isHolder(context.getAuthentication(), task)) {
                // One without a group is watched by its listener, which keeps it where it is.
                return context.runWithoutAuthorization(() -> next.execute(command));
            }
        }
        return next.execute(command);
    }

    private static @Nullable TaskEntity task(CommandContext context, @Nullable String id) {
        return id == null ? null : context.getTaskManager().findTaskById(id);
    }

    private static boolean isHolder(@Nullable Authentication person, @Nullable TaskEntity task) {
        return person != null
                && person.getUserId() != null
                && task != null
                && person.getUserId().equals(task.getAssignee());
    }
}
