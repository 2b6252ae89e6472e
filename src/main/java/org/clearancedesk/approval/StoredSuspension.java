package org.clearancedesk.approval;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A suspension as it is kept.
 *
 * @param decision what legal decided; null until then, and for one that lifts itself
 */
public record StoredSuspension(
        String id,
        String caseNumber,
        Suspension suspension,
        String begunBy,
        Instant begunAt,
        @Nullable Decision decision) {

    /** What the record says of it: which one, since when, what it is about and why, and when it suspended the approval. */
    Map<String, Object> told(Instant recordedAt) {
        return Map.of(
                "hold",
                id,
                "heldAt",
                begunAt,
                "cause",
                suspension.cause().name(),
                "about",
                suspension.about(),
                "reason",
                suspension.reason(),
                "recordedAt",
                recordedAt);
    }

    /** Who decided what, and why. */
    public record Decision(SuspensionOutcome outcome, String by, String because) {}
}
