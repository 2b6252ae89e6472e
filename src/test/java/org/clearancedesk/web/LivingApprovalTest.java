package org.clearancedesk.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@RunningDesk
class LivingApprovalTest {

    private static final Map<String, String> REASON = Map.of("reason", "The licence was forged.");
    private static final Map<String, Object> CONDITIONS = Map.of(
            "legalOutcome",
            "CLEARED_WITH_CONDITIONS",
            "legalReason",
            "The plates are ours.",
            "legalConditions",
            List.of("Keep the prompts."));

    private final Floor floor;

    LivingApprovalTest(Floor floor) {
        this.floor = floor;
    }

    @Test
    void isRevokedByAnApproverOnceAndByNobodyElse() {
        String number = floor.approved(Map.of("approvalOutcome", "APPROVED"));
        String address = "/api/requests/" + number + "/revocation";

        floor.as("requester").post(address, REASON).expectProblem(403);
        floor.as("requester2").post(address, REASON).expectProblem(404);
        floor.as("approver").post(address, Map.of()).expectProblemAt(422, "reason");
        floor.as("approver").post(address, REASON).expect(204);
        assertThat(floor.as("approver").post(address, REASON).expectProblem(422).text())
                .contains("revoked already");
        assertThat(status(number)).isEqualTo("REVOKED");
        assertThat(floor.signedIn("requester").get("/requests/" + number).text())
                .contains("The approval is revoked")
                .doesNotContain("The use is approved in writing", ">Renew<", "Something changed");
    }

    @Test
    void showsItsConditionsAndTakesEvidenceForThemFromItsHolderAlone() {
        String number = conditional();
        JsonNode approval = shown("requester", number).get("approval");

        assertThat(approval.get("conditions").get(0).get("words").asText()).isEqualTo("Keep the prompts.");
        assertThat(approval.get("conditions").get(0).get("state").asText()).isEqualTo("OPEN");
        String evidence = "/api/requests/" + number + "/evidence";
        byte[] words = "The prompts.".getBytes(UTF_8);
        floor.as("requester").upload(evidence, "prompts.txt", words).expect(201);
        floor.as("legal").upload(evidence, "prompts.txt", words).expectProblem(422);
    }

    @Test
    void letsAnApproverWaiveAConditionOnThePage() {
        String number = conditional();
        Visitor approver = floor.signedIn("approver");
        assertThat(approver.get("/requests/" + number).text()).contains("Waive this condition", "Revoke this approval");
        assertThat(floor.signedIn("requester").get("/requests/" + number).text())
                .doesNotContain("Waive this condition", "Revoke this approval");

        approver.post(
                        "/requests/" + number + "/conditions/1/waiver",
                        "application/x-www-form-urlencoded",
                        form(Map.of("reason", "The tool keeps none.", "_csrf", approver.cookie("DESK-CSRF"))))
                .expect(302);

        assertThat(shown("requester", number)
                        .get("approval")
                        .get("conditions")
                        .get(0)
                        .get("state")
                        .asText())
                .isEqualTo("WAIVED");
    }

    @Test
    void keepsWhatWasTypedInItsOwnFormWhenItIsRefused() {
        String number = conditional();
        Visitor approver = floor.signedIn("approver");
        approver.get("/requests/" + number);

        Answer refused = approver.post(
                "/requests/" + number + "/standing",
                "application/x-www-form-urlencoded",
                form(Map.of(
                        "usesLimit", "0",
                        "validUntil", "2020-01-01",
                        "reason", "Noise is noise.",
                        "_csrf", approver.cookie("DESK-CSRF"))));

        assertThat(refused.expect(200).text())
                .containsOnlyOnce("Noise is noise.")
                .containsOnlyOnce("open=\"open\"");
    }

    @Test
    void isRenewedFromAPageThatIsFilledIn() {
        String number = floor.approved(Map.of("approvalOutcome", "APPROVED"));
        Visitor holder = floor.signedIn("requester");
        assertThat(holder.get("/requests").text())
                .contains("/requests/" + number + "/renewal", "/api/requests/" + number + "/letter\"");
        assertThat(holder.get("/requests/" + number).text())
                .contains("/verify/" + floor.letterOf(number), "/letter.jws", "/record.pdf", "/record.zip");
        JsonNode request = shown("requester", number).get("request");
        String page = holder.get("/requests/" + number + "/renewal").expect(200).text();
        assertThat(page).contains("Renew this approval", request.get("title").asText(), "selected");

        Answer sent = holder.post(
                "/requests/" + number + "/renewal",
                "application/x-www-form-urlencoded",
                form(fields(request, holder.cookie("DESK-CSRF"))));

        sent.expect(302);
        String later = sent.header("Location").replaceAll(".*/requests/", "");
        assertThat(shown("requester", later).get("request").get("predecessor").asText())
                .isEqualTo(number);
        assertThat(shown("requester", later).get("request").get("facts")).isEqualTo(request.get("facts"));
        assertThat(holder.get("/requests/" + later).expect(200).text())
                .contains("In review", "This request renews <a href=\"/requests/" + number)
                .doesNotContain("Open letter");
        assertThat(shown("legal", later).get("renews").asText()).isEqualTo(number);
        assertThat(shown("requester", number).get("renews").isNull()).isTrue();
        assertThat(shown("requester", number).get("approval").get("renewedBy").asText())
                .isEqualTo(later);
        assertThat(holder.get("/requests/" + number + "/renewal").text())
                .contains("/requests/" + later, "renews this approval already")
                .doesNotContain("Send request");
        assertThat(holder.post(
                                "/requests/" + number + "/renewal",
                                "application/x-www-form-urlencoded",
                                form(fields(request, holder.cookie("DESK-CSRF"))))
                        .text())
                .contains("being renewed already, by " + later);
    }

