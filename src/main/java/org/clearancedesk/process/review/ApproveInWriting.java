package org.clearancedesk.process.review;

import static org.clearancedesk.process.CaseVariable.*;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.clearancedesk.consent.Consents;
import org.clearancedesk.evidence.Evidence;
import org.clearancedesk.evidence.ReviewedFiles;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.process.CaseFile;
import org.clearancedesk.process.Completion;
import org.clearancedesk.review.ApprovalDecision;
import org.clearancedesk.review.ApprovalOutcome;
import org.springframework.stereotype.Component;

/** Takes the approver's decision. */
@Component
class ApproveInWriting implements TaskListener {

    private final Completion completion;
    private final Evidence evidence;
    private final ReviewedFiles reviewed;
    private final Consents consents;
    private final CurrentCaller caller;
    private final Clock clock;

    ApproveInWriting(
            Completion completion,
            Evidence evidence,
            ReviewedFiles reviewed,
            Consents consents,
            CurrentCaller caller,
            Clock clock) {
        this.caller = caller;
        this.reviewed = reviewed;
        this.completion = completion;
        this.evidence = evidence;
        this.consents = consents;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        completion.record(task, this::read);
    }

    private ApprovalDecision read(CaseFile file) {
        ApprovalDecision approvalDecision =
                ApprovalDecision.from(file.answers(APPROVAL_OUTCOME, APPROVAL_REASON, VALID_UNTIL), clock);
        if (approvalDecision.outcome() == ApprovalOutcome.APPROVED) {
            evidence.requireClean(file.number());
            reviewed.requireAllSeen(file.number(), caller.get().user());
            consents.requireAllHold(file.number(), approvalDecision);
        }
        return approvalDecision;
    }
}
