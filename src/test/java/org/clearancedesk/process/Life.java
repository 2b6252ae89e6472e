package org.clearancedesk.process;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.clearancedesk.approval.ApprovalProcess;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.approval.ConditionRepository;
import org.clearancedesk.approval.Suspension;
import org.clearancedesk.approval.Suspensions;
import org.clearancedesk.engine.Models;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.register.Status;
import org.clearancedesk.standing.StandingApprovals;
import org.clearancedesk.standing.StandingTerms;

/** What happens to the approval of the case that the desk follows, as time goes by. */
final class Life {

    final Approvals approvals;
    final ConditionRepository conditions;
    final Suspensions suspensions;
    private final Desk desk;
    private final ApprovalProcess process;
    private final StandingApprovals standing;
    private final CurrentCaller caller;

    Life(
            Desk desk,
            ApprovalProcess process,
            Approvals approvals,
            ConditionRepository conditions,
            Suspensions suspensions,
            StandingApprovals standing,
            CurrentCaller caller) {
        this.standing = standing;
        this.caller = caller;
        this.desk = desk;
        this.process = process;
        this.approvals = approvals;
        this.conditions = conditions;
        this.suspensions = suspensions;
    }

    /** A key visual approved in writing, on these conditions. */
    String begins(String... onCondition) {
        return begins(Map.of("approvalOutcome", "APPROVED"), Use.keyVisual(), onCondition);
    }

    String beginsUntil(String lastDay, String... onCondition) {
        return begins(Map.of("approvalOutcome", "APPROVED", "validUntil", lastDay), Use.keyVisual(), onCondition);
    }

    String begins(Map<String, Object> approval, Use use, String... onCondition) {
        String number = desk.requester.asksFor(use);
        if (onCondition.length == 0) {
            desk.legal.clears();
        } else {
            desk.legal.clearsOnCondition(onCondition);
        }
        desk.goesOn();
        desk.approver.answers("approveInWriting", approval);
        desk.runs("issueWrittenApproval");
        desk.runs("sendWrittenApproval");
        desk.sendsWaitingMail();
        return number;
    }

    void holdsUp(Person person, Suspension.Cause cause, String about, String reason) {
        as(person, () -> process.suspend(desk.number(), new Suspension(cause, about, reason)));
    }

    void revokes(Person person, String reason) {
        as(person, () -> process.revoke(desk.number(), reason));
    }

    void waives(Person person, int position, String reason) {
        as(person, () -> process.waive(desk.number(), position, reason));
    }

    void grants(Person person, String number, int uses, LocalDate until) {
        as(person, () -> standing.grant(number, new StandingTerms(uses, until, "Routine."), caller.get()));
    }

    private void as(Person person, Runnable work) {
        desk.onAPage(person.name(), work);
    }

    /** The clock moves on, and every timer of the approval that is due fires; then the mail goes out. */
    void goesOnFor(Duration time) {
        desk.clock.passes(time);
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            desk.jobs.executeJob(due.get(0).getId());
        }
        desk.sendsWaitingMail();
    }

    private List<Job> due() {
        return desk
                .runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(Models.APPROVAL_PROCESS)
                .processInstanceBusinessKey(desk.number())
                .list()
                .stream()
                .flatMap(instance -> desk
                        .jobs
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .timers()
                        .duedateLowerThan(Date.from(desk.clock.instant().plusMillis(1)))
                        .orderByJobDuedate()
                        .asc()
                        .list()
                        .stream())
                .toList();
    }

    Status status() {
        return desk.onRecord().status();
    }

    HistoricProcessInstance past() {
        return desk.history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(Models.APPROVAL_PROCESS)
                .processInstanceBusinessKey(desk.number())
                .singleResult();
    }

    /** Every node that the approval went through, in order. */
    List<String> route() {
        return desk
                .history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(past().getId())
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .filter(node -> node.getEndTime() != null && !node.isCanceled())
                .map(node -> node.getActivityId())
                .toList();
    }

    boolean isOver() {
        return past().getEndTime() != null;
    }
}