    @Test
    void showsWhatAChangeMeansBeforeItIsOnRecord() {
        String number = floor.approved(Map.of("approvalOutcome", "APPROVED"));
        Visitor holder = floor.signedIn("requester");
        Map<String, String> sent = fields(shown("requester", number).get("request"), holder.cookie("DESK-CSRF"));
        sent.put("facts.misleadingRisk", "YES");
        sent.put("description", "It became the story.");
        String address = "/requests/" + number + "/scope-change";
        assertThat(holder.get(address).expect(200).text()).contains("Something changed");

        assertThat(holder.post(address, "application/x-www-form-urlencoded", form(sent))
                        .text())
                .contains("What that means", "E1", "Confirm the change", "Send a new request with these answers");
        assertThat(status(number)).isEqualTo("APPROVED");
        sent.put("confirmed", "true");
        holder.post(address, "application/x-www-form-urlencoded", form(sent)).expect(302);

        assertThat(status(number)).isEqualTo("SUSPENDED");
        floor.signedIn("legal").get(address).expect(403);
        floor.signedIn("requester2").get(address).expect(404);
    }

    @Test
    void takesAChangeOverTheApiFromItsHolderAlone() {
        String number = floor.approved(Map.of("approvalOutcome", "APPROVED"));
        JsonNode facts = shown("requester", number).get("request").get("facts");
        String address = "/api/requests/" + number + "/scope-change";
        Map<String, Object> same = Map.of("facts", facts, "description", "Nothing.");

        floor.as("legal").post(address, same).expectProblem(403);
        floor.as("requester").post(address, same).expectProblemAt(422, "facts");
        floor.as("requester").post(address, Map.of("description", "x")).expectProblemAt(422, "facts");
        JsonNode preview = floor.as("requester")
                .post(address + "/preview", Map.of("facts", facts))
                .expect(200)
                .json();
        assertThat(preview.get("changed")).isEmpty();
        assertThat(preview.get("asksForMore").asBoolean()).isFalse();
    }

    @Test
    void isNotRenewedUnderTheRequestersOwnAddressAsNetflixContact() {
        String number = floor.approved(Map.of("approvalOutcome", "APPROVED"));
        Visitor holder = floor.signedIn("requester");
        Map<String, String> fields = fields(shown("requester", number).get("request"), holder.cookie("DESK-CSRF"));
        fields.put("netflixContact", "requester@desk.example");
        Map<String, Long> before = floor.rows();

        Answer refused =
                holder.post("/requests/" + number + "/renewal", "application/x-www-form-urlencoded", form(fields));

        assertThat(refused.expect(200).text())
                .contains("Netflix contact is somebody else than whoever makes the request");
        assertThat(floor.rows()).isEqualTo(before);
    }

    @Test
    void isNotHandledByOnePersonAsLegalAndAsApprover() {
        floor.person("legal-and-approver", "legal-and-approver@desk.example", "legal", "approvers");
        String number = conditional();
        Visitor holder = floor.signedIn("requester");
        Map<String, String> sent = fields(shown("requester", number).get("request"), holder.cookie("DESK-CSRF"));
        sent.put("facts.misleadingRisk", "YES");
        sent.put("description", "It became the story.");
        sent.put("confirmed", "true");
        holder.post("/requests/" + number + "/scope-change", "application/x-www-form-urlencoded", form(sent))
                .expect(302);
        floor.completes(
                "legal-and-approver",
                number,
                "decideOnHold",
                Map.of("holdOutcome", "RELEASED", "holdReason", "It is still the same."));
        Visitor both = floor.as("legal-and-approver");

        both.post("/api/requests/" + number + "/conditions/1/waiver", REASON).expectProblem(403);
        both.post(
                        "/api/requests/" + number + "/standing-approval",
                        Map.of("usesLimit", 3, "validUntil", "2030-01-01", "reason", "Noise is noise."))
                .expectProblem(403);
        floor.as("approver")
                .post("/api/requests/" + number + "/conditions/1/waiver", REASON)
                .expect(204);
    }

    private String conditional() {
        String number = floor.sent("requester", Submission.withLegalReview());
        floor.completes("legal", number, "reviewLegalExposure", CONDITIONS);
        floor.completes("approver", number, "approveInWriting", Map.of("approvalOutcome", "APPROVED"));
        return number;
    }

    private JsonNode shown(String user, String number) {
        return floor.as(user).get("/api/requests/" + number).expect(200).json();
    }

    private String status(String number) {
        return shown("requester", number).get("status").asText();
    }

    private static Map<String, String> fields(JsonNode request, String token) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("_csrf", token);
        for (String name : List.of("title", "description", "netflixContact")) {
            fields.put(name, request.get(name).asText());
        }
        request.get("production")
                .fields()
                .forEachRemaining(each -> fields.put(
                        "production." + each.getKey(), each.getValue().asText()));
        request.get("tool")
                .fields()
                .forEachRemaining(each ->
                        fields.put("tool." + each.getKey(), each.getValue().asText()));
        request.get("facts")
                .fields()
                .forEachRemaining(each ->
                        fields.put("facts." + each.getKey(), each.getValue().asText()));
        return fields;
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(each -> URLEncoder.encode(each.getKey(), UTF_8) + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
