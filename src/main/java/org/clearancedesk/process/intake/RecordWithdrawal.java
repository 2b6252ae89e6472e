package org.clearancedesk.process.intake;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.notice.Notice;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.NotAllowed;
import org.clearancedesk.process.CaseFile;
import org.clearancedesk.process.CaseFiles;
import org.clearancedesk.process.CaseVariable;
import org.clearancedesk.process.notice.CaseNotices;
import org.clearancedesk.register.CaseEvents;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.standing.StandingApprovals;
import org.springframework.stereotype.Component;

/** Whoever was asked is told that there is nothing left to do. */
@Component
class RecordWithdrawal implements JavaDelegate {

    private final CaseFiles files;
    private final CaseEvents caseEvents;
    private final CaseRepository cases;
    private final Outbox outbox;
    private final StandingApprovals standing;
    private final CurrentCaller caller;

    RecordWithdrawal(
            CaseFiles files,
            CaseEvents caseEvents,
            CaseRepository cases,
            Outbox outbox,
            StandingApprovals standing,
            CurrentCaller caller) {
        this.files = files;
        this.standing = standing;
        this.caseEvents = caseEvents;
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
        caseEvents.withdrawn(file.number(), requester, reason);
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
