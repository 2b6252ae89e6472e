package org.clearancedesk.engine.identity;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.clearancedesk.letter.DisplayNames;
import org.clearancedesk.notice.AddressBook;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.Contact;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.people.UserDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The users and groups that the engine keeps. */
@Component
class EngineUserDirectory implements UserDirectory, AddressBook, DisplayNames {

    private final IdentityService identity;
    private final TransactionTemplate inOneGo;
    private final AccountAddresses accountAddresses;
    private final FormerNames formerNames;

    EngineUserDirectory(
            @Lazy IdentityService identity,
            PlatformTransactionManager transactions,
            AccountAddresses accountAddresses,
            FormerNames formerNames) {
        this.identity = identity;
        this.accountAddresses = accountAddresses;
        this.formerNames = formerNames;
        this.inOneGo = new TransactionTemplate(transactions);
    }

    /**
     * The engine counts wrong passwords too and at the tenth shuts the account for good, whoever guessed; so what it notes
     * about a wrong one is taken back. How long one has to wait is decided before.
     */
    @Override
    public Optional<Caller> signIn(String user, String password) {
        return Objects.requireNonNull(inOneGo.execute(attempt -> {
            User known = identity.createUserQuery().userId(user).singleResult();
            // Whom the login provider brought has none, and the engine cannot compare with nothing.
            if (known != null && known.getPassword() == null) {
                return Optional.empty();
            }
            if (known != null && identity.checkPassword(user, password)) {
                return Optional.of(callerOf(known));
            }
            attempt.setRollbackOnly();
            return Optional.empty();
        }));
    }

    @Override
    public Optional<Caller> find(String user) {
        return Optional.ofNullable(identity.createUserQuery().userId(user).singleResult())
                .map(this::callerOf);
    }

    private Caller callerOf(User found) {
        return new Caller(found.getId(), groupsOf(found.getId()), found.getEmail());
    }

    @Override
    public List<Contact> members(DeskGroup group) {
        return identity.createUserQuery().memberOfGroup(group.id()).unlimitedList().stream()
                .filter(user -> user.getEmail() != null && !user.getEmail().isBlank())
                .map(user -> new Contact(
                        user.getId(),
                        nameOf(user).orElse(user.getEmail().strip()),
                        user.getEmail().strip()))
                .sorted(Comparator.comparing(Contact::name))
                .toList();
    }

    @Override
    public boolean hasOwner(String address) {
        return accountAddresses.hasOwner(address);
    }

    @Override
    public Set<String> productions() {
        return Caller.productionsIn(identity.createGroupQuery().unlimitedList().stream()
                .map(Group::getId)
                .collect(Collectors.toUnmodifiableSet()));
    }

    static Optional<String> nameOf(User user) {
        return Optional.of("%s %s"
                        .formatted(orNothing(user.getFirstName()), orNothing(user.getLastName()))
                        .strip())
                .filter(name -> !name.isEmpty());
    }

    private Set<String> groupsOf(String user) {
        return identity.createGroupQuery().groupMember(user).unlimitedList().stream()
                .map(Group::getId)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String nameOf(String user, Instant time) {
        return formerNames
                .at(user, time)
                .or(() -> nameToday(user))
                .filter(name -> !name.isEmpty())
                .map(name -> "%s (%s)".formatted(name, user))
                .orElse(user);
    }

    private Optional<String> nameToday(String user) {
        User known = identity.createUserQuery().userId(user).singleResult();
        return known == null ? formerNames.last(user) : nameOf(known);
    }

    @Override
    public Optional<String> emailOf(String user) {
        return Optional.ofNullable(identity.createUserQuery().userId(user).singleResult())
                .map(User::getEmail)
                .filter(email -> !email.isBlank());
    }

    @Override
    public List<String> emailsOf(String group) {
        return identity.createUserQuery().memberOfGroup(group).unlimitedList().stream()
                .map(User::getEmail)
                .filter(email -> email != null && !email.isBlank())
                .toList();
    }

    private static String orNothing(@Nullable String name) {
        return name == null ? "" : name;
    }
}
