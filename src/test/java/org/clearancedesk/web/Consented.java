package org.clearancedesk.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests on the running desk that people have consented to. */
public final class Consented {

    private final Floor floor;

    public Consented(Floor floor) {
        this.floor = floor;
    }

    static Map<String, Object> request(String performer, String production) {
        Map<String, Object> request = Submission.withConsent(Submission.performer(performer, "PRINCIPAL"));
        request.put("title", performer + ", younger, in " + production);
        request.put("production", Map.of("code", production, "title", "The film " + production));
        return request;
    }

    /** A consent record without a gap. */
    public static Map<String, Object> terms(String production) {
        LocalDate today = LocalDate.now();
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put("agreement", "No union agreement: individual contract");
        terms.put("agreementVersion", "none");
        terms.put("kind", "REPLICA");
        terms.put("use", "A younger face in the flashbacks.");
        terms.put("signedSeparately", true);
        terms.put("signedOn", today.minusDays(5).toString());
        terms.put("noticeGivenAt", today.minusDays(5) + "T09:00");
        terms.put("firstUseAt", today.plusDays(5) + "T09:00");
        terms.put("engagedLater", false);
        terms.put("languages", List.of("Spanish"));
        terms.put("term", "This season");
        terms.put("titles", List.of(production));
        terms.put("exception", "NONE");
        terms.put("compensation", "Session day");
        terms.put("evidence", List.of());
        return terms;
    }

    /** A request that legal has cleared and talent relations has confirmed. */
    String confirmed(Map<String, Object> request, Map<String, Object> terms) {
        String number = floor.sent("requester", request);
        floor.completes("legal", number, "reviewLegalExposure", Map.of("legalOutcome", "CLEARED"));
        floor.completes("talent", number, "confirmConsent", Map.of("consentOutcome", "CONFIRMED", "consent", terms));
        return number;
    }

    String confirmed(String performer, String production) {
        return confirmed(request(performer, production), terms(production));
    }

    /** The same with its letter. */
    String approved(String performer, String production) {
        return approved(request(performer, production), terms(production), null);
    }

    String approved(Map<String, Object> request, Map<String, Object> terms, @Nullable String validUntil) {
        String number = confirmed(request, terms);
        floor.completes(
                "approver",
                number,
                "approveInWriting",
                validUntil == null
                        ? Map.of("approvalOutcome", "APPROVED")
                        : Map.of("approvalOutcome", "APPROVED", "validUntil", validUntil));
        return number;
    }

    /** The consent of a request's one performer, as talent relations finds it. */
    JsonNode of(String number) {
        return floor.as("talent")
                .get("/api/consents?q=" + number)
                .expect(200)
                .json()
                .get("consents")
                .get(0);
    }

    public String idOf(String number) {
        return of(number).get("id").asText();
    }

    String stateOf(String number) {
        return of(number).get("state").asText();
    }

    String statusOf(String number) {
        return floor.as("requester")
                .get("/api/requests/" + number)
                .expect(200)
                .json()
                .get("status")
                .asText();
    }
}
