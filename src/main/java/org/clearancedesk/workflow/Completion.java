package org.clearancedesk.workflow;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.clearancedesk.access.Caller;
import org.clearancedesk.access.CurrentCaller;
import org.clearancedesk.access.DeskGroup;
import org.clearancedesk.register.CanonicalJson;
import org.clearancedesk.register.Cases;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.Register;
import org.clearancedesk.register.RoundOpinion;
import org.clearancedesk.request.BadInput;
import org.clearancedesk.request.ClearanceRequest;
import org.clearancedesk.review.Approval;
import org.clearancedesk.review.ConsentReview;
import org.clearancedesk.review.LegalReview;
import org.clearancedesk.review.Opinion;
import org.clearancedesk.review.SeparationOfDuties;
import org.clearancedesk.triage.Triage;
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
            ClearanceCase onRecord = cases.get(file.number());
            requireUntouched(file, onRecord);
            List<RoundOpinion> earlier = cases.opinions(file.number());
            Opinion opinion = reading.apply(file);
            requireNoAnswersAhead(file, opinion, onRecord.round(), earlier);
            requireFourEyes(onRecord.requester(), earlier, person.user(), opinion);
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
    private void requireUntouched(CaseFile file, ClearanceCase onRecord) {
        ClearanceRequest request = file.request();
        Triage triage = file.triage();
        if (!onRecord.requestDigest().equals(json.digestOf(request))
                || !json.digestOf(triage).equals(onRecord.triageDigest())
                || !file.goesBy(request, triage, onRecord.requester())) {
            throw new BadInput(
                    "", "The request is no longer as it was recorded and triaged. It cannot be changed in this step.");
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

    private static void requireFourEyes(String requester, List<RoundOpinion> earlier, String person, Opinion opinion) {
        Set<String> reviewers = earlier.stream()
                .map(RoundOpinion::given)
                .filter(given -> given.opinion() instanceof LegalReview || given.opinion() instanceof ConsentReview)
                .map(given -> given.by())
                .collect(Collectors.toSet());
        SeparationOfDuties duties = new SeparationOfDuties(requester, reviewers);
        if (opinion instanceof Approval) {
            duties.requireMayApprove(person);
        } else {
            duties.requireMayReview(person);
        }
    }
}
