package org.clearancedesk.engine.hardening;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.clearancedesk.engine.identity.AccountAddresses;
import org.clearancedesk.engine.identity.AccountNames;
import org.clearancedesk.engine.webapp.SetupPageGuard;
import org.clearancedesk.intake.EmailAddress;
import org.clearancedesk.register.CaseEvents;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What holds for every account: a name and an address of its own, since people are known and told by them, and a password
 * that is not guessed at once. Each rule gives the sentence of its refusal.
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
    private static final String ALIKE =
            "There is an account “%s” already; capitals make no other name. Please choose another.";
    private static final String GROUP_ALIKE =
            "There is a group “%s” already; capitals make no other name. Please choose another.";
    private static final String AT_EACH_START =
            "The demo makes this account at each start, so it stays. Take it out of its groups instead.";
    static final String OF_A_FORMER_USER =
            "The user name “%s” belonged to somebody else; its requests and signatures stay theirs. Please choose another.";
    private static final String ONESELF = "Somebody else has to delete your account.";
    static final String NO_ACCOUNT = "There is no account “%s”. Please check its name.";

    /** These stand for nobody, or for the desk and its programs, in the record and in addresses. */
    private static final Set<String> KEPT = Set.of(
            SetupPageGuard.NOBODY, CaseEvents.DESK, "system", "anonymous", "anonymoususer", "null", "count", "create");

    private static final String OF_SOMEBODY_ELSE =
            "Everybody changes their password themselves. Whoever has forgotten theirs needs another account.";
    private static final PrivateField<UserEntity, String> PASSWORD =
            new PrivateField<>(UserEntity.class, "newPassword", String.class);

    private final AccountAddresses accountAddresses;
    private final AccountNames accountNames;
    private final MembershipRules memberships;
    private final String madeAtEachStart;

    AccountRules(
            AccountAddresses accountAddresses,
            AccountNames accountNames,
            MembershipRules memberships,
            @Value("${camunda.bpm.admin-user.id:}") String madeAtEachStart) {
        this.accountAddresses = accountAddresses;
        this.accountNames = accountNames;
        this.memberships = memberships;
        this.madeAtEachStart = madeAtEachStart;
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
    Optional<String> identity(UserEntity user, @Nullable User before) {
        if (before == null) {
            if (KEPT.contains(String.valueOf(user.getId()).toLowerCase(Locale.ROOT))) {
                return Optional.of(RESERVED.formatted(user.getId()));
            }
            accountAddresses.lock();
            return accountNames.isTaken(user.getId()) ? Optional.of(ALIKE.formatted(user.getId())) : Optional.empty();
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
        if (leaving.equals(person)) {
            return Optional.of(ONESELF);
        }
        return leaving.equals(madeAtEachStart) ? Optional.of(AT_EACH_START) : memberships.stillAdministers(person);
    }

    /** Of an address that a person gives, to an account of their own or somebody else's. */
    static Optional<String> spelling(UserEntity user, @Nullable User before) {
        String address = user.getEmail();
        return address == null || address.isEmpty() || isTheSame(address, before) || EmailAddress.isOne(address)
                ? Optional.empty()
                : Optional.of(NO_ADDRESS);
    }

    /** Of a group that a person makes. */
    Optional<String> group(GroupEntity group) {
        accountAddresses.lock();
        return group.getRevision() == 0 && accountNames.isTakenByGroup(group.getId())
                ? Optional.of(GROUP_ALIKE.formatted(group.getId()))
                : Optional.empty();
    }

    private static boolean isTheSame(String address, @Nullable User before) {
        return before != null && before.getEmail() != null && EmailAddress.same(before.getEmail(), address);
    }
}
