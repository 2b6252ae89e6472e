package org.clearancedesk.process.intake;

import static org.clearancedesk.process.CaseVariable.*;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.clearancedesk.evidence.ReviewedFiles;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.process.CaseFile;
import org.clearancedesk.process.Completion;
import org.clearancedesk.review.EscalationAssessment;
import org.clearancedesk.review.EscalationOutcome;
import org.springframework.stereotype.Component;

/** Takes what the Netflix contact decided on a request in doubt. */
@Component
class AssessEscalatedUse implements TaskListener {

    private final Completion completion;
    private final ReviewedFiles reviewed;
    private final CurrentCaller caller;

    AssessEscalatedUse(Completion completion, ReviewedFiles reviewed, CurrentCaller caller) {
        this.completion = completion;
        this.reviewed = reviewed;
        this.caller = caller;
    }

    @Override
    public void notify(DelegateTask task) {
        completion.record(task, this::read);
    }

    private EscalationAssessment read(CaseFile file) {
        EscalationAssessment assessment =
                EscalationAssessment.from(file.answers(ESCALATION_OUTCOME, ESCALATION_REASON));
        if (assessment.outcome() == EscalationOutcome.INFORM_ONLY) {
            reviewed.requireShownTo(caller.get().user(), file.number());
        }
        return assessment;
    }
}
