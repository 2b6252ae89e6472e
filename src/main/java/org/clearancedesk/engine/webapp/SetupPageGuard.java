package org.clearancedesk.engine.webapp;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.clearancedesk.people.DeskGroup;
import org.springframework.stereotype.Component;

/**
 * Keeps the webapp's page for making the first administrator shut. It opens to everybody while no user is a member of the
 * administrators, as before the first of them comes from the login provider (CVE-2026-77226), and all of Tasklist leads
 * there meanwhile. So somebody always is a member, who has no password and whose name nobody else gets.
 */
@Component
public class SetupPageGuard {

    static final String NOBODY = "nobody";

    private final IdentityService identity;

    SetupPageGuard(IdentityService identity) {
        this.identity = identity;
    }

    public void shut() {
        if (identity.createUserQuery().memberOfGroup(DeskGroup.ADMINS.id()).count() > 0) {
            return;
        }
        if (identity.createUserQuery().userId(NOBODY).count() == 0) {
            User nobody = identity.newUser(NOBODY);
            nobody.setFirstName("Nobody");
            nobody.setLastName("(keeps the set-up page shut)");
            identity.saveUser(nobody);
        }
        identity.createMembership(NOBODY, DeskGroup.ADMINS.id());
    }
}
