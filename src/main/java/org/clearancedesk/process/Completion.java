package org.clearancedesk.process;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.clearancedesk.consent.Consents;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.Step;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.RefusedAttempt;
import org.clearancedesk.people.RefusedAttempts;
import org.clearancedesk.register.CaseEvents;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.EventStore;
import org.clearancedesk.register.RoundOpinion;
import org.clearancedesk.review.ConsentReview;
import org.clearancedesk.review.Opinion;
import org.springframework.stereotype.Component;

/**
 * Checks whoever completes a task, however they do it, and puts what they said on record. What does not hold is refused
 * with a sentence, and the task stays open.
 */
@Component
public class Completion {

    private final CaseFiles files;
    private final CurrentCaller caller;
    private final CaseRepository cases;
    private final EventStore eventStore;
    private final CaseEvents caseEvents;
    private final Consents consents;
    private final RecordedVariables recorded;
    private final RefusedAttempts attempts;
    private final StepTimes times;

    Completion(
            CaseFiles files,
            CurrentCaller caller,
            CaseRepository cases,
            EventStore eventStore,
            CaseEvents caseEvents,
            Consents consents,
            RecordedVariables recorded,
            RefusedAttempts attempts,
            StepTimes times) {
        this.files = files;
        this.caller = caller;
        this.cases = cases;
        this.eventStore = eventStore;
        this.caseEvents = caseEvents;
        this.consents = consents;
        this.recorded = recorded;
        this.attempts = attempts;
        this.times = times;
    }

    /** Reads, checks and records an opinion. */
    public void record(DelegateTask task, Function<CaseFile, Opinion> reading) {
        files.forPerson(task.getExecution(), file -> {
            Caller person = caller.get();
            Step step = TaskIds.of(task.getTaskDefinitionKey());
            // Before anything is read: of two answers at once the second sees the first.
            eventStore.lockedHead(file.number());
            ClearanceCase onRecord = cases.get(file.number());
            noted(file.number(), () -> FourEyes.requireGroup(step, person));
            noted(file.number(), () -> recorded.requireIn(file, onRecord));
            List<RoundOpinion> earlier = cases.opinions(file.number());
            Opinion opinion = reading.apply(file);
            noted(file.number(), () -> requireNoAnswersAhead(file, opinion, onRecord.round(), earlier));
            noted(file.number(), () -> FourEyes.requireFreeHands(step, onRecord.requester(), earlier, person));
            caseEvents.letIn(file.number(), person.user());
            caseEvents.said(file.number(), person.user(), opinion);
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
