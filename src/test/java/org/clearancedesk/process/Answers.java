package org.clearancedesk.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answers of each step as its form sends them. */
public final class Answers {

    private Answers() {}

    static Map<String, Object> assessment(String outcome) {
        return Map.of("escalationOutcome", outcome, "escalationReason", "Nobody will look at the posters.");
    }

    static Map<String, Object> legalClears() {
        return Map.of("legalOutcome", "CLEARED");
    }

    static Map<String, Object> legal(String outcome, String reason) {
        return Map.of("legalOutcome", outcome, "legalReason", reason);
    }

    static Map<String, Object> legalConditions(String... conditions) {
        return Map.of(
                "legalOutcome", "CLEARED_WITH_CONDITIONS",
                "legalReason", "The plates are ours.",
                "legalConditions", List.of(conditions));
    }

    static Map<String, Object> consentConfirmed() {
        return Map.of("consentOutcome", "CONFIRMED", "consent", consent());
    }

    static Map<String, Object> consent(String outcome, String reason) {
        return Map.of("consentOutcome", outcome, "consentReason", reason);
    }

    static Map<String, Object> approved() {
        return Map.of("approvalOutcome", "APPROVED");
    }

    static Map<String, Object> approval(String outcome, String reason) {
        return Map.of("approvalOutcome", outcome, "approvalReason", reason);
    }

    /** A consent record without a gap. */
    public static Map<String, Object> consent() {
        Map<String, Object> consent = new LinkedHashMap<>();
        consent.put("agreement", "SAG-AFTRA TV/Theatrical");
        consent.put("agreementVersion", "2026");
        consent.put("kind", "REPLICA");
        consent.put("use", "A younger face in the flashbacks of episodes 2 and 3, as scripted.");
        consent.put("signedSeparately", true);
        consent.put("signedOn", "2026-11-02");
        consent.put("noticeGivenAt", "2026-11-02T10:00");
        consent.put("firstUseAt", "2026-11-30T08:00");
        consent.put("engagedLater", false);
        consent.put("languages", List.of("Spanish"));
        consent.put("term", "This season");
        consent.put("titles", List.of("El Eternauta"));
        consent.put("exception", "NONE");
        consent.put("compensation", "Session day and residuals");
        consent.put("evidence", List.of());
        return consent;
    }
}
