package org.clearancedesk.engine.identity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.people.signin.DemoAccount;
import org.clearancedesk.people.signin.DemoAccounts;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The people of the demo profile; each one's password is the user name. */
@Component
@Profile("demo")
public class DemoUsers implements DemoAccounts {

    private static final String PRODUCTION = "production-ETERNAUTA-S1";

    private static final String ADMINISTRATOR = "camunda.bpm.admin-user.";

    private record Person(String id, String firstName, String lastName, String does, List<String> groups) {}

    private static final List<Person> PEOPLE = List.of(
            new Person(
                    "requester",
                    "Rosa",
                    "Quiroga",
                    "asks for a use, follows it, changes or withdraws it",
                    List.of(DeskGroup.REQUESTERS.id(), PRODUCTION)),
            new Person("requester2", "Ravi", "Menon", "asks for other productions", List.of(DeskGroup.REQUESTERS.id())),
            new Person(
                    "contact",
                    "Carla",
                    "Netti",
                    "is the Netflix contact, decides on uses in doubt",
                    List.of(DeskGroup.NETFLIX_CONTACTS.id())),
            new Person("legal", "Leo", "Gallo", "reviews legal exposure", List.of(DeskGroup.LEGAL.id())),
            new Person(
                    "talent",
                    "Tara",
                    "Lenz",
                    "confirms the consent of each performer or craft",
                    List.of(DeskGroup.TALENT_RELATIONS.id())),
            new Person("approver", "Aki", "Provo", "approves in writing", List.of(DeskGroup.APPROVERS.id())));

    private final IdentityService identity;
    private final FormerUsers formerUsers;
    private final Environment settings;

    DemoUsers(IdentityService identity, FormerUsers formerUsers, Environment settings) {
        this.identity = identity;
        this.formerUsers = formerUsers;
        this.settings = settings;
    }

    @Override
    public List<DemoAccount> all() {
        return Stream.concat(
                        PEOPLE.stream()
                                .filter(this::isThere)
                                .map(person -> new DemoAccount(
                                        person.id, person.firstName + " " + person.lastName, person.does)),
                        administrator().stream())
                .toList();
    }

    /** Made by the engine from its settings; whoever gave this one a password of their own knows it. */
    private Optional<DemoAccount> administrator() {
        String id = settings.getProperty(ADMINISTRATOR + "id", "");
        if (id.isEmpty() || !id.equals(settings.getProperty(ADMINISTRATOR + "password"))) {
            return Optional.empty();
        }
        String name = "%s %s"
                .formatted(
                        settings.getProperty(ADMINISTRATOR + "first-name", id),
                        settings.getProperty(ADMINISTRATOR + "last-name", ""));
        return Optional.of(new DemoAccount(id, name.strip(), "sees everything, also in Cockpit"));
    }

    public void make() {
        if (identity.createGroupQuery().groupId(PRODUCTION).count() == 0) {
            Group production = identity.newGroup(PRODUCTION);
            production.setName("El Eternauta, season 1");
            production.setType("PRODUCTION");
            identity.saveGroup(production);
        }
        PEOPLE.stream()
                // Whom an administrator has deleted does not come back.
                .filter(person -> !isThere(person) && formerUsers.isFree(person.id))
                .forEach(this::create);
    }

    private boolean isThere(Person person) {
        return identity.createUserQuery().userId(person.id).count() > 0;
    }

    private void create(Person person) {
        User user = identity.newUser(person.id);
        user.setFirstName(person.firstName);
        user.setLastName(person.lastName);
        user.setEmail(person.id + "@desk.example");
        user.setPassword(person.id);
        identity.saveUser(user);
        person.groups.forEach(group -> identity.createMembership(person.id, group));
    }
}
