package org.clearancedesk.web.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.register.CaseEvent;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.Status;
import org.clearancedesk.standing.StandingApproval;
import org.clearancedesk.standing.StandingApprovals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what is shown of a standing approval. */
@Component
class StandingViews {

    private final StandingApprovals standing;
    private final CurrentCaller caller;
    private final Clock clock;

    StandingViews(StandingApprovals standing, CurrentCaller caller, Clock clock) {
        this.standing = standing;
        this.caller = caller;
        this.clock = clock;
    }

    /** Null when the case never had one. */
    @Nullable
    StandingView of(ClearanceCase shown) {
        return shown.status().hasLetter()
                ? standing.find(shown.number())
                        .map(granted -> view(shown, granted))
                        .orElse(null)
                : null;
    }

    /** Whether the reader is offered to grant one. */
    boolean mayGrant(ClearanceCase shown, List<CaseEvent> events) {
        Caller reader = caller.get();
        if (shown.status() != Status.APPROVED || !reader.isIn(DeskGroup.APPROVERS)) {
            return false;
        }
        try {
            standing.requireMayGrant(shown, events, reader);
            return true;
        } catch (BadInput notHere) {
            return false;
        }
    }

    @Nullable
    String coveredBy(ClearanceCase shown) {
        return shown.status() == Status.COVERED
                ? standing.coveredBy(shown.number()).orElse(null)
                : null;
    }

    private StandingView view(ClearanceCase shown, StandingApproval granted) {
        Caller reader = caller.get();
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        boolean own = shown.requester().equals(reader.user());
        return new StandingView(
                granted.usesLimit(),
                granted.uses(),
                granted.validUntil(),
                granted.grantedBy(),
                granted.grantedAt(),
                granted.endedAt(),
                shown.status() == Status.APPROVED && granted.isOpen(today),
                standing.covered(shown.number()),
                granted.endedAt() == null && !own && reader.isIn(DeskGroup.APPROVERS));
    }
}
