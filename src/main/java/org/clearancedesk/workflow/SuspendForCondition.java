package org.clearancedesk.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.approval.Conditions;
import org.clearancedesk.approval.KeptHold;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.springframework.stereotype.Component;

@Component
class SuspendForCondition implements JavaDelegate {

    private final CaseFiles files;
    private final Approvals approvals;
    private final Conditions conditions;
    private final Outbox outbox;

    SuspendForCondition(CaseFiles files, Approvals approvals, Conditions conditions, Outbox outbox) {
        this.files = files;
        this.approvals = approvals;
        this.conditions = conditions;
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseFile file = files.of(execution);
        KeptHold kept = approvals.suspendFor(conditions.get(file.number(), new ApprovalFile(execution).position()));
        outbox.queue(CaseNotices.ofCase(NoticeKind.SUSPENDED, file.number(), kept.id())
                .because(kept.hold().reason()));
    }
}
