package org.clearancedesk.process;

import java.util.List;
import org.clearancedesk.approval.CaseDuties;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.Step;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.people.NotAllowed;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.RoundOpinion;
import org.clearancedesk.review.ApprovalDecision;
import org.clearancedesk.review.ConsentReview;
import org.clearancedesk.review.EscalationAssessment;
import org.clearancedesk.review.LegalReview;
import org.clearancedesk.review.Opinion;
import org.clearancedesk.review.SeparationOfDuties;
import org.springframework.stereotype.Component;

/** Says who may have a step of a case: people of its group who have no other hand in the case. */
@Component
public class FourEyes {

    private final CaseRepository cases;
    private final CaseDuties caseDuties;

    FourEyes(CaseRepository cases, CaseDuties caseDuties) {
        this.cases = cases;
        this.caseDuties = caseDuties;
    }

    /** @throws BadInput when the step is not theirs */
    public void require(Step step, String number, Caller person) {
        requireGroup(step, person);
        requireFreeHands(step, number, person);
    }

    /** @throws BadInput when the person made the request, or had another hand in it, also after it was approved */
    public void requireFreeHands(Step step, String number, Caller person) {
        requireFreeHands(step, caseDuties.of(cases.get(number).requester(), cases.events(number)), person);
    }

    static void requireGroup(Step step, Caller person) {
        DeskGroup.of(step).filter(group -> !person.isIn(group)).ifPresent(group -> {
            throw NotAllowed.at("", "This step is for the group “%s”, which you are not in.".formatted(group.label()));
        });
    }

    /** @throws BadInput when the person made the request, or gave an opinion at another step of it */
    static void requireFreeHands(Step step, String requester, List<RoundOpinion> earlier, Caller person) {
        SeparationOfDuties duties = new SeparationOfDuties(
                requester, earlier.stream().map(RoundOpinion::given).toList());
        requireFreeHands(step, duties, person);
    }

    private static void requireFreeHands(Step step, SeparationOfDuties duties, Caller person) {
        try {
            duties.requireMayGive(kindOf(step), person.user());
        } catch (BadInput refused) {
            throw NotAllowed.at(refused);
        }
    }

    /** What somebody says at a step. A suspension is judged by legal, as the use was. */
    private static Class<? extends Opinion> kindOf(Step step) {
        return switch (step) {
            case ASSESS_ESCALATED_USE -> EscalationAssessment.class;
            case REVIEW_LEGAL_EXPOSURE, DECIDE_ON_HOLD -> LegalReview.class;
            case CONFIRM_CONSENT -> ConsentReview.class;
            case APPROVE_IN_WRITING -> ApprovalDecision.class;
            case AMEND_REQUEST, FULFIL_CONDITION, CLOSE_OUT_USE ->
                throw new IllegalArgumentException(step + " is for whoever made the request.");
        };
    }
}
