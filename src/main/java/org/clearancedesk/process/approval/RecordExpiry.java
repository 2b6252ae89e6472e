package org.clearancedesk.process.approval;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.clearancedesk.process.CaseFiles;
import org.clearancedesk.process.notice.CaseNotices;
import org.springframework.stereotype.Component;

@Component
class RecordExpiry implements JavaDelegate {

    private final CaseFiles files;
    private final Approvals approvals;
    private final Outbox outbox;

    RecordExpiry(CaseFiles files, Approvals approvals, Outbox outbox) {
        this.files = files;
        this.approvals = approvals;
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = files.of(execution).number();
        approvals.requireAlive(number);
        approvals.expire(number);
        outbox.queue(CaseNotices.ofCase(NoticeKind.EXPIRED, number)
                .endingAt(approvals.validity(number).orElseThrow().ends()));
    }
}
