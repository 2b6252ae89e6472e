package org.clearancedesk.approval;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hold as it is kept.
 *
 * @param decision what legal decided; null until then, and for a hold that lifts itself
 */
public record StoredSuspension(
        String id, String caseNumber, Suspension hold, String heldBy, Instant heldAt, @Nullable Decision decision) {

    /** What the record says of it: which one, since when, what it is about and why. */
    Map<String, Object> told() {
        Map<String, Object> told = new HashMap<>();
        told.put("hold", id);
        told.put("heldAt", heldAt);
        told.put("cause", hold.cause().name());
        told.put("about", hold.about());
        told.put("reason", hold.reason());
        return told;
    }

    /** The same, and when it suspended the approval. */
    Map<String, Object> toldWhenSuspended(Instant at) {
        Map<String, Object> told = told();
        told.put("recordedAt", at);
        return told;
    }

    /** Who decided what, and why. */
    public record Decision(SuspensionOutcome outcome, String by, String because) {}
}
