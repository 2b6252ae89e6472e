package org.clearancedesk.approval;

import java.util.List;
import org.clearancedesk.access.Caller;
import org.clearancedesk.access.DeskGroup;
import org.clearancedesk.access.Directory;
import org.clearancedesk.access.NotAllowed;
import org.clearancedesk.register.Cases;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.RoundOpinion;
import org.clearancedesk.request.BadInput;
import org.clearancedesk.review.Approval;
import org.clearancedesk.review.GivenOpinion;
import org.clearancedesk.review.SeparationOfDuties;
import org.springframework.stereotype.Component;

/** Who may grant or end a standing approval, and whose later uses it may cover. */
@Component
class StandingPolicy {

    private final Cases cases;
    private final Directory directory;

    StandingPolicy(Cases cases, Directory directory) {
        this.cases = cases;
        this.directory = directory;
    }

    /** @throws BadInput when the person is no approver, or had another hand in the case */
    void requireApprover(String number, Caller person) {
        if (!person.isIn(DeskGroup.APPROVERS)) {
            throw NotAllowed.at("", "Only an approver grants or ends a standing approval.");
        }
        new SeparationOfDuties(cases.get(number).requester(), opinionsOn(number))
                .requireMayGive(Approval.class, person.user());
    }

    /** Whether somebody's uses may be covered: of the holder and the production, but of nobody who decided on it. */
    boolean mayUse(StandingApproval standing, String requester) {
        return isTheirs(cases.get(standing.number()), requester)
                && !standing.grantedBy().equals(requester)
                && opinionsOn(standing.number()).stream()
                        .noneMatch(given -> given.by().equals(requester));
    }

    private boolean isTheirs(ClearanceCase granted, String requester) {
        return requester.equals(granted.requester())
                || directory
                        .find(requester)
                        .filter(person -> person.worksOn(granted.productionCode()))
                        .isPresent();
    }

    private List<GivenOpinion> opinionsOn(String number) {
        return cases.opinions(number).stream().map(RoundOpinion::given).toList();
    }
}
