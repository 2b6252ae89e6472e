package org.clearancedesk.workflow;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.notice.Attachment;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.register.EventType;
import org.clearancedesk.register.LetterBook;
import org.clearancedesk.register.Register;
import org.clearancedesk.register.StoredLetter;
import org.springframework.stereotype.Component;

@Component
class SendWrittenApproval implements JavaDelegate {

    private final CaseFiles files;
    private final LetterBook letters;
    private final Courier courier;
    private final Register register;

    SendWrittenApproval(CaseFiles files, LetterBook letters, Courier courier, Register register) {
        this.files = files;
        this.letters = letters;
        this.courier = courier;
        this.register = register;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = files.of(execution).number();
        StoredLetter letter = letters.ofCase(number).orElseThrow();
        Attachment pdf = new Attachment(
                letter.number() + ".pdf",
                "application/pdf",
                letters.pdfOfCase(number).orElseThrow());
        courier.send(CaseNotices.ofCase(NoticeKind.APPROVED, number), List.of(pdf));
        register.sent(number, EventType.LETTER_SENT);
    }
}
