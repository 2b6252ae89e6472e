package org.clearancedesk.web.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A standing approval as it is shown with the case on which it rests.
 *
 * @param validUntil its last day
 * @param endedAt when an approver ended it early
 * @param applies whether it covers another use now
 * @param covered the cases that took a use of it
 */
record StandingView(
        int usesLimit,
        int uses,
        LocalDate validUntil,
        String grantedBy,
        Instant grantedAt,
        @Nullable Instant endedAt,
        boolean applies,
        List<String> covered,
        boolean mayEnd) {}
