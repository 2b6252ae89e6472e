package org.clearancedesk.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.springframework.stereotype.Component;

@Component
class TellWhenItEnds implements JavaDelegate {

    private final CaseFiles files;
    private final Approvals approvals;
    private final Outbox outbox;

    TellWhenItEnds(CaseFiles files, Approvals approvals, Outbox outbox) {
        this.files = files;
        this.approvals = approvals;
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseFile file = files.of(execution);
        outbox.queue(CaseNotices.ofCase(NoticeKind.EXPIRING, file.number(), file.text(CaseVariable.NEXT_MARK))
                .endingAt(approvals.validity(file.number()).orElseThrow().ends()));
    }
}
