package org.clearancedesk.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.approval.Holds;
import org.clearancedesk.approval.KeptHold.Decision;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.springframework.stereotype.Component;

@Component
class ReleaseApproval implements JavaDelegate {

    private final CaseFiles files;
    private final Approvals approvals;
    private final Holds holds;
    private final Outbox outbox;

    ReleaseApproval(CaseFiles files, Approvals approvals, Holds holds, Outbox outbox) {
        this.files = files;
        this.approvals = approvals;
        this.holds = holds;
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseFile file = files.of(execution);
        String id = file.text(CaseVariable.HOLD_ID);
        Decision decided = holds.get(id).decision();
        if (decided == null) {
            throw new IllegalStateException("Nobody has decided on the hold " + id);
        }
        approvals.requireAlive(file.number());
        if (approvals.release(id, decided.by(), decided.because())) {
            outbox.queue(
                    CaseNotices.ofCase(NoticeKind.RELEASED, file.number(), id).because(decided.because()));
        }
    }
}
