package org.clearancedesk.engine.identity;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.clearancedesk.people.DeskGroup;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The people of the demo profile; each one's password is the user name. */
@Component
@Profile("demo")
public class DemoUsers {

    private static final String PRODUCTION = "production-ETERNAUTA-S1";

    private record Person(String id, String firstName, String lastName, List<String> groups) {}

    private static final List<Person> PEOPLE = List.of(
            new Person("requester", "Rosa", "Quiroga", List.of(DeskGroup.REQUESTERS.id(), PRODUCTION)),
            new Person("requester2", "Ravi", "Menon", List.of(DeskGroup.REQUESTERS.id())),
            new Person("contact", "Carla", "Netti", List.of(DeskGroup.NETFLIX_CONTACTS.id())),
            new Person("legal", "Leo", "Gallo", List.of(DeskGroup.LEGAL.id())),
            new Person("talent", "Tara", "Lenz", List.of(DeskGroup.TALENT_RELATIONS.id())),
            new Person("approver", "Aki", "Provo", List.of(DeskGroup.APPROVERS.id())));

    private final IdentityService identity;

    DemoUsers(IdentityService identity) {
        this.identity = identity;
    }

    public void make() {
        if (identity.createGroupQuery().groupId(PRODUCTION).count() == 0) {
            Group production = identity.newGroup(PRODUCTION);
            production.setName("El Eternauta, season 1");
            production.setType("PRODUCTION");
            identity.saveGroup(production);
        }
        PEOPLE.stream()
                .filter(person -> identity.createUserQuery().userId(person.id).count() == 0)
                .forEach(this::create);
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
