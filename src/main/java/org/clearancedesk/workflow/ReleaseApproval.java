package org.clearancedesk.workflow;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.approval.Holds;
import org.clearancedesk.approval.KeptHold;
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
        String number = files.of(execution).number();
        approvals.requireAlive(number);
        for (KeptHold kept : holds.releasing(number)) {
            Decision decided = Objects.requireNonNull(kept.decision());
            if (approvals.release(kept.id(), decided.by(), decided.because())) {
                outbox.queue(CaseNotices.ofCase(NoticeKind.RELEASED, number, kept.id())
                        .because(decided.because()));
            }
        }
    }
}
