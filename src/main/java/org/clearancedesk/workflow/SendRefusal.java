package org.clearancedesk.workflow;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.register.Cases;
import org.clearancedesk.register.EventType;
import org.clearancedesk.register.Register;
import org.springframework.stereotype.Component;

@Component
class SendRefusal implements JavaDelegate {

    private final CaseFiles files;
    private final Cases cases;
    private final Courier courier;
    private final Register register;

    SendRefusal(CaseFiles files, Cases cases, Courier courier, Register register) {
        this.files = files;
        this.cases = cases;
        this.courier = courier;
        this.register = register;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = files.of(execution).number();
        courier.send(
                CaseNotices.ofCase(NoticeKind.REFUSED, number).because(cases.reasonsOfThisRound(number)), List.of());
        register.sent(number, EventType.REFUSAL_SENT);
    }
}
