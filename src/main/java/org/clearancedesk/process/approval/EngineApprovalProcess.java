package org.clearancedesk.process.approval;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.clearancedesk.approval.ApprovalProcess;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.approval.ConditionOutcome;
import org.clearancedesk.approval.Renewals;
import org.clearancedesk.approval.StoredSuspension;
import org.clearancedesk.approval.Suspension;
import org.clearancedesk.engine.Models;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.process.CaseVariable;
import org.clearancedesk.process.TaskSubjects;
import org.clearancedesk.register.CaseEvents;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class EngineApprovalProcess implements ApprovalProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final TaskSubjects subjects;
    private final Approvals approvals;
    private final Renewals renewals;
    private final RecordSupersession supersession;
    private final RecordRevocation revocation;
    private final CurrentCaller caller;

    EngineApprovalProcess(
            RuntimeService runtime,
            TaskService tasks,
            TaskSubjects subjects,
            Approvals approvals,
            Renewals renewals,
            RecordSupersession supersession,
            RecordRevocation revocation,
            CurrentCaller caller) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.subjects = subjects;
        this.approvals = approvals;
        this.renewals = renewals;
        this.supersession = supersession;
        this.revocation = revocation;
        this.caller = caller;
    }

    @Override
    @Transactional
    public void suspend(String number, Suspension suspension) {
        approvals.requireAlive(number);
        StoredSuspension kept = approvals.begin(number, suspension, actor());
        runtime.createMessageCorrelation(Models.HELD_MESSAGE)
                .processInstanceBusinessKey(number)
                .setVariable(CaseVariable.HOLD_ID.id(), kept.id())
                .correlate();
    }

    @Override
    @Transactional
    public void revoke(String number, String reason) {
        revocation.requireMayRevoke(number, caller.get());
        approvals.requireAlive(number);
        runtime.createMessageCorrelation(Models.REVOKED_MESSAGE)
                .processInstanceBusinessKey(number)
                .setVariable(CaseVariable.REVOCATION_REASON.id(), reason)
                .correlate();
    }

    @Override
    @Transactional
    public void waive(String number, int position, String reason) {
        approvals.requireAlive(number);
        List<String> about = subjects.tasksAbout(number, position - 1);
        Task waiting = tasks
                .createTaskQuery()
                .processDefinitionKey(Models.APPROVAL_PROCESS)
                .processInstanceBusinessKey(number)
                .taskDefinitionKey("fulfilCondition")
                .list()
                .stream()
                .filter(task -> about.contains(task.getId()))
                .findFirst()
                .orElseThrow(() -> new BadInput("", "Condition %d does not wait any more.".formatted(position)));
        try {
            tasks.complete(
                    waiting.getId(),
                    Map.of(
                            CaseVariable.CONDITION_OUTCOME.id(),
                            ConditionOutcome.WAIVED.name(),
                            CaseVariable.CONDITION_REASON.id(),
                            reason));
        } catch (BadUserRequestException refused) {
            throw refused.getCause() instanceof BadInput badInput ? badInput : refused;
        }
    }

    /** Puts a later approval in the place of an earlier one, unless that was revoked meanwhile. */
    void supersede(String earlier, String later) {
        if (!renewals.canBeSuperseded(earlier)) {
            return;
        }
        boolean alive = runtime.createProcessInstanceQuery()
                        .processDefinitionKey(Models.APPROVAL_PROCESS)
                        .processInstanceBusinessKey(earlier)
                        .count()
                > 0;
        if (alive) {
            runtime.createMessageCorrelation(Models.SUPERSEDED_MESSAGE)
                    .processInstanceBusinessKey(earlier)
                    .setVariable(CaseVariable.SUPERSEDED_BY.id(), later)
                    .correlate();
        } else {
            // It has expired and is closed out, so its process is over.
            supersession.record(earlier, later);
        }
    }

    /** Consent ends by itself too; then nobody is signed in. */
    private String actor() {
        try {
            return caller.get().user();
        } catch (AuthenticationException nobody) {
            return CaseEvents.DESK;
        }
    }
}
