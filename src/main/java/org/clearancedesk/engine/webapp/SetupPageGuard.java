package org.clearancedesk.engine.webapp;

import java.math.BigInteger;
import java.security.SecureRandom;
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

    /** The user name that nobody else gets. */
    public static final String NOBODY = "nobody";

    private static final int PASSWORD_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final IdentityService identity;

    SetupPageGuard(IdentityService identity) {
        this.identity = identity;
    }

    public void shut() {
        if (identity.createUserQuery().memberOfGroup(DeskGroup.ADMINS.id()).count() > 0) {
            return;
        }
        User known = identity.createUserQuery().userId(NOBODY).singleResult();
        User nobody = known == null ? identity.newUser(NOBODY) : known;
        nobody.setFirstName("Nobody");
        nobody.setLastName("(keeps the set-up page shut)");
        if (known != null) {
            // Somebody may have made an account of this name on an earlier desk, and knows its password.
            nobody.setPassword(new BigInteger(PASSWORD_BITS, RANDOM).toString(Character.MAX_RADIX));
        }
        identity.saveUser(nobody);
        identity.createMembership(NOBODY, DeskGroup.ADMINS.id());
    }
}
