package org.clearancedesk.engine.hardening;

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
import org.clearancedesk.engine.identity.FormerNames;
import org.clearancedesk.engine.identity.FormerUsers;
import org.clearancedesk.intake.CleanText;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.people.RefusedAttempt.Kind;
import org.clearancedesk.people.RefusedAttempts;
import org.clearancedesk.register.CaseEvents;
import org.jspecify.annotations.Nullable;

/**
 * Watches who comes, changes and goes, in the transaction of the change itself. A user name belongs to one person for
 * good, and only administrators say what somebody is called and where their mail goes. That one of them gave somebody else
 * another password is listed.
 */
final class UserChanges extends CommandInterceptor {

    private static final PrivateField<SaveUserCmd, User> SAVED =
            new PrivateField<>(SaveUserCmd.class, "user", User.class);
    private static final PrivateField<DeleteUserCmd, String> DELETED =
            new PrivateField<>(DeleteUserCmd.class, "userId", String.class);

    private final FormerUsers formerUsers;
    private final FormerNames formerNames;
    private final AccountRules rules;
    private final RefusedAttempts attempts;

    UserChanges(FormerUsers formerUsers, FormerNames formerNames, AccountRules rules, RefusedAttempts attempts) {
        this.formerUsers = formerUsers;
        this.formerNames = formerNames;
        this.rules = rules;
        this.attempts = attempts;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof SaveUserCmd save && SAVED.of(save) instanceof UserEntity user) {
            return save(user, command);
        }
        String leaving = command instanceof DeleteUserCmd delete ? DELETED.of(delete) : null;
        User leaver = leaving == null ? null : stored(leaving);
        Authentication asking = Context.getCommandContext().getAuthentication();
        if (leaving != null && asking != null) {
            rules.deleting(leaving, leaver != null, asking.getUserId()).ifPresent(this::refuse);
        }
        T result = next.execute(command);
        if (leaver != null) {
            formerNames.keep(leaver, changedBy(asking));
            CommandContext context = Context.getCommandContext();
            context.runWithoutAuthorization(() -> {
                formerUsers.seeOff(
                        leaver.getId(), context.getProcessEngineConfiguration().getProcessEngine());
                return null;
            });
        }
        return result;
    }

    private <T> T save(UserEntity user, Command<T> command) {
        requireFitting(user);
        return next.execute(command);
    }

    private void requireFitting(UserEntity user) {
        user.setFirstName(clean(user.getFirstName()));
        user.setLastName(clean(user.getLastName()));
        Authentication asking = Context.getCommandContext().getAuthentication();
        User before = user.getRevision() == 0 ? null : stored(user.getId());
        if (isNoAdministrator(asking) && before != null && !sameNameAndAddress(before, user)) {
            throw new BadUserRequestException(
                    "Only an administrator changes somebody's name or e-mail address. Please ask one.");
        }
        if (asking != null && asking.getUserId() != null) {
            rules.identity(user, before).ifPresent(this::refuse);
            AccountRules.spelling(user, before).ifPresent(this::refuse);
            rules.password(user, before, asking.getUserId()).ifPresent(this::refuse);
        }
        if (user.getRevision() == 0 && !formerUsers.isFree(user.getId())) {
            refuse(AccountRules.OF_A_FORMER_USER.formatted(user.getId()));
        }
        rules.address(user, before).ifPresent(this::refuse);
        if (before != null && !sameName(before, user)) {
            formerNames.keep(before, changedBy(asking));
        }
    }

    private static String changedBy(@Nullable Authentication asking) {
        return asking == null || asking.getUserId() == null ? CaseEvents.DESK : asking.getUserId();
    }

    private static @Nullable String clean(@Nullable String name) {
        return name == null ? null : CleanText.line(name);
    }

    private void refuse(String sentence) {
        attempts.record(Kind.NOT_ALLOWED, null);
        throw new BadUserRequestException(sentence);
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
        return sameName(before, after) && Objects.equals(before.getEmail(), after.getEmail());
    }

    private static boolean sameName(User before, User after) {
        return Objects.equals(before.getFirstName(), after.getFirstName())
                && Objects.equals(before.getLastName(), after.getLastName());
    }
}
