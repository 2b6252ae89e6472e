package org.clearancedesk.standing;

import java.util.List;
import org.clearancedesk.approval.CaseDuties;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.people.NotAllowed;
import org.clearancedesk.people.UserDirectory;
import org.clearancedesk.register.CaseEvent;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.review.ApprovalDecision;
import org.springframework.stereotype.Component;

/** Who may grant or end a standing approval, and whose later uses it may cover. */
@Component
class StandingPolicy {

    private final CaseRepository cases;
    private final CaseDuties caseDuties;
    private final UserDirectory userDirectory;

    StandingPolicy(CaseRepository cases, CaseDuties caseDuties, UserDirectory userDirectory) {
        this.cases = cases;
        this.caseDuties = caseDuties;
        this.userDirectory = userDirectory;
    }

    /** @throws BadInput when the person is no approver, or had another hand in the case */
    void requireApprover(String number, Caller person) {
        requireApprover(cases.get(number), cases.events(number), person);
    }

    /** The same of a case whose events have been read. */
    void requireApprover(ClearanceCase about, List<CaseEvent> events, Caller person) {
        if (!person.isIn(DeskGroup.APPROVERS)) {
            throw NotAllowed.at("", "Only an approver grants or ends a standing approval.");
        }
        try {
            caseDuties.of(about.requester(), events).requireMayGive(ApprovalDecision.class, person.user());
        } catch (BadInput fourEyes) {
            throw NotAllowed.at(fourEyes);
        }
    }

    /** Whether somebody's uses may be covered: of the holder and the production, but of nobody who decided on it. */
    boolean mayUse(StandingApproval standing, String requester) {
        ClearanceCase granted = cases.get(standing.number());
        return isTheirs(granted, requester)
                && !standing.grantedBy().equals(requester)
                && !caseDuties
                        .of(granted.requester(), cases.events(standing.number()))
                        .isInvolved(requester);
    }

    private boolean isTheirs(ClearanceCase granted, String requester) {
        return requester.equals(granted.requester())
                || userDirectory
                        .find(requester)
                        .filter(person -> person.worksOn(granted.productionCode()))
                        .isPresent();
    }
}
