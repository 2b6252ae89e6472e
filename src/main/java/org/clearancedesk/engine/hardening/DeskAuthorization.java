package org.clearancedesk.engine.hardening;

import java.util.List;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Looks up the same grants as the engine, without reading all that there are: each waiting task brings one along. A
 * list of {@link OwnTaskQuery} needs none; every other list is read under the grants.
 */
final class DeskAuthorization extends AuthorizationManager {

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        super.configureTaskQuery(query);
        if (OwnTaskQuery.ofItsReader(query, getCurrentAuthentication())) {
            query.getAuthCheck().setAuthorizationCheckEnabled(false);
        }
    }

    /** The engine leaves out groups without any grant, and reads the groups of all grants to find them. */
    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groups) {
        return groups == null ? List.of() : groups;
    }
}
