package org.clearancedesk.engine.hardening;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.clearancedesk.engine.identity.AccountAddresses;
import org.clearancedesk.people.DeskGroup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who joins and leaves which group: never the administration and a say in cases together, and one administrator always
 * stays. Each rule gives the sentence of its refusal.
 */
@Component
class MembershipRules {

    private static final String NO_LONGER =
            "You administer the desk no longer: somebody has just taken you out of its administrators.";
    private static final String TOGETHER =
            "An administrator has no say in cases, and whoever has one administers nothing. Please take a second account, or"
                    + " take this one out of its other groups first.";

    private final AccountAddresses accountAddresses;

    MembershipRules(AccountAddresses accountAddresses) {
        this.accountAddresses = accountAddresses;
    }

    /** Of somebody who is to join a group. */
    Optional<String> joining(@Nullable String member, @Nullable String group) {
        if (member == null || group == null) {
            return Optional.empty();
        }
        // Before anything is read: what was read once, the engine does not ask the database for again.
        accountAddresses.lock();
        if (!isThere(identities -> identities.findUserById(member))) {
            return Optional.of(AccountRules.NO_ACCOUNT.formatted(member));
        }
        if (!isThere(identities -> identities.findGroupById(group))) {
            return Optional.of("There is no group “%s”. Please check its name.".formatted(group));
        }
        List<String> groups = groupsOf(member);
        if (groups.contains(group)) {
            return Optional.of("“%s” is in “%s” already.".formatted(member, group));
        }
        return isForOneself(group) && isTogether(groups, group) ? Optional.of(TOGETHER) : Optional.empty();
    }

    /** Of somebody who is to leave a group. */
    Optional<String> leaving(@Nullable String member, @Nullable String group, String person) {
        if (member == null || group == null) {
            return Optional.empty();
        }
        accountAddresses.lock();
        if (!groupsOf(member).contains(group)) {
            return Optional.of("“%s” is not in “%s”.".formatted(member, group));
        }
        return DeskGroup.ADMINS.id().equals(group) ? stillAdministers(person) : Optional.empty();
    }

    private static boolean isTogether(List<String> groups, String group) {
        boolean administers = DeskGroup.ADMINS.id().equals(group);
        return groups.stream()
                .filter(MembershipRules::isForOneself)
                .anyMatch(other -> administers != DeskGroup.ADMINS.id().equals(other));
    }

    /** Two administrators who send each other away at once wait for each other, and the second is none any more. */
    Optional<String> stillAdministers(@Nullable String person) {
        if (person == null) {
            return Optional.empty();
        }
        accountAddresses.lock();
        return groupsOf(person).contains(DeskGroup.ADMINS.id()) ? Optional.empty() : Optional.of(NO_LONGER);
    }

    private static boolean isForOneself(String group) {
        return DeskGroup.ADMINS.id().equals(group) || DeskGroup.decides(group);
    }

    private static boolean isThere(Function<ReadOnlyIdentityProvider, @Nullable Object> lookup) {
        CommandContext context = Context.getCommandContext();
        return context.runWithoutAuthorization(() -> lookup.apply(context.getReadOnlyIdentityProvider())) != null;
    }

    private static List<String> groupsOf(String user) {
        return Context.getCommandContext()
                .runWithoutAuthorization(() -> Context.getCommandContext()
                        .getReadOnlyIdentityProvider()
                        .createGroupQuery(Context.getCommandContext())
                        .groupMember(user)
                        .unlimitedList())
                .stream()
                .map(Group::getId)
                .toList();
    }
}
