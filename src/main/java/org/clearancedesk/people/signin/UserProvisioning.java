package org.clearancedesk.people.signin;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.UserDirectory;
import org.clearancedesk.people.UserSync;
import org.clearancedesk.register.CaseEvents;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets in whomever the identity provider vouches for. A person is the provider's subject: they keep their user name in the
 * desk even when the provider gives them another, and nobody else ever gets it.
 */
@Component
class UserProvisioning {

    private static final Predicate<String> USER_NAME =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,63}").asMatchPredicate();

    private final SubjectRepository subjects;
    private final UserSync mirror;
    private final UserDirectory userDirectory;
    private final CurrentCaller currentCaller;
    private final TransactionTemplate transaction;

    UserProvisioning(
            SubjectRepository subjects,
            UserSync mirror,
            UserDirectory userDirectory,
            CurrentCaller currentCaller,
            PlatformTransactionManager transactions) {
        this.subjects = subjects;
        this.mirror = mirror;
        this.userDirectory = userDirectory;
        this.currentCaller = currentCaller;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @return the person with the groups that they are in now
     * @throws SignInRefused when they are in none, or their user name cannot be theirs; with a sentence for them
     */
    Caller welcome(OidcProfile oidcProfile) {
        String user = settle(oidcProfile);
        Optional<Caller> person = userDirectory.find(user);
        person.ifPresent(currentCaller::remember);
        return person.filter(caller -> !caller.groups().isEmpty()).orElseThrow(() -> inNoGroup(oidcProfile));
    }

    private static SignInRefused inNoGroup(OidcProfile oidcProfile) {
        return new SignInRefused(
                "You are signed in as “%s”, but that account is in none of the groups that use the clearance desk. Please ask whoever looks after accounts at the studio to add you to one."
                        .formatted(oidcProfile.userName()));
    }

    private String settle(OidcProfile oidcProfile) {
        try {
            return register(oidcProfile);
        } catch (DuplicateKeyException theirOtherWindowWasFaster) {
            return register(oidcProfile);
        } catch (SignInRefused refused) {
            // The name may be taken by themselves, in another window a moment ago.
            if (subjects.find(oidcProfile).isEmpty()) {
                throw refused;
            }
            return register(oidcProfile);
        }
    }

    private String register(OidcProfile oidcProfile) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<String> known = subjects.find(oidcProfile);
            if (known.isEmpty()) {
                checkNew(oidcProfile);
                subjects.add(oidcProfile);
            }
            String user = known.orElse(oidcProfile.userName());
            // An older token must not bring back a membership that has ended since.
            if (subjects.isNews(oidcProfile)) {
                mirror.keep(
                        user,
                        oidcProfile.firstName(),
                        oidcProfile.lastName(),
                        oidcProfile.email(),
                        oidcProfile.groups());
            }
            return user;
        }));
    }

    private void checkNew(OidcProfile oidcProfile) {
        if (oidcProfile.groups().isEmpty()) {
            throw inNoGroup(oidcProfile);
        }
        checkName(oidcProfile.userName());
    }

    private void checkName(String user) {
        if (!USER_NAME.test(user)) {
            throw new SignInRefused(
                    "The studio's sign-in calls you “%s”, which the desk cannot take as a user name: letters, digits and . _ @ + - only, 64 at most. Please ask whoever looks after accounts to change it."
                            .formatted(user));
        }
        if (CaseEvents.DESK.equalsIgnoreCase(user) || subjects.isTaken(user) || mirror.knows(user)) {
            throw new SignInRefused(
                    "The user name “%s” belonged to somebody else, and their cases stay theirs. Please ask whoever looks after accounts at the studio to give you another one."
                            .formatted(user));
        }
    }
}
