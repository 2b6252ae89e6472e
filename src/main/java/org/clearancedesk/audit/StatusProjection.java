package org.clearancedesk.audit;

import com.fasterxml.jackson.databind.JsonNode;
import org.clearancedesk.register.Status;
import org.jspecify.annotations.Nullable;

/** Where a case stands after an event; told once more here, so that nothing is checked by what wrote it. */
final class StatusProjection {

    private StatusProjection() {}

    /** Null when the event leaves the case where it stands. */
    static @Nullable Status event(String type, JsonNode payload) {
        return switch (type) {
            case "REQUEST_SUBMITTED", "REQUEST_AMENDED" -> Status.IN_TRIAGE;
            case "TRIAGED" ->
                switch (payload.path("triage").path("tier").asText()) {
                    case "ESCALATE" -> Status.ESCALATED;
                    case "WRITTEN_APPROVAL" -> Status.IN_REVIEW;
                    default -> Status.IN_TRIAGE;
                };
            case "ESCALATION_ASSESSED" -> outcome(payload).equals("APPROVAL_NEEDED") ? Status.IN_REVIEW : null;
            case "REVIEWS_COMBINED" ->
                switch (payload.path("verdict").asText()) {
                    case "CLEARED" -> Status.AWAITING_APPROVAL;
                    case "CHANGES_NEEDED" -> Status.CHANGES_NEEDED;
                    default -> null;
                };
            case "APPROVAL_DECIDED" -> outcome(payload).equals("CHANGES_NEEDED") ? Status.CHANGES_NEEDED : null;
            case "DECISION_OVERTAKEN" -> Status.CHANGES_NEEDED;
            case "LETTER_ISSUED" -> Status.APPROVED;
            // Something else may still hold the approval up.
            case "APPROVAL_RELEASED" -> payload.path("inForce").asBoolean(true) ? Status.APPROVED : null;
            case "USE_DISCLOSED" -> Status.DISCLOSED;
            case "REQUEST_REFUSED" -> Status.REFUSED;
            case "REQUEST_WITHDRAWN" -> Status.WITHDRAWN;
            case "USE_COVERED" -> Status.COVERED;
            case "APPROVAL_SUSPENDED" -> Status.SUSPENDED;
            case "APPROVAL_EXPIRED" -> Status.EXPIRED;
            case "APPROVAL_REVOKED" -> Status.REVOKED;
            case "APPROVAL_SUPERSEDED" -> Status.SUPERSEDED;
            default -> null;
        };
    }

    private static String outcome(JsonNode payload) {
        return payload.path("opinion").path("outcome").asText();
    }
}
