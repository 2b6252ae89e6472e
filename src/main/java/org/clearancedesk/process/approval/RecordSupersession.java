package org.clearancedesk.process.approval;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.clearancedesk.process.CaseFile;
import org.clearancedesk.process.CaseFiles;
import org.clearancedesk.process.CaseVariable;
import org.clearancedesk.process.notice.CaseNotices;
import org.springframework.stereotype.Component;

@Component
class RecordSupersession implements JavaDelegate {

    private final CaseFiles files;
    private final Approvals approvals;
    private final Outbox outbox;

    RecordSupersession(CaseFiles files, Approvals approvals, Outbox outbox) {
        this.files = files;
        this.approvals = approvals;
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseFile file = files.of(execution);
        record(file.number(), file.text(CaseVariable.SUPERSEDED_BY));
    }

    void record(String number, String successor) {
        approvals.supersede(number, successor);
        outbox.queue(CaseNotices.ofCase(NoticeKind.SUPERSEDED, number)
                .because("From now on the approval of %s counts.".formatted(successor)));
    }
}
