package org.clearancedesk.process.approval;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.people.NotAllowed;
import org.clearancedesk.process.CaseFiles;
import org.clearancedesk.process.CaseVariable;
import org.clearancedesk.process.notice.CaseNotices;
import org.clearancedesk.register.CaseRepository;
import org.springframework.stereotype.Component;

/** Ends an approval because legal decided so on a suspension, or because an approver or legal wants it. */
@Component
class RecordRevocation implements JavaDelegate {

    private final CaseFiles files;
    private final Approvals approvals;
    private final CaseRepository cases;
    private final Outbox outbox;
    private final CurrentCaller caller;

    RecordRevocation(CaseFiles files, Approvals approvals, CaseRepository cases, Outbox outbox, CurrentCaller caller) {
        this.files = files;
        this.approvals = approvals;
        this.cases = cases;
        this.outbox = outbox;
        this.caller = caller;
    }

    @Override
    public void execute(DelegateExecution execution) {
        files.forPerson(execution, file -> {
            Caller person = caller.get();
            requireMayRevoke(file.number(), person);
            approvals.requireAlive(file.number());
            String given = file.holds(CaseVariable.REVOCATION_REASON) ? file.text(CaseVariable.REVOCATION_REASON) : "";
            String reason = approvals.revoke(file.number(), person.user(), given);
            outbox.queue(CaseNotices.ofCase(NoticeKind.REVOKED, file.number()).because(reason));
        });
    }

    /** @throws BadInput when the person is neither an approver nor of legal, or the request is their own */
    void requireMayRevoke(String number, Caller person) {
        if (!person.isIn(DeskGroup.APPROVERS) && !person.isIn(DeskGroup.LEGAL)) {
            throw NotAllowed.at("", "Only an approver or somebody of legal can revoke an approval.");
        }
        if (cases.get(number).requester().equals(person.user())) {
            throw NotAllowed.at("", "This approval is your own, so somebody else has to revoke it.");
        }
    }
}
