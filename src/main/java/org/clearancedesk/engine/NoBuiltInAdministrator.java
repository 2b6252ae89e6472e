package org.clearancedesk.engine;

import java.util.List;
import org.clearancedesk.operations.start.StartRule;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Administrators come from the login provider; the engine makes none with a password of their own. */
@Component
class NoBuiltInAdministrator implements StartRule {

    @Override
    public List<String> broken(Environment settings) {
        return settings.getProperty("camunda.bpm.admin-user.id", "").isBlank()
                        && settings.getProperty("camunda.bpm.admin-user.password", "")
                                .isBlank()
                ? List.of()
                : List.of("An administrator with a password would be made: take camunda.bpm.admin-user away and set"
                        + " clearance-desk.sign-in.groups.admins instead.");
    }
}
