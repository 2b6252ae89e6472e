package org.clearancedesk.engine.identity;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.TaskService;
import org.clearancedesk.evidence.Evidence;
import org.clearancedesk.register.KnownUserNames;
import org.springframework.stereotype.Component;

/** Whoever has left leaves nothing that somebody could inherit, and their user name stays theirs. */
@Component
public class FormerUsers {

    private final KnownUserNames actors;
    private final Evidence evidence;

    FormerUsers(KnownUserNames actors, Evidence evidence) {
        this.actors = actors;
        this.evidence = evidence;
    }

    /** Whether nobody had that user name, or stands under it in the register. */
    public boolean isFree(String user) {
        return !actors.isKnown(user) && !evidence.isFrom(user);
    }

    /** Gives the tasks that they held back to the groups, and takes away what they had been allowed themselves. */
    public void seeOff(String user, ProcessEngineServices engine) {
        TaskService tasks = engine.getTaskService();
        // A task without a group is the requester's own; it stays where it is.
        tasks.createTaskQuery()
                .taskAssignee(user)
                .withCandidateGroups()
                .includeAssignedTasks()
                .unlimitedList()
                .forEach(task -> tasks.setAssignee(task.getId(), null));
        AuthorizationService authorizations = engine.getAuthorizationService();
        authorizations
                .createAuthorizationQuery()
                .userIdIn(user)
                .unlimitedList()
                .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
        actors.left(user);
    }
}
