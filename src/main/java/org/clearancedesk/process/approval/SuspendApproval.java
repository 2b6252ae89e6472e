package org.clearancedesk.process.approval;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.approval.StoredSuspension;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.clearancedesk.process.CaseFile;
import org.clearancedesk.process.CaseFiles;
import org.clearancedesk.process.CaseVariable;
import org.clearancedesk.process.notice.CaseNotices;
import org.springframework.stereotype.Component;

@Component
class SuspendApproval implements JavaDelegate {

    private final CaseFiles files;
    private final Approvals approvals;
    private final Outbox outbox;

    SuspendApproval(CaseFiles files, Approvals approvals, Outbox outbox) {
        this.files = files;
        this.approvals = approvals;
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseFile file = files.of(execution);
        ApprovalFile own = new ApprovalFile(execution);
        StoredSuspension kept = approvals.suspend(file.text(CaseVariable.HOLD_ID));
        // Several suspensions can be open at once, each with its own answer.
        own.keepApart(CaseVariable.HOLD_ID, kept.id());
        own.keepApart(CaseVariable.HOLD_OUTCOME, null);
        own.keepApart(CaseVariable.HOLD_REASON, null);
        outbox.queue(CaseNotices.ofCase(NoticeKind.SUSPENDED, file.number(), kept.id())
                .because(kept.suspension().reason()));
    }
}
