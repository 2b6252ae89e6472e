package org.clearancedesk.audit;

import static org.clearancedesk.audit.EventFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.clearancedesk.register.StoredEvent;
import org.jspecify.annotations.Nullable;

/** Tells which groups a case was brought before, and who was let in to know what it is about. */
final class PeopleProjection {

    private static final String CONTACTS = "netflix-contacts";
    private static final String LEGAL = "legal";
    private static final String TALENT = "talent-relations";
    private static final String APPROVERS = "approvers";

    private final ExpectedRows expectedRows;
    private final Set<String> reviews = new HashSet<>();

    PeopleProjection(ExpectedRows expectedRows) {
        this.expectedRows = expectedRows;
    }

    void take(StoredEvent event, JsonNode payload) {
        switch (event.type()) {
            case "REQUEST_SUBMITTED" -> begins(payload);
            case "TRIAGED" -> triaged(event, payload.path("triage"));
            case "USE_TAKEN" -> reviews.forEach(group -> expectedRows.doubt(AuditedTable.READER, group));
            case "ESCALATION_ASSESSED" -> answered(event, CONTACTS);
            case "LEGAL_REVIEWED" -> answered(event, LEGAL);
            case "CONSENT_REVIEWED" -> answered(event, TALENT);
            case "APPROVAL_DECIDED" -> answered(event, APPROVERS);
            case "CONSENT_CHANGED" -> {
                if (payload.path("state").asText().equals("ASKED")) {
                    certain(AuditedTable.READER, event, "group_id", TALENT);
                }
            }
            case "REVIEWS_COMBINED" -> {
                if (payload.path("verdict").asText().equals("CLEARED")) {
                    certain(AuditedTable.READER, event, "group_id", APPROVERS);
                }
            }
            // What was held before the letter comes before legal a little later.
            case "APPROVAL_SUSPENDED" -> {
                if (!payload.path("cause").asText().equals("CONDITION_OVERDUE")) {
                    perhaps(event, LEGAL);
                }
            }
            case "APPROVAL_RELEASED" -> decided(event, payload.path("decided").asBoolean());
            case "APPROVAL_REVOKED" -> decided(event, text(payload, "hold") != null);
            case "LET_IN" -> certain(AuditedTable.INSIDER, event, "user_id", event.actor());
            default -> {}
        }
        if (event.type().equals("ESCALATION_ASSESSED")
                && payload.path("opinion").path("outcome").asText().equals("APPROVAL_NEEDED")) {
            reviews.forEach(group -> perhaps(event, group));
        }
    }

    private void begins(JsonNode payload) {
        // In a confidential case somebody who was let in always had an event; in others only lately.
        if (payload.path("tellsWhoIsIn").asBoolean() || text(payload.path("request"), "codeName") != null) {
            expectedRows.tellsInsiders();
        }
    }

    private void triaged(StoredEvent event, JsonNode triage) {
        reviews.clear();
        for (JsonNode review : triage.path("reviews")) {
            reviews.add(review.asText().equals("LEGAL") ? LEGAL : TALENT);
        }
        switch (String.valueOf(text(triage, "tier"))) {
            case "ESCALATE" -> certain(AuditedTable.READER, event, "group_id", CONTACTS);
            case "WRITTEN_APPROVAL" -> {
                if (reviews.contains(LEGAL)) {
                    certain(AuditedTable.READER, event, "group_id", LEGAL);
                }
                reviews.forEach(group -> perhaps(event, group));
            }
            default -> {}
        }
    }

    private void answered(StoredEvent event, String group) {
        certain(AuditedTable.READER, event, "group_id", group);
        certain(AuditedTable.INSIDER, event, "user_id", event.actor());
        if (!expectedRows.isComplete(AuditedTable.INSIDER)) {
            expectedRows.doubt(AuditedTable.INSIDER, event.actor());
        }
    }

    private void decided(StoredEvent event, boolean byLegal) {
        if (byLegal) {
            answered(event, LEGAL);
        }
    }

    private void perhaps(StoredEvent event, String group) {
        if (!expectedRows.all(AuditedTable.READER).containsKey(group)) {
            certain(AuditedTable.READER, event, "group_id", group);
            expectedRows.doubt(AuditedTable.READER, group);
        }
    }

    private void certain(AuditedTable kind, StoredEvent event, String column, String who) {
        Map<String, @Nullable String> row = expectedRows.one(kind, who);
        row.put("case_number", event.caseNumber());
        row.put(column, who);
        expectedRows.trust(kind, who);
    }
}
