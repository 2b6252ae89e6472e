package org.clearancedesk.process.approval;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.approval.ConditionRepository;
import org.clearancedesk.approval.StoredSuspension;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.clearancedesk.process.CaseFile;
import org.clearancedesk.process.CaseFiles;
import org.clearancedesk.process.notice.CaseNotices;
import org.springframework.stereotype.Component;

@Component
class SuspendForCondition implements JavaDelegate {

    private final CaseFiles files;
    private final Approvals approvals;
    private final ConditionRepository conditions;
    private final Outbox outbox;

    SuspendForCondition(CaseFiles files, Approvals approvals, ConditionRepository conditions, Outbox outbox) {
        this.files = files;
        this.approvals = approvals;
        this.conditions = conditions;
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseFile file = files.of(execution);
        StoredSuspension kept =
                approvals.suspendFor(conditions.get(file.number(), new ApprovalFile(execution).position()));
        outbox.queue(CaseNotices.ofCase(NoticeKind.SUSPENDED, file.number(), kept.id())
                .because(kept.suspension().reason()));
    }
}
