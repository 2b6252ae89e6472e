package org.clearancedesk.workflow;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.clearancedesk.register.Cases;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.Register;
import org.clearancedesk.triage.Tier;
import org.springframework.stereotype.Component;

@Component
class DiscloseToNetflixContact implements JavaDelegate {

    private final CaseFiles files;
    private final Courier courier;
    private final Register register;
    private final Cases cases;
    private final Outbox outbox;

    DiscloseToNetflixContact(CaseFiles files, Courier courier, Register register, Cases cases, Outbox outbox) {
        this.files = files;
        this.courier = courier;
        this.register = register;
        this.cases = cases;
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseFile file = files.of(execution);
        courier.send(CaseNotices.ofCase(NoticeKind.DISCLOSURE, file.number()), List.of());
        register.disclosed(file.number());
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
