package org.clearancedesk.engine.hardening;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.clearancedesk.engine.identity.AccountAddresses;
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

    private static final String TAKEN =
            "Another account has this e-mail address. Please give the address that is this person’s alone.";
    private static final String NO_ADDRESS =
            "Please give one e-mail address in plain letters, like name@studio.example.";
    static final String NO_ACCOUNT = "There is no account “%s”. Please check its name.";

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
        if (visibleCharactersOf(password) < SHORTEST_PASSWORD) {
            return Optional.of(TOO_SHORT);
        }
        // Whoever knows another one's password gives opinions in their name, today or once they have joined a group.
        boolean isOfSomebodyElse = before != null && !before.getId().equals(person);
        return isOfSomebodyElse ? Optional.of(OF_SOMEBODY_ELSE) : Optional.empty();
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
    Optional<String> leaving(@Nullable String member, @Nullable String group) {
        return member == null || group == null || groupsOf(member).contains(group)
                ? Optional.empty()
                : Optional.of("“%s” is not in “%s”.".formatted(member, group));
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

    private static long visibleCharactersOf(String password) {
        return password.codePoints().filter(AccountRules::isVisible).count();
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
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
