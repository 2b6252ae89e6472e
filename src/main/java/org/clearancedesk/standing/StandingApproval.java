package org.clearancedesk.standing;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An approval that covers further uses like the one it was given for. It applies only while its case is approved.
 *
 * @param number the number of the approved case on which it rests
 * @param validUntil its last day
 * @param endedAt when an approver ended it early; null when nobody did
 */
public record StandingApproval(
        String number,
        int usesLimit,
        int uses,
        LocalDate validUntil,
        String grantedBy,
        Instant grantedAt,
        @Nullable Instant endedAt) {

    /** Whether it can take another use on that day, as long as its case is approved. */
    public boolean isOpen(LocalDate day) {
        return endedAt == null && uses < usesLimit && !day.isAfter(validUntil);
    }
}
