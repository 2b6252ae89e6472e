package org.clearancedesk.workflow;

import static org.clearancedesk.workflow.CaseVariable.*;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.clearancedesk.access.Caller;
import org.clearancedesk.access.CurrentCaller;
import org.clearancedesk.access.RefusedAttempt;
import org.clearancedesk.access.RefusedAttempts;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.approval.HoldDecision;
import org.clearancedesk.approval.Holds;
import org.clearancedesk.register.Register;
import org.clearancedesk.request.BadInput;
import org.clearancedesk.triage.Step;
import org.springframework.stereotype.Component;

/** Takes legal's decision on a suspended approval. */
@Component
class DecideOnHold implements TaskListener {

    private final CaseFiles files;
    private final CurrentCaller caller;
    private final FourEyes fourEyes;
    private final Approvals approvals;
    private final Holds holds;
    private final TaskSubjects subjects;
    private final Register register;
    private final RefusedAttempts attempts;
    private final StepTimes times;

    DecideOnHold(
            CaseFiles files,
            CurrentCaller caller,
            FourEyes fourEyes,
            Approvals approvals,
            Holds holds,
            TaskSubjects subjects,
            Register register,
            RefusedAttempts attempts,
            StepTimes times) {
        this.files = files;
        this.caller = caller;
        this.fourEyes = fourEyes;
        this.approvals = approvals;
        this.holds = holds;
        this.subjects = subjects;
        this.register = register;
        this.attempts = attempts;
        this.times = times;
    }

    @Override
    public void notify(DelegateTask task) {
        files.forPerson(task.getExecution(), file -> {
            Caller person = caller.get();
            requireMayDecide(file.number(), person);
            HoldDecision decision = HoldDecision.from(file.answers(HOLD_OUTCOME, HOLD_REASON));
            approvals.requireAlive(file.number());
            String hold = subjects.holdOf(task);
            if (holds.open(file.number()).stream().noneMatch(kept -> kept.id().equals(hold))) {
                throw new BadInput("", "This step is about another hold.");
            }
            register.letIn(file.number(), person.user());
            approvals.decide(hold, decision, person.user());
            file.forgetWords();
            times.completed(task);
        });
    }

    private void requireMayDecide(String number, Caller person) {
        try {
            fourEyes.require(Step.DECIDE_ON_HOLD, number, person);
        } catch (BadInput refused) {
            attempts.record(RefusedAttempt.Kind.STEP_REFUSED, number);
            throw refused;
        }
    }
}
