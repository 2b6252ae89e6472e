package org.clearancedesk.access;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.clearancedesk.register.Register;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets in whomever the identity provider vouches for. A person is the provider's subject: they keep their user name in the
 * desk even when the provider gives them another, and nobody else ever gets it.
 */
@Component
class Arrivals {

    private static final Predicate<String> USER_NAME =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,63}").asMatchPredicate();

    private final Subjects subjects;
    private final PeopleMirror mirror;
    private final Directory directory;
    private final TransactionTemplate transaction;

    Arrivals(Subjects subjects, PeopleMirror mirror, Directory directory, PlatformTransactionManager transactions) {
        this.subjects = subjects;
        this.mirror = mirror;
        this.directory = directory;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @return the person with the groups that they are in now
     * @throws SignInRefused when they are in none, or their user name cannot be theirs; with a sentence for them
     */
    Caller welcome(Newcomer newcomer) {
        String user = settle(newcomer);
        return directory.find(user).filter(caller -> !caller.groups().isEmpty()).orElseThrow(() -> inNoGroup(newcomer));
    }

    private static SignInRefused inNoGroup(Newcomer newcomer) {
        return new SignInRefused(
                "You are signed in as “%s”, but that account is in none of the groups that use the clearance desk. Please ask whoever looks after accounts at the studio to add you to one."
                        .formatted(newcomer.userName()));
    }

    private String settle(Newcomer newcomer) {
        try {
            return register(newcomer);
        } catch (DuplicateKeyException theirOtherWindowWasFaster) {
            return register(newcomer);
        } catch (SignInRefused refused) {
            // The name may be taken by themselves, in another window a moment ago.
            if (subjects.find(newcomer).isEmpty()) {
                throw refused;
            }
            return register(newcomer);
        }
    }

    private String register(Newcomer newcomer) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<String> known = subjects.find(newcomer);
            if (known.isEmpty()) {
                checkNew(newcomer);
                subjects.add(newcomer);
            }
            String user = known.orElse(newcomer.userName());
            // An older token must not bring back a membership that has ended since.
            if (subjects.isNews(newcomer)) {
                mirror.keep(user, newcomer.firstName(), newcomer.lastName(), newcomer.email(), newcomer.groups());
            }
            return user;
        }));
    }

    private void checkNew(Newcomer newcomer) {
        if (newcomer.groups().isEmpty()) {
            throw inNoGroup(newcomer);
        }
        checkName(newcomer.userName());
    }

    private void checkName(String user) {
        if (!USER_NAME.test(user)) {
            throw new SignInRefused(
                    "The studio's sign-in calls you “%s”, which the desk cannot take as a user name: letters, digits and . _ @ + - only, 64 at most. Please ask whoever looks after accounts to change it."
                            .formatted(user));
        }
        if (Register.DESK.equalsIgnoreCase(user) || subjects.isTaken(user) || mirror.knows(user)) {
            throw new SignInRefused(
                    "The user name “%s” belonged to somebody else, and their cases stay theirs. Please ask whoever looks after accounts at the studio to give you another one."
                            .formatted(user));
        }
    }
}
