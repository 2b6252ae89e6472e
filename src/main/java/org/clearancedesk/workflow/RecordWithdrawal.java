package org.clearancedesk.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.access.CurrentCaller;
import org.clearancedesk.access.NotAllowed;
import org.clearancedesk.approval.StandingApprovals;
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
    private final StandingApprovals standing;
    private final CurrentCaller caller;

    RecordWithdrawal(
            CaseFiles files,
            Register register,
            Cases cases,
            Outbox outbox,
            StandingApprovals standing,
            CurrentCaller caller) {
        this.files = files;
        this.standing = standing;
        this.register = register;
        this.cases = cases;
        this.outbox = outbox;
        this.caller = caller;
    }

    @Override
    public void execute(DelegateExecution execution) {
        files.forPerson(execution, this::record);
    }

    private void record(CaseFile file) {
        String requester = cases.get(file.number()).requester();
        if (!caller.get().user().equals(requester)) {
            throw NotAllowed.at("", "Only whoever made the request can withdraw it.");
        }
        String reason = file.text(CaseVariable.WITHDRAWAL_REASON);
        register.withdrawn(file.number(), requester, reason);
        standing.giveBack(file.number());
        Notice notice = CaseNotices.ofCase(NoticeKind.WITHDRAWN, file.number())
                .withPerson(requester)
                .because(reason);
        for (String group : cases.groupsAsked(file.number())) {
            notice = notice.toGroup(group);
        }
        outbox.queue(notice);
    }
}
