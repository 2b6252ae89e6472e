package org.clearancedesk.audit;

import static org.clearancedesk.audit.EventFields.tell;
import static org.clearancedesk.audit.EventFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;
import org.clearancedesk.intake.NameKey;
import org.clearancedesk.register.CanonicalJson;
import org.clearancedesk.register.StoredEvent;
import org.jspecify.annotations.Nullable;

/** Tells how each consent of a case stands; one performer, or craft, has one. */
final class ConsentProjection {

    private static final Pattern RANDOM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final CanonicalJson json;
    private final ExpectedRows expectedRows;
    private JsonNode performers;

    ConsentProjection(CanonicalJson json, ExpectedRows expectedRows) {
        this.json = json;
        this.expectedRows = expectedRows;
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
        Map<String, @Nullable String> row = expectedRows.one(AuditedTable.CONSENT, performer);
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
        String id = text(payload, "id");
        // Ids that were made of names were given anew, of which no event tells.
        if (id != null && RANDOM.matcher(id).matches()) {
            row.put("id", id);
        }
        row.put("case_number", event.caseNumber());
        row.put("performer", text(payload, "performer"));
        row.put("performer_key", NameKey.of(payload.path("performer").asText()).value());
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
            if (NameKey.same(each.path("name").asText(), performer)) {
                return text(each, "role");
            }
        }
        return null;
    }

    private @Nullable Map<String, @Nullable String> ofPerson(String name) {
        Map<String, Map<String, @Nullable String>> all = expectedRows.all(AuditedTable.CONSENT);
        return all.entrySet().stream()
                .filter(each -> NameKey.same(each.getKey(), name))
                .findFirst()
                .map(each -> all.getOrDefault(name, each.getValue()))
                .orElse(null);
    }

    /** A wish for changes is no answer; and from before consents were kept there is none to tell of. */
    private void reviewed(JsonNode opinion) {
        Map<String, @Nullable String> row = ofPerson(opinion.path("performer").asText());
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
