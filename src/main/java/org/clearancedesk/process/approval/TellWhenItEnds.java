package org.clearancedesk.process.approval;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.approval.Validity;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.clearancedesk.process.CaseFiles;
import org.clearancedesk.process.notice.CaseNotices;
import org.springframework.stereotype.Component;

@Component
class TellWhenItEnds implements JavaDelegate {

    private final CaseFiles files;
    private final Approvals approvals;
    private final Outbox outbox;
    private final Clock clock;

    TellWhenItEnds(CaseFiles files, Approvals approvals, Outbox outbox, Clock clock) {
        this.files = files;
        this.approvals = approvals;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = files.of(execution).number();
        Validity validity = approvals.validity(number).orElseThrow();
        outbox.queue(CaseNotices.ofCase(
                        NoticeKind.EXPIRING,
                        number,
                        validity.reachedBy(clock.instant()).name())
                .endingAt(validity.ends()));
    }
}
