package org.clearancedesk.engine;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.clearancedesk.people.DeskGroup;
import org.springframework.stereotype.Component;

/**
 * Makes the desk's groups and what they may do in the engine, where that is absent. Only groups get grants; the task of a
 * group opens to it by itself.
 */
@Component
public class Grants {

    private static final String ANY = "*";

    private final IdentityService identity;
    private final AuthorizationService authorizations;

    Grants(IdentityService identity, AuthorizationService authorizations) {
        this.identity = identity;
        this.authorizations = authorizations;
    }

    public void make() {
        for (DeskGroup group : DeskGroup.values()) {
            create(group);
            if (group == DeskGroup.ADMINS) {
                everything(group);
            } else {
                grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
                grant(group, Resources.PROCESS_DEFINITION, Models.PROCESS, ofRequests(group));
                grant(group, Resources.PROCESS_DEFINITION, Models.APPROVAL_PROCESS, Permissions.READ);
            }
        }
        grant(DeskGroup.REQUESTERS, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
    }

    /** In one grant: whoever sends a request while another node starts must not find it narrowed for a moment. */
    private static Permission[] ofRequests(DeskGroup group) {
        return group == DeskGroup.REQUESTERS
                ? new Permission[] {ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.CREATE_INSTANCE}
                : new Permission[] {Permissions.READ};
    }

    /** As the engine does for the administrator that it makes in the demo. */
    private void everything(DeskGroup admins) {
        for (Resource resource : Resources.values()) {
            grant(admins, resource, ANY, Permissions.ALL);
        }
    }

    public void grant(DeskGroup group, Resource resource, String id, Permission... permissions) {
        Authorization grant = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group.id())
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (grant == null) {
            grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
            grant.setGroupId(group.id());
            grant.setResource(resource);
            grant.setResourceId(id);
        }
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }

    private void create(DeskGroup group) {
        if (identity.createGroupQuery().groupId(group.id()).count() == 0) {
            Group created = identity.newGroup(group.id());
            created.setName(group.label());
            created.setType("WORKFLOW");
            identity.saveGroup(created);
        }
    }
}
