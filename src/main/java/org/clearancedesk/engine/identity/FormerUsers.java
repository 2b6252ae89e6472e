package org.clearancedesk.engine.identity;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.BadUserRequestException;
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

    /** @throws BadUserRequestException when somebody else has or had that user name */
    public void requireFree(String user) {
        if (actors.isKnown(user) || evidence.isFrom(user)) {
            throw new BadUserRequestException(
                    ("The user name “%s” belonged to somebody else; its requests and signatures stay theirs."
                                    + " Please choose another.")
                            .formatted(user));
        }
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
