package org.clearancedesk.process.intake;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.clearancedesk.people.NotAllowed;
import org.clearancedesk.process.CaseFiles;
import org.clearancedesk.register.CaseRepository;
import org.springframework.stereotype.Component;

/** Changing a request is for whoever made it; given away or put back, the task would be in nobody's list. */
@Component
class KeepWithRequester implements TaskListener {

    private final CaseFiles files;
    private final CaseRepository cases;

    KeepWithRequester(CaseFiles files, CaseRepository cases) {
        this.files = files;
        this.cases = cases;
    }

    @Override
    public void notify(DelegateTask task) {
        files.forPerson(task.getExecution(), file -> {
            if (!cases.get(file.number()).requester().equals(task.getAssignee())) {
                throw NotAllowed.at("", "This task stays with whoever made the request.");
            }
        });
    }
}
