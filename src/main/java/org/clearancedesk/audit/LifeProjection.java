package org.clearancedesk.audit;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;
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

/** Tells what became of an approval: its time, its conditions, what held it up, and for what else it stands. */
final class LifeProjection {

    private static final int YEARS_WITHOUT_A_DAY = 2;

    private final Told told;
    private final List<String> asked = new ArrayList<>();

    LifeProjection(Told told) {
        this.told = told;
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
            case "APPROVAL_HELD" -> held(event, payload, true);
            case "APPROVAL_SUSPENDED" -> suspended(event, payload);
            case "APPROVAL_RELEASED" -> released(event, payload);
            case "APPROVAL_EXPIRED", "APPROVAL_SUPERSEDED" -> allEnded(payload);
            case "APPROVAL_REVOKED" -> revoked(event, payload);
            case "CLOSED_OUT" -> tell(told.one(Kept.APPROVAL, number), "closed_out_at", payload, "closedOutAt");
            case "STANDING_GRANTED" -> granted(event, payload);
            case "STANDING_ENDED" -> tell(told.one(Kept.STANDING, number), "ended_at", payload, "endedAt");
            case "USE_TAKEN", "USE_COVERED" -> covered(number, payload);
            case "REQUEST_WITHDRAWN" -> told.all(Kept.COVERED_USE).clear();
            case "LEGAL_HOLD_PLACED" -> keptWhole(event, payload);
            case "LEGAL_HOLD_LIFTED" -> told.all(Kept.LEGAL_HOLD).clear();
            default -> {}
        }
    }

    private void renews(String number, JsonNode request) {
        String predecessor = text(request, "predecessor");
        if (predecessor != null) {
            Map<String, @Nullable String> row = told.one(Kept.RENEWAL, number);
            row.put("case_number", number);
            row.put("predecessor", predecessor);
        }
    }

    private void begins(String number, JsonNode letter) {
        Map<String, @Nullable String> row = told.one(Kept.APPROVAL, number);
        row.put("case_number", number);
        row.put("closed_out_at", null);
        String issued = text(letter, "issuedAt");
        if (issued != null) {
            row.put("begins_at", issued);
            row.put("ends_at", end(Instant.parse(issued), text(letter, "validUntil")));
        }
        boolean setByLetter = letter.has("conditions");
        if (!setByLetter) {
            told.doubt(Kept.APPROVAL, number);
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
        Map<String, @Nullable String> row = told.one(Kept.CONDITION, position);
        row.put("case_number", number);
        row.put("position", position);
        row.put("words", words);
        row.put("state", "OPEN");
        row.put("settled_by", null);
        row.put("settled_at", null);
        row.put("note", null);
        tell(row, "due_at", set, "dueAt");
        if (!set.isObject()) {
            told.doubt(Kept.CONDITION, position);
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
            for (Map<String, @Nullable String> row : told.all(Kept.CONDITION).values()) {
                if (payload.path("condition").asText().equals(row.get("words"))) {
                    List.of("state", "settled_by", "settled_at", "note").forEach(row::remove);
                }
            }
            return;
        }
        Map<String, @Nullable String> row =
                told.one(Kept.CONDITION, payload.path("position").asText());
        row.put("state", state);
        row.put("settled_by", event.actor());
        row.put("note", text(payload, why));
        tell(row, "settled_at", payload, "settledAt");
    }

    private Map<String, @Nullable String> held(StoredEvent event, JsonNode payload, boolean beforeLetter) {
        String id = requireNonNull(text(payload, "hold"));
        Map<String, @Nullable String> row = told.one(Kept.HOLD, id);
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
        boolean announced = told.all(Kept.HOLD).containsKey(id);
        Map<String, @Nullable String> row = held(event, payload, announced);
        row.put("recorded_at", text(payload, "recordedAt"));
        if (!announced && told.isOfOldTime()) {
            row.remove("before_letter");
        }
    }

    private void released(StoredEvent event, JsonNode payload) {
        String id = text(payload, "hold");
        if (id != null) {
            Map<String, @Nullable String> row = told.one(Kept.HOLD, id);
            row.put("ended_at", text(payload, "endedAt"));
            if (payload.path("decided").asBoolean()) {
                decided(row, "RELEASED", event, payload);
            }
        } else {
            for (Map<String, @Nullable String> row : told.all(Kept.HOLD).values()) {
                nothingOfTheEnd(row);
            }
        }
    }

    private void revoked(StoredEvent event, JsonNode payload) {
        String id = text(payload, "hold");
        if (id != null) {
            decided(told.one(Kept.HOLD, id), "REVOKED", event, payload);
        }
        allEnded(payload);
    }

    private void allEnded(JsonNode payload) {
        boolean saysWhen = payload.has("endedAt");
        for (Map<String, @Nullable String> row : told.all(Kept.HOLD).values()) {
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

    /** An event from before it named the hold ends one of which it does not say how. */
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

    private void granted(StoredEvent event, JsonNode payload) {
        Map<String, @Nullable String> row = told.one(Kept.STANDING, event.caseNumber());
        row.put("number", event.caseNumber());
        row.put("production_code", told.row().get("production_code"));
        row.put("uses_limit", text(payload, "usesLimit"));
        row.put("valid_until", text(payload, "validUntil"));
        row.put("granted_by", event.actor());
        row.put("ended_at", null);
        tell(row, "granted_at", payload, "grantedAt");
    }

    private void covered(String number, JsonNode payload) {
        Map<String, @Nullable String> row = told.one(Kept.COVERED_USE, number);
        row.put("case_number", number);
        row.put("standing", text(payload, "by"));
    }

    private void keptWhole(StoredEvent event, JsonNode payload) {
        Map<String, @Nullable String> row = told.one(Kept.LEGAL_HOLD, event.caseNumber());
        row.put("case_number", event.caseNumber());
        row.put("reason", text(payload, "reason"));
        row.put("placed_by", event.actor());
        tell(row, "placed_at", payload, "placedAt");
    }
}
