package org.clearancedesk.process.intake;

import static org.clearancedesk.process.CaseVariable.*;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.clearancedesk.process.Completion;
import org.clearancedesk.review.EscalationAssessment;
import org.springframework.stereotype.Component;

/** Takes what the Netflix contact decided on a request in doubt. */
@Component
class AssessEscalatedUse implements TaskListener {

    private final Completion completion;

    AssessEscalatedUse(Completion completion) {
        this.completion = completion;
    }

    @Override
    public void notify(DelegateTask task) {
        completion.record(task, file -> EscalationAssessment.from(file.answers(ESCALATION_OUTCOME, ESCALATION_REASON)));
    }
}
