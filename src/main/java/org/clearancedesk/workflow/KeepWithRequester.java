package org.clearancedesk.workflow;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.clearancedesk.register.Cases;
import org.clearancedesk.request.BadInput;
import org.springframework.stereotype.Component;

/** Changing a request is for whoever made it; given away or put back, the task would be in nobody's list. */
@Component
class KeepWithRequester implements TaskListener {

    private final CaseFiles files;
    private final Cases cases;

    KeepWithRequester(CaseFiles files, Cases cases) {
        this.files = files;
        this.cases = cases;
    }

    @Override
    public void notify(DelegateTask task) {
        files.forPerson(task.getExecution(), file -> {
            if (!cases.get(file.number()).requester().equals(task.getAssignee())) {
                throw new BadInput(
                        "", "This task stays with whoever made the request. To give it up, withdraw the request.");
            }
        });
    }
}
