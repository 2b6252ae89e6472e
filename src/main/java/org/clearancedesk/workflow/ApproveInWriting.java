package org.clearancedesk.workflow;

import static org.clearancedesk.workflow.CaseVariable.*;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.clearancedesk.review.Approval;
import org.springframework.stereotype.Component;

/** Takes the approver's decision. */
@Component
class ApproveInWriting implements TaskListener {

    private final Completion completion;
    private final Clock clock;

    ApproveInWriting(Completion completion, Clock clock) {
        this.completion = completion;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        completion.record(
                task, file -> Approval.from(file.answers(APPROVAL_OUTCOME, APPROVAL_REASON, VALID_UNTIL), clock));
    }
}
