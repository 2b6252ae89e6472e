package org.clearancedesk.web.register;

import java.util.Locale;
import java.util.Map;
import org.clearancedesk.audit.archive.EventWords;
import org.clearancedesk.register.CanonicalJson;
import org.clearancedesk.register.CaseEvent;
import org.clearancedesk.web.register.CaseView.Line;
import org.springframework.stereotype.Component;

/** Tells events in words for people. */
@Component
class Timeline implements EventWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("LOW", "informing is enough"),
            Map.entry("ESCALATE", "in doubt, the Netflix contact decides"),
            Map.entry("WRITTEN_APPROVAL", "a written approval is needed"),
            Map.entry("INFORM_ONLY", "informing is enough"),
            Map.entry("APPROVAL_NEEDED", "a written approval is needed"),
            Map.entry("CLEARED", "cleared"),
            Map.entry("CLEARED_WITH_CONDITIONS", "cleared with conditions"),
            Map.entry("CHANGES_NEEDED", "changes needed"),
            Map.entry("REFUSED", "refused"),
            Map.entry("CONFIRMED", "consent confirmed"),
            Map.entry("NOT_REQUIRED", "consent not required"),
            Map.entry("APPROVED", "approved"));

    private final CanonicalJson json;

    Timeline(CanonicalJson json) {
        this.json = json;
    }

    Line line(CaseEvent event) {
        return new Line(event.sequence(), event.type(), event.at(), event.actor(), of(event));
    }

    @Override
    public String of(CaseEvent event) {
        Map<?, ?> payload = json.read(event.payload(), Map.class);
        return switch (event.type()) {
            case REQUEST_SUBMITTED -> "Request sent";
            case REQUEST_AMENDED -> "Request changed and sent again";
            case TRIAGED -> "Guidelines: " + word(payload, "triage", "tier");
            case ESCALATION_ASSESSED -> "Netflix contact: " + word(payload, "opinion", "outcome");
            case REVIEW_TAKEN -> taken(payload);
            case LEGAL_REVIEWED -> "Legal: " + word(payload, "opinion", "outcome");
            case CONSENT_REVIEWED ->
                "Talent relations, %s: %s"
                        .formatted(value(payload, "opinion", "performer"), word(payload, "opinion", "outcome"));
            case REVIEWS_COMBINED -> "All reviews are in: " + WORDS.get(String.valueOf(payload.get("verdict")));
            case APPROVAL_DECIDED -> "Approver: " + word(payload, "opinion", "outcome");
            case DECISION_OVERTAKEN -> "Approval not given after all: " + payload.get("reason");
            case LET_IN -> "Took part and may know the title";
            case EVIDENCE_ADDED -> "File handed in: " + payload.get("name");
            case EVIDENCE_REFUSED -> "File with a virus refused: " + payload.get("name");
            case EVIDENCE_SCANNED ->
                ("CLEAN".equals(payload.get("scan")) ? "File scanned, clean: " : "File with a virus removed: ")
                        + payload.get("name");
            case EVIDENCE_SEEN -> "A reviewer was shown the file: " + payload.get("name");
            case LETTER_ISSUED -> "Written approval %s issued".formatted(payload.get("letter"));
            case LETTER_SENT -> "Written approval sent";
            case USE_DISCLOSED -> "Netflix contact told";
            case REQUEST_REFUSED -> "Request refused";
            case REFUSAL_SENT -> "Refusal sent";
            case REQUEST_WITHDRAWN -> "Request withdrawn";
            case NOTICE_SENT ->
                "Mail sent: "
                        + String.valueOf(payload.get("notice"))
                                .toLowerCase(Locale.ROOT)
                                .replace('_', ' ');
            case CONTACT_CORRECTED ->
                "Netflix contact corrected to %s: %s".formatted(payload.get("contact"), payload.get("reason"));
            case APPROVAL_HELD -> "To be suspended as soon as the letter is out: " + payload.get("reason");
            case CONDITION_FULFILLED -> "Condition fulfilled: " + payload.get("condition");
            case CONDITION_WAIVED -> "Condition waived: " + payload.get("condition");
            case APPROVAL_SUSPENDED -> "Approval suspended: " + payload.get("reason");
            case APPROVAL_RELEASED ->
                Boolean.FALSE.equals(payload.get("inForce"))
                        ? "Released, but something else still holds the approval up"
                        : "Approval in force again";
            case APPROVAL_EXPIRED -> "Approval expired";
            case APPROVAL_REVOKED -> "Approval revoked: " + payload.get("reason");
            case APPROVAL_SUPERSEDED -> "Superseded by %s".formatted(payload.get("by"));
            case SCOPE_CHANGED -> "Change of scope told";
            case CLOSED_OUT -> "Closed out: what was really used is on record";
            case CONSENT_CHANGED -> "Consent of %s: %s".formatted(payload.get("performer"), consent(payload));
            case USE_TAKEN -> "Falls inside the standing approval " + payload.get("by");
            case USE_COVERED -> "Covered by the standing approval " + payload.get("by");
            case USE_GIVEN_BACK -> "Not covered after all: " + payload.get("reason");
            case STANDING_GRANTED ->
                "Standing approval granted: %s more uses like this until %s"
                        .formatted(payload.get("usesLimit"), payload.get("validUntil"));
            case STANDING_ENDED -> "Standing approval ended: " + payload.get("reason");
            case LEGAL_HOLD_PLACED -> "Put on legal hold";
            case LEGAL_HOLD_LIFTED -> "Legal hold lifted";
        };
    }

    private static String consent(Map<?, ?> payload) {
        String state =
                String.valueOf(payload.get("state")).toLowerCase(Locale.ROOT).replace('_', ' ');
        Object bounds = payload.containsKey("limits") ? payload.get("limits") : payload.get("reason");
        return bounds == null ? state : state + ", " + bounds;
    }

    private static String word(Map<?, ?> payload, String object, String field) {
        String value = value(payload, object, field);
        return WORDS.getOrDefault(value, value);
    }

    private static String taken(Map<?, ?> payload) {
        boolean byTheContact = "ASSESS_ESCALATED_USE".equals(payload.get("step"));
        String who = byTheContact ? "The Netflix contact" : "Legal";
        return payload.containsKey("givenTo")
                ? "%s was given the review: %s".formatted(who, payload.get("givenTo"))
                : who + " has taken up the review";
    }

    private static String value(Map<?, ?> payload, String object, String field) {
        return payload.get(object) instanceof Map<?, ?> inner ? String.valueOf(inner.get(field)) : "";
    }
}
