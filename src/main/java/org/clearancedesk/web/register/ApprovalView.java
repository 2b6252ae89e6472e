package org.clearancedesk.web.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.clearancedesk.approval.Condition;
import org.clearancedesk.approval.Suspension;
import org.jspecify.annotations.Nullable;

/**
 * A written approval as it stands now.
 *
 * @param ends the first moment after the last day
 * @param holds what holds it up; it is in force when there is none
 * @param predecessor whose place it took
 * @param renewedBy the request that is under way to take its place
 */
record ApprovalView(
        Instant begins,
        Instant ends,
        LocalDate lastDay,
        List<Condition> conditions,
        List<SuspensionView> holds,
        boolean closedOut,
        @Nullable String predecessor,
        @Nullable String renewedBy,
        boolean mayRevoke,
        boolean mayWaive,
        boolean mayRenew,
        boolean mayChangeScope) {

    /** One thing that holds it up. */
    record SuspensionView(String id, Suspension.Cause cause, String about, String reason, String by, Instant at) {}
}
