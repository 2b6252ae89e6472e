package org.clearancedesk.workflow;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.clearancedesk.access.Caller;
import org.clearancedesk.access.CurrentCaller;
import org.clearancedesk.access.RefusedAttempt;
import org.clearancedesk.access.RefusedAttempts;
import org.clearancedesk.consent.Consents;
import org.clearancedesk.register.Cases;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.Register;
import org.clearancedesk.register.RoundOpinion;
import org.clearancedesk.request.BadInput;
import org.clearancedesk.review.ConsentReview;
import org.clearancedesk.review.Opinion;
import org.clearancedesk.triage.Step;
import org.springframework.stereotype.Component;

/**
 * Checks whoever completes a task, however they do it, and puts what they said on record. What does not hold is refused
 * with a sentence, and the task stays open.
 */
@Component
class Completion {

    private final CaseFiles files;
    private final CurrentCaller caller;
    private final Cases cases;
    private final Register register;
    private final Consents consents;
    private final RecordedVariables recorded;
    private final RefusedAttempts attempts;
    private final StepTimes times;

    Completion(
            CaseFiles files,
            CurrentCaller caller,
            Cases cases,
            Register register,
            Consents consents,
            RecordedVariables recorded,
            RefusedAttempts attempts,
            StepTimes times) {
        this.files = files;
        this.caller = caller;
        this.cases = cases;
        this.register = register;
        this.consents = consents;
        this.recorded = recorded;
        this.attempts = attempts;
        this.times = times;
    }

    /** Reads, checks and records an opinion. */
    void record(DelegateTask task, Function<CaseFile, Opinion> reading) {
        files.forPerson(task.getExecution(), file -> {
            Caller person = caller.get();
            Step step = Steps.of(task.getTaskDefinitionKey());
            ClearanceCase onRecord = cases.get(file.number());
            noted(file.number(), () -> FourEyes.requireGroup(step, person));
            noted(file.number(), () -> recorded.requireIn(file, onRecord));
            List<RoundOpinion> earlier = cases.opinions(file.number());
            Opinion opinion = reading.apply(file);
            noted(file.number(), () -> requireNoAnswersAhead(file, opinion, onRecord.round(), earlier));
            noted(file.number(), () -> FourEyes.requireFreeHands(step, onRecord.requester(), earlier, person));
            register.letIn(file.number(), person.user());
            register.said(file.number(), person.user(), opinion);
            if (opinion instanceof ConsentReview review) {
                consents.answered(file.number(), person.user(), review);
            }
            file.forgetWords();
            times.completed(task);
        });
    }

    /** What only somebody does who is up to something is kept in mind; a reason that was forgotten is not. */
    private void noted(String number, Runnable requirement) {
        try {
            requirement.run();
        } catch (BadInput refused) {
            attempts.record(RefusedAttempt.Kind.STEP_REFUSED, number);
            throw refused;
        }
    }

    /** Nobody leaves answers behind for a step that is not theirs. */
    private static void requireNoAnswersAhead(CaseFile file, Opinion opinion, int round, List<RoundOpinion> earlier) {
        List<Opinion> given = Stream.concat(
                        Stream.of(opinion),
                        earlier.stream().filter(each -> each.round() == round).map(each -> each.given()
                                .opinion()))
                .toList();
        for (CaseVariable answer : CaseVariable.answers()) {
            if (file.holds(answer) && given.stream().noneMatch(answer::isPartOf)) {
                throw new BadInput(
                        answer.id(),
                        "“%s” is the answer of another step and cannot be given here.".formatted(answer.id()));
            }
        }
    }
}
