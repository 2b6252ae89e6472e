package org.clearancedesk.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.notice.Notice;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.clearancedesk.register.Cases;
import org.clearancedesk.register.Register;
import org.springframework.stereotype.Component;

/** Whoever was asked is told that there is nothing left to do. */
@Component
class RecordWithdrawal implements JavaDelegate {

    private final CaseFiles files;
    private final Register register;
    private final Cases cases;
    private final Outbox outbox;

    RecordWithdrawal(CaseFiles files, Register register, Cases cases, Outbox outbox) {
        this.files = files;
        this.register = register;
        this.cases = cases;
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseFile file = files.of(execution);
        String reason = file.withdrawalReason();
        register.withdrawn(file.number(), file.requester(), reason);
        Notice notice = CaseNotices.ofCase(NoticeKind.WITHDRAWN, file.number())
                .withPerson(file.requester())
                .because(reason);
        for (String group : cases.groupsAsked(file.number())) {
            notice = notice.toGroup(group);
        }
        outbox.queue(notice);
    }
}
