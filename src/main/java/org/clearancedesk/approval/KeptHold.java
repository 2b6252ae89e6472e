package org.clearancedesk.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hold as it is kept.
 *
 * @param decision what legal decided; null until then, and for a hold that lifts itself
 */
public record KeptHold(
        String id, String caseNumber, Hold hold, String heldBy, Instant heldAt, @Nullable Decision decision) {

    /** Who decided what, and why. */
    public record Decision(HoldOutcome outcome, String by, String because) {}
}
