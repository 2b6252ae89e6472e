package org.clearancedesk.process.approval;

import static org.clearancedesk.process.CaseVariable.*;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.approval.Condition;
import org.clearancedesk.approval.ConditionAnswer;
import org.clearancedesk.approval.ConditionOutcome;
import org.clearancedesk.approval.ConditionRepository;
import org.clearancedesk.evidence.Evidence;
import org.clearancedesk.intake.Step;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.people.NotAllowed;
import org.clearancedesk.process.CaseFiles;
import org.clearancedesk.process.FourEyes;
import org.clearancedesk.process.StepTimes;
import org.clearancedesk.process.TaskSubjects;
import org.clearancedesk.process.notice.CaseNotices;
import org.clearancedesk.register.CaseRepository;
import org.springframework.stereotype.Component;

/** Takes the holder's word that a condition is fulfilled, or an approver's that it is waived. */
@Component
class FulfilCondition implements TaskListener {

    private final CaseFiles files;
    private final CurrentCaller caller;
    private final CaseRepository cases;
    private final FourEyes fourEyes;
    private final ConditionRepository conditions;
    private final Approvals approvals;
    private final Evidence evidence;
    private final TaskSubjects subjects;
    private final Outbox outbox;
    private final StepTimes times;

    FulfilCondition(
            CaseFiles files,
            CurrentCaller caller,
            CaseRepository cases,
            FourEyes fourEyes,
            ConditionRepository conditions,
            Approvals approvals,
            Evidence evidence,
            TaskSubjects subjects,
            Outbox outbox,
            StepTimes times) {
        this.files = files;
        this.caller = caller;
        this.cases = cases;
        this.fourEyes = fourEyes;
        this.conditions = conditions;
        this.approvals = approvals;
        this.evidence = evidence;
        this.subjects = subjects;
        this.outbox = outbox;
        this.times = times;
    }

    @Override
    public void notify(DelegateTask task) {
        files.forPerson(task.getExecution(), file -> {
            String number = file.number();
            Caller person = caller.get();
            ConditionAnswer answer =
                    ConditionAnswer.from(file.answers(CONDITION_OUTCOME, CONDITION_REASON, CONDITION_EVIDENCE));
            requireMaySay(answer.outcome(), person, cases.get(number).requester());
            if (answer.outcome() == ConditionOutcome.WAIVED) {
                fourEyes.requireFreeHands(Step.APPROVE_IN_WRITING, number, person);
            }
            approvals.requireAlive(number);
            evidence.attach(answer.evidence(), number, person.user());
            file.forgetWords();
            Condition condition = conditions.get(number, 1 + subjects.placeOf(task));
            if (approvals.settle(condition, answer, person.user())) {
                outbox.queue(CaseNotices.ofCase(NoticeKind.RELEASED, number, task.getId())
                        .because(answer.reason()));
            }
            times.completed(task);
        });
    }

    private static void requireMaySay(ConditionOutcome outcome, Caller person, String holder) {
        boolean own = person.user().equals(holder);
        if (outcome == ConditionOutcome.FULFILLED && !own) {
            throw NotAllowed.at("", "Only whoever holds the approval can say that its condition is fulfilled.");
        }
        if (outcome == ConditionOutcome.WAIVED && own) {
            throw NotAllowed.at("", "This approval is your own, so somebody else has to waive its condition.");
        }
        if (outcome == ConditionOutcome.WAIVED && !person.isIn(DeskGroup.APPROVERS)) {
            throw NotAllowed.at("", "Only an approver can waive a condition.");
        }
    }
}
