package org.clearancedesk.audit;

import static java.time.ZoneOffset.UTC;
import static org.clearancedesk.audit.EventFields.tell;
import static org.clearancedesk.audit.EventFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clearancedesk.register.StoredEvent;
import org.jspecify.annotations.Nullable;

/** Tells what became of an approval: its time, its conditions, and for what else it stands. */
final class ApprovalProjection {

    private static final int YEARS_WITHOUT_A_DAY = 2;

    private final ExpectedRows expectedRows;
    private final List<String> asked = new ArrayList<>();

    ApprovalProjection(ExpectedRows expectedRows) {
        this.expectedRows = expectedRows;
    }

    void take(StoredEvent event, JsonNode payload) {
        String number = event.caseNumber();
        switch (event.type()) {
            case "REQUEST_SUBMITTED" -> renews(number, payload.path("request"));
            case "REQUEST_AMENDED" -> asked.clear();
            case "LEGAL_REVIEWED" ->
                payload.path("opinion").path("conditions").forEach(words -> asked.add(words.asText()));
            case "LETTER_ISSUED" -> begins(number, payload);
            case "CONDITION_FULFILLED" -> settled("FULFILLED", "note", event, payload);
            case "CONDITION_WAIVED" -> settled("WAIVED", "reason", event, payload);
            case "CLOSED_OUT" ->
                tell(expectedRows.one(AuditedTable.APPROVAL, number), "closed_out_at", payload, "closedOutAt");
            case "STANDING_GRANTED" -> granted(event, payload);
            case "STANDING_ENDED" ->
                tell(expectedRows.one(AuditedTable.STANDING, number), "ended_at", payload, "endedAt");
            case "USE_TAKEN", "USE_COVERED" -> covered(number, payload);
            case "REQUEST_WITHDRAWN", "USE_GIVEN_BACK" ->
                expectedRows.all(AuditedTable.COVERED_USE).clear();
            case "LEGAL_HOLD_PLACED" -> keptWhole(event, payload);
            case "LEGAL_HOLD_LIFTED" ->
                expectedRows.all(AuditedTable.LEGAL_HOLD).clear();
            default -> {}
        }
    }

    private void renews(String number, JsonNode request) {
        String predecessor = text(request, "predecessor");
        if (predecessor != null) {
            Map<String, @Nullable String> row = expectedRows.one(AuditedTable.RENEWAL, number);
            row.put("case_number", number);
            row.put("predecessor", predecessor);
        }
    }

    private void begins(String number, JsonNode letter) {
        Map<String, @Nullable String> row = expectedRows.one(AuditedTable.APPROVAL, number);
        row.put("case_number", number);
        row.put("closed_out_at", null);
        String issued = text(letter, "issuedAt");
        if (issued != null) {
            row.put("begins_at", issued);
            row.put("ends_at", end(Instant.parse(issued), text(letter, "validUntil")));
        }
        boolean setByLetter = letter.has("conditions");
        if (!setByLetter) {
            expectedRows.doubt(AuditedTable.APPROVAL, number);
        }
        int conditions = setByLetter ? letter.path("conditions").size() : asked.size();
        for (int i = 0; i < conditions; i++) {
            JsonNode set = letter.path("conditions").path(i);
            condition(
                    number,
                    String.valueOf(i + 1),
                    setByLetter ? set.path("words").asText() : asked.get(i),
                    set);
        }
    }

    private void condition(String number, String position, String words, JsonNode set) {
        Map<String, @Nullable String> row = expectedRows.one(AuditedTable.CONDITION, position);
        row.put("case_number", number);
        row.put("position", position);
        row.put("words", words);
        row.put("state", "OPEN");
        row.put("settled_by", null);
        row.put("settled_at", null);
        row.put("note", null);
        tell(row, "due_at", set, "dueAt");
        if (!set.isObject()) {
            expectedRows.doubt(AuditedTable.CONDITION, position);
        }
    }

    /** The first moment after the last day. */
    private static String end(Instant issued, @Nullable String lastDay) {
        LocalDate last = lastDay == null
                ? issued.atZone(UTC).toLocalDate().plusYears(YEARS_WITHOUT_A_DAY)
                : LocalDate.parse(lastDay);
        return last.plusDays(1).atStartOfDay(UTC).toInstant().toString();
    }

    private void settled(String state, String why, StoredEvent event, JsonNode payload) {
        if (!payload.has("position")) {
            // Two conditions can have the same words, and the event does not say which one it is.
            for (Map<String, @Nullable String> row :
                    expectedRows.all(AuditedTable.CONDITION).values()) {
                if (payload.path("condition").asText().equals(row.get("words"))) {
                    List.of("state", "settled_by", "settled_at", "note").forEach(row::remove);
                }
            }
            return;
        }
        Map<String, @Nullable String> row = expectedRows.one(
                AuditedTable.CONDITION, payload.path("position").asText());
        row.put("state", state);
        row.put("settled_by", event.actor());
        row.put("note", text(payload, why));
        tell(row, "settled_at", payload, "settledAt");
    }

    private void granted(StoredEvent event, JsonNode payload) {
        Map<String, @Nullable String> row = expectedRows.one(AuditedTable.STANDING, event.caseNumber());
        row.put("number", event.caseNumber());
        row.put("production_code", expectedRows.row().get("production_code"));
        row.put("uses_limit", text(payload, "usesLimit"));
        row.put("valid_until", text(payload, "validUntil"));
        row.put("granted_by", event.actor());
        row.put("ended_at", null);
        tell(row, "granted_at", payload, "grantedAt");
    }

    private void covered(String number, JsonNode payload) {
        Map<String, @Nullable String> row = expectedRows.one(AuditedTable.COVERED_USE, number);
        row.put("case_number", number);
        row.put("standing", text(payload, "by"));
    }

    private void keptWhole(StoredEvent event, JsonNode payload) {
        Map<String, @Nullable String> row = expectedRows.one(AuditedTable.LEGAL_HOLD, event.caseNumber());
        row.put("case_number", event.caseNumber());
        row.put("reason", text(payload, "reason"));
        row.put("placed_by", event.actor());
        tell(row, "placed_at", payload, "placedAt");
    }
}
