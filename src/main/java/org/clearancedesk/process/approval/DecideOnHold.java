package org.clearancedesk.process.approval;

import static org.clearancedesk.process.CaseVariable.*;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.approval.SuspensionDecision;
import org.clearancedesk.approval.Suspensions;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.Step;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.RefusedAttempt;
import org.clearancedesk.people.RefusedAttempts;
import org.clearancedesk.process.CaseFiles;
import org.clearancedesk.process.FourEyes;
import org.clearancedesk.process.StepTimes;
import org.clearancedesk.process.TaskSubjects;
import org.clearancedesk.register.CaseEvents;
import org.springframework.stereotype.Component;

/** Takes legal's decision on a suspended approval. */
@Component
class DecideOnHold implements TaskListener {

    private final CaseFiles files;
    private final CurrentCaller caller;
    private final FourEyes fourEyes;
    private final Approvals approvals;
    private final Suspensions suspensions;
    private final TaskSubjects subjects;
    private final CaseEvents caseEvents;
    private final RefusedAttempts attempts;
    private final StepTimes times;

    DecideOnHold(
            CaseFiles files,
            CurrentCaller caller,
            FourEyes fourEyes,
            Approvals approvals,
            Suspensions suspensions,
            TaskSubjects subjects,
            CaseEvents caseEvents,
            RefusedAttempts attempts,
            StepTimes times) {
        this.files = files;
        this.caller = caller;
        this.fourEyes = fourEyes;
        this.approvals = approvals;
        this.suspensions = suspensions;
        this.subjects = subjects;
        this.caseEvents = caseEvents;
        this.attempts = attempts;
        this.times = times;
    }

    @Override
    public void notify(DelegateTask task) {
        files.forPerson(task.getExecution(), file -> {
            Caller person = caller.get();
            requireMayDecide(file.number(), person);
            SuspensionDecision decision = SuspensionDecision.from(file.answers(HOLD_OUTCOME, HOLD_REASON));
            approvals.requireAlive(file.number());
            String suspension = subjects.suspensionOf(task);
            if (suspensions.open(file.number()).stream()
                    .noneMatch(kept -> kept.id().equals(suspension))) {
                throw new BadInput("", "This step is about another suspension.");
            }
            caseEvents.letIn(file.number(), person.user());
            approvals.decide(suspension, decision, person.user());
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
