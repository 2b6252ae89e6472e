package org.clearancedesk.workflow;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.register.Register;
import org.springframework.stereotype.Component;

@Component
class DiscloseToNetflixContact implements JavaDelegate {

    private final CaseFiles files;
    private final Courier courier;
    private final Register register;

    DiscloseToNetflixContact(CaseFiles files, Courier courier, Register register) {
        this.files = files;
        this.courier = courier;
        this.register = register;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseFile file = files.of(execution);
        courier.send(CaseNotices.ofCase(NoticeKind.DISCLOSURE, file.number()), List.of());
        register.disclosed(file.number());
    }
}
