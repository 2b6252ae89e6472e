package org.clearancedesk.approval;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hold as it is kept.
 *
 * @param decision what legal decided; null until then, and for a hold that lifts itself
 */
public record StoredSuspension(
        String id, String caseNumber, Suspension hold, String heldBy, Instant heldAt, @Nullable Decision decision) {

    /** What the record says of it: which one, since when, what it is about and why, and when it suspended the approval. */
    Map<String, Object> told(Instant recordedAt) {
        return Map.of(
                "hold",
                id,
                "heldAt",
                heldAt,
                "cause",
                hold.cause().name(),
                "about",
                hold.about(),
                "reason",
                hold.reason(),
                "recordedAt",
                recordedAt);
    }

    /** Who decided what, and why. */
    public record Decision(SuspensionOutcome outcome, String by, String because) {}
}
