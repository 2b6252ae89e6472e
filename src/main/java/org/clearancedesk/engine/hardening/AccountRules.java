package org.clearancedesk.engine.hardening;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.clearancedesk.engine.identity.AccountAddresses;
import org.clearancedesk.engine.webapp.SetupPageGuard;
import org.clearancedesk.intake.EmailAddress;
import org.clearancedesk.people.DeskGroup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What holds for every account: an address of its own, since people are told by it, a password that is not guessed at once,
 * and never the administration and a say in cases together. Each rule gives the sentence of its refusal.
 */
@Component
class AccountRules {

    static final int SHORTEST_PASSWORD = 8;

    static final String TOO_SHORT =
            "Please choose a password of at least %d characters, blanks not counted.".formatted(SHORTEST_PASSWORD);

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}]");

    private static final String TAKEN =
            "Another account has this e-mail address. Please give the address that is this person’s alone.";
    private static final String NO_ADDRESS =
            "Please give one e-mail address in plain letters, like name@studio.example.";
    static final String ANOTHER_ONES =
            "This profile is that of another account. Please open the account that you want to change.";
    private static final String RESERVED = "The desk keeps the user name “%s” for itself. Please choose another.";
    private static final String ONESELF = "Somebody else has to delete your account.";
    private static final String NO_LONGER =
            "You administer the desk no longer: somebody has just taken you out of its administrators.";
    private static final String NO_ACCOUNT = "There is no account “%s”. Please check its name.";

    private static final String OF_SOMEBODY_ELSE =
            "Everybody changes their password themselves. Whoever has forgotten theirs needs another account.";
    private static final String TOGETHER =
            "An administrator has no say in cases, and whoever has one administers nothing. Please take a second account, or"
                    + " take this one out of its other groups first.";

    private static final PrivateField<UserEntity, String> PASSWORD =
            new PrivateField<>(UserEntity.class, "newPassword", String.class);

    private final AccountAddresses accountAddresses;

    AccountRules(AccountAddresses accountAddresses) {
        this.accountAddresses = accountAddresses;
    }

    /** Two who do this at once wait for each other, so that neither overlooks what the other does. */
    Optional<String> address(UserEntity user, @Nullable User before) {
        String address = user.getEmail();
        if (address == null || address.isBlank() || isTheSame(address, before)) {
            return Optional.empty();
        }
        accountAddresses.lock();
        return accountAddresses.isOfSomebodyElse(address, user.getId()) ? Optional.of(TAKEN) : Optional.empty();
    }

    /** Of a password that a person gives, to an account of their own or somebody else's. */
    Optional<String> password(UserEntity user, @Nullable User before, String person) {
        String password = PASSWORD.of(user);
        if (password == null) {
            return Optional.empty();
        }
        String seen = UNSEEN.matcher(password).replaceAll("");
        if (seen.codePointCount(0, seen.length()) < SHORTEST_PASSWORD) {
            return Optional.of(TOO_SHORT);
        }
        // Whoever knows another one's password gives opinions in their name, today or once they have joined a group.
        boolean isOfSomebodyElse = before != null && !before.getId().equals(person);
        return isOfSomebodyElse ? Optional.of(OF_SOMEBODY_ELSE) : Optional.empty();
    }

    /**
     * Of a profile that a person saves: the engine would write one account over another, with the password that it has, where
     * the profile names another one than was opened.
     */
    static Optional<String> identity(UserEntity user, @Nullable User before) {
        if (before == null) {
            return SetupPageGuard.NOBODY.equalsIgnoreCase(user.getId())
                    ? Optional.of(RESERVED.formatted(user.getId()))
                    : Optional.empty();
        }
        return before instanceof UserEntity stored
                        && Objects.equals(stored.getPassword(), user.getPassword())
                        && Objects.equals(stored.getSalt(), user.getSalt())
                ? Optional.empty()
                : Optional.of(ANOTHER_ONES);
    }

    /** Of an account that a person deletes: never their own, so that one administrator always stays. */
    Optional<String> deleting(String leaving, boolean isThere, @Nullable String person) {
        if (!isThere) {
            return Optional.of(NO_ACCOUNT.formatted(leaving));
        }
        return leaving.equals(person) ? Optional.of(ONESELF) : stillAdministers(person);
    }

    /** Two administrators who send each other away at once wait for each other, and the second is none any more. */
    private Optional<String> stillAdministers(@Nullable String person) {
        if (person == null) {
            return Optional.empty();
        }
        accountAddresses.lock();
        return groupsOf(person).contains(DeskGroup.ADMINS.id()) ? Optional.empty() : Optional.of(NO_LONGER);
    }

    /** Of an address that a person gives, to an account of their own or somebody else's. */
    static Optional<String> spelling(UserEntity user, @Nullable User before) {
        String address = user.getEmail();
        return address == null || address.isEmpty() || isTheSame(address, before) || EmailAddress.isOne(address)
                ? Optional.empty()
                : Optional.of(NO_ADDRESS);
    }

    /** Of somebody who is to join a group. */
    Optional<String> joining(@Nullable String member, @Nullable String group) {
        if (member == null || group == null) {
            return Optional.empty();
        }
        if (!isThere(identities -> identities.findUserById(member))) {
            return Optional.of(NO_ACCOUNT.formatted(member));
        }
        if (!isThere(identities -> identities.findGroupById(group))) {
            return Optional.of("There is no group “%s”. Please check its name.".formatted(group));
        }
        List<String> groups = groupsOf(member);
        if (groups.contains(group)) {
            return Optional.of("“%s” is in “%s” already.".formatted(member, group));
        }
        return isForOneself(group) ? together(member, group) : Optional.empty();
    }

    /** Of somebody who is to leave a group. */
    Optional<String> leaving(@Nullable String member, @Nullable String group, String person) {
        if (member == null || group == null) {
            return Optional.empty();
        }
        if (!groupsOf(member).contains(group)) {
            return Optional.of("“%s” is not in “%s”.".formatted(member, group));
        }
        return DeskGroup.ADMINS.id().equals(group) ? stillAdministers(person) : Optional.empty();
    }

    private Optional<String> together(String member, String group) {
        boolean administers = DeskGroup.ADMINS.id().equals(group);
        accountAddresses.lock();
        return groupsOf(member).stream()
                        .filter(AccountRules::isForOneself)
                        .anyMatch(other -> administers != DeskGroup.ADMINS.id().equals(other))
                ? Optional.of(TOGETHER)
                : Optional.empty();
    }

    private static boolean isTheSame(String address, @Nullable User before) {
        return before != null && before.getEmail() != null && EmailAddress.same(before.getEmail(), address);
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
