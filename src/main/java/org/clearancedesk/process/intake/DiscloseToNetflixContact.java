package org.clearancedesk.process.intake;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.intake.Tier;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.clearancedesk.process.CaseFile;
import org.clearancedesk.process.CaseFiles;
import org.clearancedesk.process.notice.CaseNotices;
import org.clearancedesk.process.notice.NoticeSender;
import org.clearancedesk.register.CaseEvents;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.ClearanceCase;
import org.springframework.stereotype.Component;

@Component
class DiscloseToNetflixContact implements JavaDelegate {

    private final CaseFiles files;
    private final NoticeSender noticeSender;
    private final CaseEvents caseEvents;
    private final CaseRepository cases;
    private final Outbox outbox;

    DiscloseToNetflixContact(
            CaseFiles files, NoticeSender noticeSender, CaseEvents caseEvents, CaseRepository cases, Outbox outbox) {
        this.files = files;
        this.noticeSender = noticeSender;
        this.caseEvents = caseEvents;
        this.cases = cases;
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseFile file = files.of(execution);
        noticeSender.send(CaseNotices.ofCase(NoticeKind.DISCLOSURE, file.number()), List.of());
        caseEvents.disclosed(file.number());
        if (wasToWait(file)) {
            outbox.queue(CaseNotices.ofCase(NoticeKind.INFORMING_IS_ENOUGH, file.number()));
        }
    }

    /** The acknowledgement told everybody else at once that they need not wait. */
    private boolean wasToWait(CaseFile file) {
        ClearanceCase onRecord = cases.get(file.number());
        return onRecord.tier() != Tier.LOW || onRecord.round() > 1;
    }
}
