package org.clearancedesk.audit;

import static java.util.Objects.requireNonNull;
import static org.clearancedesk.audit.EventFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.clearancedesk.register.StoredEvent;
import org.jspecify.annotations.Nullable;

/** Tells what held an approval up, from when until when, and what was decided of it. */
final class SuspensionProjection {

    private final ExpectedRows expectedRows;

    SuspensionProjection(ExpectedRows expectedRows) {
        this.expectedRows = expectedRows;
    }

    void take(StoredEvent event, JsonNode payload) {
        switch (event.type()) {
            case "APPROVAL_HELD" -> held(event, payload, true);
            case "APPROVAL_SUSPENDED" -> suspended(event, payload);
            case "APPROVAL_RELEASED" -> released(event, payload);
            case "APPROVAL_EXPIRED", "APPROVAL_SUPERSEDED" -> allEnded(payload);
            case "APPROVAL_REVOKED" -> revoked(event, payload);
            default -> {}
        }
    }

    private Map<String, @Nullable String> held(StoredEvent event, JsonNode payload, boolean beforeLetter) {
        String id = requireNonNull(text(payload, "hold"));
        Map<String, @Nullable String> row = expectedRows.one(AuditedTable.SUSPENSION, id);
        row.put("id", id);
        row.put("case_number", event.caseNumber());
        row.put("cause", text(payload, "cause"));
        row.put("about", text(payload, "about"));
        row.put("reason", text(payload, "reason"));
        row.put("held_by", event.actor());
        row.put("held_at", text(payload, "heldAt"));
        row.put("before_letter", String.valueOf(beforeLetter));
        for (String open : List.of("recorded_at", "ended_at", "outcome", "decided_by", "decided_because")) {
            row.put(open, null);
        }
        return row;
    }

    private void suspended(StoredEvent event, JsonNode payload) {
        String id = text(payload, "hold");
        if (id == null) {
            return;
        }
        boolean announced = expectedRows.all(AuditedTable.SUSPENSION).containsKey(id);
        Map<String, @Nullable String> row = held(event, payload, announced);
        row.put("recorded_at", text(payload, "recordedAt"));
        if (!announced && expectedRows.isOfOldTime()) {
            row.remove("before_letter");
        }
    }

    private void released(StoredEvent event, JsonNode payload) {
        String id = text(payload, "hold");
        if (id != null) {
            Map<String, @Nullable String> row = expectedRows.one(AuditedTable.SUSPENSION, id);
            row.put("ended_at", text(payload, "endedAt"));
            if (payload.path("decided").asBoolean()) {
                decided(row, "RELEASED", event, payload);
            }
        } else {
            for (Map<String, @Nullable String> row :
                    expectedRows.all(AuditedTable.SUSPENSION).values()) {
                nothingOfTheEnd(row);
            }
        }
    }

    private void revoked(StoredEvent event, JsonNode payload) {
        String id = text(payload, "hold");
        if (id != null) {
            decided(expectedRows.one(AuditedTable.SUSPENSION, id), "REVOKED", event, payload);
        }
        allEnded(payload);
    }

    private void allEnded(JsonNode payload) {
        boolean saysWhen = payload.has("endedAt");
        for (Map<String, @Nullable String> row :
                expectedRows.all(AuditedTable.SUSPENSION).values()) {
            if (saysWhen && isOpen(row)) {
                row.put("ended_at", text(payload, "endedAt"));
            } else if (!saysWhen) {
                nothingOfTheEnd(row);
            }
        }
    }

    private static boolean isOpen(Map<String, @Nullable String> row) {
        return row.containsKey("ended_at") && row.get("ended_at") == null;
    }

    /** An event from before it named the suspension ends one of which it does not say how. */
    private static void nothingOfTheEnd(Map<String, @Nullable String> row) {
        if (isOpen(row)) {
            List.of("ended_at", "outcome", "decided_by", "decided_because").forEach(row::remove);
        }
    }

    private static void decided(
            Map<String, @Nullable String> row, String outcome, StoredEvent event, JsonNode payload) {
        row.put("outcome", outcome);
        row.put("decided_by", event.actor());
        row.put("decided_because", text(payload, "reason"));
    }
}
