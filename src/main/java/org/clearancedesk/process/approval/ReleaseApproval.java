package org.clearancedesk.process.approval;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.approval.StoredSuspension;
import org.clearancedesk.approval.StoredSuspension.Decision;
import org.clearancedesk.approval.Suspensions;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.clearancedesk.process.CaseFiles;
import org.clearancedesk.process.notice.CaseNotices;
import org.springframework.stereotype.Component;

@Component
class ReleaseApproval implements JavaDelegate {

    private final CaseFiles files;
    private final Approvals approvals;
    private final Suspensions suspensions;
    private final Outbox outbox;

    ReleaseApproval(CaseFiles files, Approvals approvals, Suspensions suspensions, Outbox outbox) {
        this.files = files;
        this.approvals = approvals;
        this.suspensions = suspensions;
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = files.of(execution).number();
        approvals.requireAlive(number);
        for (StoredSuspension kept : suspensions.releasing(number)) {
            Decision decided = Objects.requireNonNull(kept.decision());
            if (approvals.release(kept.id(), decided.by(), decided.because())) {
                outbox.queue(CaseNotices.ofCase(NoticeKind.RELEASED, number, kept.id())
                        .because(decided.because()));
            }
        }
    }
}
