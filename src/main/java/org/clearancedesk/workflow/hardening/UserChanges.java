package org.clearancedesk.workflow.hardening;

import java.util.Objects;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.clearancedesk.access.DeskGroup;
import org.jspecify.annotations.Nullable;

/**
 * Watches who comes, changes and goes, in the transaction of the change itself. A user name belongs to one person for
 * good, and only administrators say what somebody is called and where their mail goes.
 */
final class UserChanges extends CommandInterceptor {

    private static final PrivateField<SaveUserCmd, User> SAVED =
            new PrivateField<>(SaveUserCmd.class, "user", User.class);
    private static final PrivateField<DeleteUserCmd, String> DELETED =
            new PrivateField<>(DeleteUserCmd.class, "userId", String.class);

    private final FormerUsers formerUsers;

    UserChanges(FormerUsers formerUsers) {
        this.formerUsers = formerUsers;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof SaveUserCmd save && SAVED.of(save) instanceof UserEntity user) {
            requireFitting(user);
        }
        String leaving = command instanceof DeleteUserCmd delete ? DELETED.of(delete) : null;
        boolean leaves = leaving != null && stored(leaving) != null;
        T result = next.execute(command);
        if (leaving != null && leaves) {
            CommandContext context = Context.getCommandContext();
            context.runWithoutAuthorization(() -> {
                formerUsers.seeOff(
                        leaving, context.getProcessEngineConfiguration().getProcessEngine());
                return null;
            });
        }
        return result;
    }

    private void requireFitting(UserEntity user) {
        CommandContext context = Context.getCommandContext();
        if (user.getRevision() == 0) {
            formerUsers.requireFree(user.getId());
        } else if (isNoAdministrator(context.getAuthentication())) {
            User before = stored(user.getId());
            if (before != null && !sameNameAndAddress(before, user)) {
                throw new BadUserRequestException(
                        "Only an administrator changes somebody's name or e-mail address. Please ask one.");
            }
        }
    }

    private static @Nullable User stored(String user) {
        CommandContext context = Context.getCommandContext();
        return context.runWithoutAuthorization(
                () -> context.getReadOnlyIdentityProvider().findUserById(user));
    }

    private static boolean isNoAdministrator(@Nullable Authentication asking) {
        return asking != null
                && asking.getUserId() != null
                && (asking.getGroupIds() == null || !asking.getGroupIds().contains(DeskGroup.ADMINS.id()));
    }

    private static boolean sameNameAndAddress(User before, User after) {
        return Objects.equals(before.getFirstName(), after.getFirstName())
                && Objects.equals(before.getLastName(), after.getLastName())
                && Objects.equals(before.getEmail(), after.getEmail());
    }
}
