package org.clearancedesk.audit;

import static org.clearancedesk.audit.EventFields.tell;
import static org.clearancedesk.audit.EventFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.clearancedesk.register.CanonicalJson;
import org.clearancedesk.register.StoredEvent;
import org.jspecify.annotations.Nullable;

/** Tells how each consent of a case stands; one performer, or craft, has one. */
final class ConsentProjection {

    private final CanonicalJson json;
    private final Told told;
    private JsonNode performers;

    ConsentProjection(CanonicalJson json, Told told) {
        this.json = json;
        this.told = told;
        this.performers = json.read("[]", JsonNode.class);
    }

    void take(StoredEvent event, JsonNode payload) {
        switch (event.type()) {
            case "REQUEST_SUBMITTED", "REQUEST_AMENDED" ->
                performers = payload.path("request").path("performers");
            case "CONSENT_CHANGED" -> changed(event, payload);
            case "CONSENT_REVIEWED" -> reviewed(payload.path("opinion"));
            default -> {}
        }
    }

    private void changed(StoredEvent event, JsonNode payload) {
        String performer = payload.path("performer").asText();
        Map<String, @Nullable String> row = told.one(Kept.CONSENT, performer);
        if (payload.path("state").asText().equals("ASKED")) {
            asked(row, event, payload);
        }
        row.put("state", text(payload, "state"));
        row.put("set_by", event.actor());
        tell(row, "stands_since", payload, "since");
        if (payload.has("reason")) {
            row.put("reason", text(payload, "reason"));
        }
        if (payload.has("limits")) {
            row.put("limits", text(payload, "limits"));
        }
    }

    private void asked(Map<String, @Nullable String> row, StoredEvent event, JsonNode payload) {
        // A consent keeps the name under which it was asked for first.
        if (!row.containsKey("performer") && payload.has("id")) {
            row.put("id", text(payload, "id"));
        }
        row.put("case_number", event.caseNumber());
        row.put("performer", text(payload, "performer"));
        row.put("performer_role", role(payload.path("performer").asText()));
        row.put("kind", null);
        row.put("ends_on", null);
        row.put("terms", null);
        row.put("limits", null);
        row.put("reason", null);
        tell(row, "asked_at", payload, "since");
    }

    private @Nullable String role(String performer) {
        for (JsonNode each : performers) {
            if (each.path("name").asText().equals(performer)) {
                return text(each, "role");
            }
        }
        return null;
    }

    /** A wish for changes is no answer; and from before consents were kept there is none to tell of. */
    private void reviewed(JsonNode opinion) {
        Map<String, @Nullable String> row =
                told.all(Kept.CONSENT).get(opinion.path("performer").asText());
        if (row == null || opinion.path("outcome").asText().equals("CHANGES_NEEDED")) {
            return;
        }
        JsonNode terms = opinion.path("consent");
        row.put("kind", text(terms, "kind"));
        row.put("ends_on", text(terms, "validUntil"));
        row.put("terms", terms.isObject() ? json.of(terms) : null);
        String reason = text(opinion, "reason");
        row.put("reason", reason == null || reason.isEmpty() ? null : reason);
    }
}
