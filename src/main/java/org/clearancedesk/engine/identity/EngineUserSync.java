package org.clearancedesk.engine.identity;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.clearancedesk.people.UserSync;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Keeps the copy of the provider's people among the engine's users, so that its pages show them and its tasks reach them. */
@Component
class EngineUserSync implements UserSync {

    private static final Logger LOG = LoggerFactory.getLogger(EngineUserSync.class);
    private static final String PRODUCTION = "production-";

    private final IdentityService identity;
    private final AccountNames accountNames;
    private final AccountAddresses accountAddresses;

    EngineUserSync(@Lazy IdentityService identity, AccountNames accountNames, AccountAddresses accountAddresses) {
        this.identity = identity;
        this.accountNames = accountNames;
        this.accountAddresses = accountAddresses;
    }

    @Override
    public boolean knows(String user) {
        return accountNames.isTaken(user);
    }

    @Override
    public void keep(String user, String firstName, String lastName, @Nullable String email, Set<String> groups) {
        describe(user, firstName, lastName, email == null ? null : own(email, user));
        Set<String> before = identity.createGroupQuery().groupMember(user).unlimitedList().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        before.stream()
                .filter(group -> !groups.contains(group))
                .forEach(group -> identity.deleteMembership(user, group));
        groups.stream().filter(group -> !before.contains(group)).forEach(group -> {
            make(group);
            identity.createMembership(user, group);
        });
    }

    /** Cases are shown to whoever has their contact's address, so nobody gets one that is another's already. */
    private @Nullable String own(String email, String user) {
        if (accountAddresses.isOfSomebodyElse(email, user)) {
            LOG.warn("The provider gives an e-mail address to two people. The desk leaves it with the first of them;"
                    + " whoever it is not has to be removed, or to get another address.");
            return null;
        }
        return email;
    }

    private void describe(String id, String firstName, String lastName, @Nullable String email) {
        User user = identity.createUserQuery().userId(id).singleResult();
        if (user == null) {
            user = identity.newUser(id);
        } else if (Objects.equals(user.getFirstName(), firstName)
                && Objects.equals(user.getLastName(), lastName)
                && Objects.equals(user.getEmail(), email)) {
            return;
        }
        user.setFirstName(firstName);
        user.setLastName(lastName);
        user.setEmail(email);
        identity.saveUser(user);
    }

    private void make(String group) {
        if (group.startsWith(PRODUCTION)
                && identity.createGroupQuery().groupId(group).count() == 0) {
            Group production = identity.newGroup(group);
            production.setName(group.substring(PRODUCTION.length()));
            production.setType("PRODUCTION");
            identity.saveGroup(production);
        }
    }
}
