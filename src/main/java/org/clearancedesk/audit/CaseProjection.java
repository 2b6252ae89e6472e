package org.clearancedesk.audit;

import static org.clearancedesk.audit.EventFields.tell;
import static org.clearancedesk.audit.EventFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.register.CanonicalJson;
import org.clearancedesk.register.ChainSnapshot;
import org.clearancedesk.register.Sha256;
import org.clearancedesk.register.Status;
import org.clearancedesk.register.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells from nothing but its events what the rows of a case must hold. */
@Component
class CaseProjection {

    /** A mail that went out is no change of the case. */
    private static final Set<String> MAILS = Set.of("NOTICE_SENT", "LETTER_SENT", "REFUSAL_SENT");

    /** These leave a confidential case where it stands in the lists. */
    private static final Set<String> FOLLOW_A_CONSENT =
            Set.of("CONSENT_CHANGED", "APPROVAL_SUSPENDED", "APPROVAL_RELEASED", "APPROVAL_HELD");

    private final CanonicalJson json;

    CaseProjection(CanonicalJson json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException when an event holds what none of its type can hold */
    ExpectedRows replay(ChainSnapshot copy) {
        ExpectedRows expectedRows = new ExpectedRows();
        ConsentProjection consents = new ConsentProjection(json, expectedRows);
        ApprovalProjection life = new ApprovalProjection(expectedRows);
        SuspensionProjection suspensions = new SuspensionProjection(expectedRows);
        PeopleProjection people = new PeopleProjection(expectedRows);
        expectedRows.row().put("number", copy.number());
        expectedRows.row().put("round", "0");
        for (StoredEvent event : copy.events()) {
            JsonNode payload = json.read(event.payload(), JsonNode.class);
            requests(expectedRows.row(), event, payload);
            triages(expectedRows.row(), event, payload);
            Status status = StatusProjection.event(event.type(), payload);
            if (status != null) {
                expectedRows.row().put("status", status.name());
            }
            if (payload.path("tellsEveryRow").asBoolean()) {
                expectedRows.tellsEveryRow();
            }
            papers(expectedRows, event, payload);
            consents.take(event, payload);
            life.take(event, payload);
            suspensions.take(event, payload);
            people.take(event, payload);
            boolean moves = !MAILS.contains(event.type())
                    && !(FOLLOW_A_CONSENT.contains(event.type())
                            && expectedRows.row().get("code_name") != null);
            if (moves) {
                expectedRows.row().put("changed_at", event.at().toString());
            }
            expectedRows.mailedAt(moves ? null : event.at());
            expectedRows.row().put("last_sequence", String.valueOf(event.sequence()));
            expectedRows.row().put("last_hash", event.hash());
        }
        return expectedRows;
    }

    private void requests(Map<String, @Nullable String> row, StoredEvent event, JsonNode payload) {
        if (event.type().equals("CONTACT_CORRECTED")) {
            row.put("netflix_contact", text(payload, "contact"));
            contactUser(row, payload);
            return;
        }
        boolean isFirst = event.type().equals("REQUEST_SUBMITTED");
        if (!isFirst && !event.type().equals("REQUEST_AMENDED")) {
            return;
        }
        JsonNode request = payload.path("request");
        row.put("title", text(request, "title"));
        row.put("code_name", text(request, "codeName"));
        row.put("production_code", text(request.path("production"), "code"));
        row.put("production_title", text(request.path("production"), "title"));
        row.put("netflix_contact", text(request, "netflixContact"));
        contactUser(row, payload);
        String seen = text(payload, "seenDigest");
        row.put("request_digest", seen == null ? Sha256.of(json.of(asEverybodyMaySee(request))) : seen);
        row.put("tier", null);
        row.put("triage_digest", null);
        row.put("round", String.valueOf(Integer.parseInt(String.valueOf(row.get("round"))) + 1));
        if (isFirst) {
            row.put("requester", event.actor());
            row.put("submitted_at", event.at().toString());
            row.put("guideline_version", null);
        }
    }

    private static void contactUser(Map<String, @Nullable String> row, JsonNode payload) {
        tell(row, "contact_user", payload, "contactUser");
        if ("".equals(row.get("contact_user"))) {
            row.put("contact_user", null);
        }
    }

    /** For events that do not say the digest: with the fields that a request had when it was sent. */
    private JsonNode asEverybodyMaySee(JsonNode request) {
        if (text(request, "codeName") == null) {
            return request;
        }
        ClearanceRequest disguised =
                json.read(request.toString(), ClearanceRequest.class).disguised();
        ObjectNode seen = (ObjectNode) json.read(json.of(disguised), JsonNode.class);
        retain(seen, request);
        return seen;
    }

    /** Leaves out what was not there when it was written, however deep it lies. */
    private static void retain(JsonNode seen, JsonNode written) {
        if (seen instanceof ObjectNode object && written.isObject()) {
            object.retain(written.properties().stream().map(Map.Entry::getKey).toList());
            object.properties().forEach(field -> retain(field.getValue(), written.path(field.getKey())));
        } else if (seen.isArray()) {
            for (int i = 0; i < seen.size(); i++) {
                retain(seen.path(i), written.path(i));
            }
        }
    }

    private void triages(Map<String, @Nullable String> row, StoredEvent event, JsonNode payload) {
        if (event.type().equals("TRIAGED")) {
            JsonNode triage = payload.path("triage");
            row.put("tier", text(triage, "tier"));
            row.put("guideline_version", text(triage, "guidelineVersion"));
            row.put("triage_digest", Sha256.of(json.of(triage)));
        }
    }

    private static void papers(ExpectedRows expectedRows, StoredEvent event, JsonNode payload) {
        switch (event.type()) {
            case "LETTER_ISSUED" ->
                expectedRows.all(AuditedTable.LETTER).put(payload.path("letter").asText(), letter(event, payload));
            case "EVIDENCE_ADDED" ->
                expectedRows.all(AuditedTable.FILE).put(payload.path("id").asText(), file(event, payload));
            case "EVIDENCE_SCANNED" -> {
                Map<String, @Nullable String> file = expectedRows
                        .all(AuditedTable.FILE)
                        .get(payload.path("id").asText());
                if (file != null) {
                    scanned(file, payload);
                }
            }
            default -> {}
        }
    }

    private static Map<String, @Nullable String> letter(StoredEvent event, JsonNode payload) {
        Map<String, @Nullable String> row = new LinkedHashMap<>();
        row.put("number", text(payload, "letter"));
        row.put("case_number", event.caseNumber());
        tell(row, "issued_at", payload, "issuedAt");
        tell(row, "valid_until", payload, "validUntil");
        row.put("digest", text(payload, "digest"));
        row.put("signed_by", text(payload, "signedBy"));
        row.put("pdf", text(payload, "digest"));
        tell(row, "twin", payload, "twinDigest");
        return row;
    }

    private static Map<String, @Nullable String> file(StoredEvent event, JsonNode payload) {
        Map<String, @Nullable String> row = new LinkedHashMap<>();
        row.put("id", text(payload, "id"));
        row.put("case_number", event.caseNumber());
        row.put("name", text(payload, "name"));
        row.put("media_type", text(payload, "type"));
        row.put("size", text(payload, "size"));
        row.put("sha256", text(payload, "sha256"));
        row.put("uploaded_by", event.actor());
        tell(row, "uploaded_at", payload, "uploadedAt");
        scanned(row, payload);
        return row;
    }

    /** An infected file loses its content. */
    private static void scanned(Map<String, @Nullable String> file, JsonNode payload) {
        file.put("scan", text(payload, "scan"));
        file.put("content", "INFECTED".equals(file.get("scan")) ? null : file.get("sha256"));
    }
}
