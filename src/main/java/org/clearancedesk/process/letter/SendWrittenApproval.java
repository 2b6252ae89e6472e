package org.clearancedesk.process.letter;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.notice.Attachment;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.process.CaseFiles;
import org.clearancedesk.process.notice.CaseNotices;
import org.clearancedesk.process.notice.NoticeSender;
import org.clearancedesk.register.CaseEvents;
import org.clearancedesk.register.EventType;
import org.clearancedesk.register.LetterRepository;
import org.clearancedesk.register.StoredLetter;
import org.springframework.stereotype.Component;

@Component
class SendWrittenApproval implements JavaDelegate {

    private final CaseFiles files;
    private final LetterRepository letters;
    private final NoticeSender noticeSender;
    private final CaseEvents caseEvents;

    SendWrittenApproval(CaseFiles files, LetterRepository letters, NoticeSender noticeSender, CaseEvents caseEvents) {
        this.files = files;
        this.letters = letters;
        this.noticeSender = noticeSender;
        this.caseEvents = caseEvents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = files.of(execution).number();
        StoredLetter letter = letters.ofCase(number).orElseThrow();
        Attachment pdf = new Attachment(
                letter.number() + ".pdf",
                "application/pdf",
                letters.pdfOfCase(number).orElseThrow());
        noticeSender.send(CaseNotices.ofCase(NoticeKind.APPROVED, number), List.of(pdf));
        caseEvents.sent(number, EventType.LETTER_SENT);
    }
}
