package org.clearancedesk.workflow;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.clearancedesk.access.Caller;
import org.clearancedesk.access.CurrentCaller;
import org.clearancedesk.access.DeskGroup;
import org.clearancedesk.register.CanonicalJson;
import org.clearancedesk.register.Cases;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.Register;
import org.clearancedesk.request.BadInput;
import org.clearancedesk.review.Approval;
import org.clearancedesk.review.ConsentReview;
import org.clearancedesk.review.LegalReview;
import org.clearancedesk.review.Opinion;
import org.clearancedesk.review.SeparationOfDuties;
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
    private final CanonicalJson json;

    Completion(CaseFiles files, CurrentCaller caller, Cases cases, Register register, CanonicalJson json) {
        this.files = files;
        this.caller = caller;
        this.cases = cases;
        this.register = register;
        this.json = json;
    }

    /** Reads, checks and records an opinion. */
    void record(DelegateTask task, Function<CaseFile, Opinion> reading) {
        files.forPerson(task.getExecution(), file -> {
            Caller person = caller.get();
            requireGroup(task, person);
            requireUntouched(file);
            Opinion opinion = reading.apply(file);
            requireFourEyes(file.number(), person.user(), opinion);
            register.said(file.number(), person.user(), opinion);
        });
    }

    private static void requireGroup(DelegateTask task, Caller person) {
        DeskGroup.of(Steps.of(task.getTaskDefinitionKey()))
                .filter(group -> !person.isIn(group))
                .ifPresent(group -> {
                    throw new BadInput(
                            "", "This step is for the group “%s”, which you are not in.".formatted(group.label()));
                });
    }

    /** A task's answers are its own; the request and its triage are not for changing on the way. */
    private void requireUntouched(CaseFile file) {
        ClearanceCase onRecord = cases.get(file.number());
        if (!onRecord.requestDigest().equals(json.digestOf(file.request()))
                || !json.digestOf(file.triage()).equals(onRecord.triageDigest())) {
            throw new BadInput(
                    "", "The request is no longer as it was recorded and triaged. It cannot be changed in this step.");
        }
    }

    private void requireFourEyes(String number, String person, Opinion opinion) {
        Set<String> reviewers = cases.opinions(number).stream()
                .map(earlier -> earlier.given())
                .filter(given -> given.opinion() instanceof LegalReview || given.opinion() instanceof ConsentReview)
                .map(given -> given.by())
                .collect(Collectors.toSet());
        SeparationOfDuties duties = new SeparationOfDuties(cases.get(number).requester(), reviewers);
        if (opinion instanceof Approval) {
            duties.requireMayApprove(person);
        } else {
            duties.requireMayReview(person);
        }
    }
}
