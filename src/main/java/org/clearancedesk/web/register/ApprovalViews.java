package org.clearancedesk.web.register;

import java.time.Clock;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.approval.ConditionRepository;
import org.clearancedesk.approval.Renewals;
import org.clearancedesk.approval.Suspensions;
import org.clearancedesk.approval.Validity;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.Status;
import org.clearancedesk.web.register.ApprovalView.SuspensionView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what is shown of an approval. */
@Component
class ApprovalViews {

    private final Approvals approvals;
    private final ConditionRepository conditions;
    private final Suspensions suspensions;
    private final Renewals renewals;
    private final CurrentCaller caller;
    private final Clock clock;

    ApprovalViews(
            Approvals approvals,
            ConditionRepository conditions,
            Suspensions suspensions,
            Renewals renewals,
            CurrentCaller caller,
            Clock clock) {
        this.approvals = approvals;
        this.conditions = conditions;
        this.suspensions = suspensions;
        this.renewals = renewals;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Null when the case has no written approval.
     *
     * @param predecessor whose place it took
     */
    @Nullable
    ApprovalView of(ClearanceCase shown, @Nullable String predecessor) {
        return shown.status().hasLetter()
                ? approvals
                        .validity(shown.number())
                        .map(validity -> view(shown, validity, predecessor))
                        .orElse(null)
                : null;
    }

    private ApprovalView view(ClearanceCase shown, Validity validity, @Nullable String predecessor) {
        String number = shown.number();
        Caller reader = caller.get();
        boolean own = shown.requester().equals(reader.user());
        boolean alive = shown.status() == Status.APPROVED || shown.status() == Status.SUSPENDED;
        String renewedBy = renewals.underWay(number).orElse(null);
        return new ApprovalView(
                validity.begins(),
                validity.ends(),
                validity.ends().atZone(clock.getZone()).toLocalDate().minusDays(1),
                conditions.ofCase(number),
                suspensions.open(number).stream()
                        .map(kept -> new SuspensionView(
                                kept.id(),
                                kept.suspension().cause(),
                                kept.suspension().about(),
                                kept.suspension().reason(),
                                kept.begunBy(),
                                kept.begunAt()))
                        .toList(),
                approvals.isClosedOut(number),
                predecessor,
                renewedBy,
                alive && !own && (reader.isIn(DeskGroup.APPROVERS) || reader.isIn(DeskGroup.LEGAL)),
                alive && !own && reader.isIn(DeskGroup.APPROVERS),
                own && renewedBy == null && (alive || shown.status() == Status.EXPIRED),
                own && alive);
    }
}
