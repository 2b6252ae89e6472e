package org.clearancedesk.process.review;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.process.CaseFiles;
import org.clearancedesk.process.notice.CaseNotices;
import org.clearancedesk.process.notice.NoticeSender;
import org.clearancedesk.register.CaseEvents;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.EventType;
import org.springframework.stereotype.Component;

@Component
class SendRefusal implements JavaDelegate {

    private final CaseFiles files;
    private final CaseRepository cases;
    private final NoticeSender noticeSender;
    private final CaseEvents caseEvents;

    SendRefusal(CaseFiles files, CaseRepository cases, NoticeSender noticeSender, CaseEvents caseEvents) {
        this.files = files;
        this.cases = cases;
        this.noticeSender = noticeSender;
        this.caseEvents = caseEvents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = files.of(execution).number();
        noticeSender.send(
                CaseNotices.ofCase(NoticeKind.REFUSED, number).because(cases.reasonsOfThisRound(number)), List.of());
        caseEvents.sent(number, EventType.REFUSAL_SENT);
    }
}
