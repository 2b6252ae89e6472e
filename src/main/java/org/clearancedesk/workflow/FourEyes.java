package org.clearancedesk.workflow;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearancedesk.access.Caller;
import org.clearancedesk.access.DeskGroup;
import org.clearancedesk.register.Cases;
import org.clearancedesk.register.RoundOpinion;
import org.clearancedesk.request.BadInput;
import org.clearancedesk.review.ConsentReview;
import org.clearancedesk.review.LegalReview;
import org.clearancedesk.review.SeparationOfDuties;
import org.clearancedesk.triage.Step;
import org.springframework.stereotype.Component;

/** Says who may have a step of a case: people of its group who have no other hand in the case. */
@Component
class FourEyes {

    private final Cases cases;

    FourEyes(Cases cases) {
        this.cases = cases;
    }

    /** @throws BadInput when the step is not theirs */
    void require(Step step, String number, Caller person) {
        requireGroup(step, person);
        requireFreeHands(step, cases.get(number).requester(), cases.opinions(number), person);
    }

    static void requireGroup(Step step, Caller person) {
        DeskGroup.of(step).filter(group -> !person.isIn(group)).ifPresent(group -> {
            throw new BadInput("", "This step is for the group “%s”, which you are not in.".formatted(group.label()));
        });
    }

    static void requireFreeHands(Step step, String requester, List<RoundOpinion> earlier, Caller person) {
        Set<String> reviewers = earlier.stream()
                .map(RoundOpinion::given)
                .filter(given -> given.opinion() instanceof LegalReview || given.opinion() instanceof ConsentReview)
                .map(given -> given.by())
                .collect(Collectors.toSet());
        SeparationOfDuties duties = new SeparationOfDuties(requester, reviewers);
        if (step == Step.APPROVE_IN_WRITING) {
            duties.requireMayApprove(person.user());
        } else {
            duties.requireMayReview(person.user());
        }
    }
}
