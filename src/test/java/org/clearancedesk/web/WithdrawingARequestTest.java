package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RunningDesk
class WithdrawingARequestTest {

    private static final Map<String, String> REASON = Map.of("reason", "The scene was cut.");
    private final Floor floor;

    WithdrawingARequestTest(Floor floor) {
        this.floor = floor;
    }

    private Answer withdraws(String user, String number) {
        return floor.as(user).post("/api/requests/" + number + "/withdrawal", REASON);
    }

    @Test
    void endsTheRequestAndKeepsTheReason() {
        String number = floor.sent("requester", Submission.withLegalReview());

        withdraws("requester", number).expect(204);

        JsonNode shown = floor.as("requester").get("/api/requests/" + number).json();
        assertThat(shown.get("status").asText()).isEqualTo("WITHDRAWN");
        assertThat(shown.get("mayWithdraw").asBoolean()).isFalse();
        assertThat(floor.as("requester")
                        .get("/api/requests/" + number + "/record")
                        .text())
                .contains("The scene was cut.");
    }

    @Test
    void worksOnThePageToo() {
        String number = floor.sent("requester", Submission.withLegalReview());
        Visitor person = floor.signedIn("requester");

        Answer answer = person.post(
                "/requests/" + number + "/withdrawal",
                "application/x-www-form-urlencoded",
                "reason=Cut&_csrf=" + person.cookie("DESK-CSRF"));

        answer.expect(302);
        assertThat(person.get("/requests/" + number).text()).contains("Withdrawn");
    }

    @Test
    void thePageSaysWhatIsMissingAndKeepsWhatWasTyped() {
        String number = floor.sent("requester", Submission.withLegalReview());
        Visitor person = floor.signedIn("requester");
        String tooLong = "y".repeat(4001);

        Answer answer = person.post(
                "/requests/" + number + "/withdrawal",
                "application/x-www-form-urlencoded",
                "reason=" + tooLong + "&_csrf=" + person.cookie("DESK-CSRF"));

        assertThat(answer.text()).contains("4,001 characters").contains(tooLong);
        assertThat(person.get("/api/requests/" + number).json().get("status").asText())
                .isEqualTo("IN_REVIEW");
    }

    @Test
    void happensOnce() {
        String number = floor.sent("requester", Submission.withLegalReview());
        withdraws("requester", number).expect(204);
        Map<String, Long> before = floor.rows();

        withdraws("requester", number).expectProblem(422);

        assertThat(floor.rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"legal", "admin"})
    void isForWhoeverSentIt(String user) {
        String number = floor.sent("requester", Submission.withLegalReview());
        Map<String, Long> before = floor.rows();

        withdraws(user, number).expectProblem(403);

        assertThat(floor.rows()).isEqualTo(before);
    }

    @Test
    void comesTooLateOnceTheUseIsDisclosed() {
        String number = floor.sent("requester", Submission.lowRisk());
        floor.settle();
        Map<String, Long> before = floor.rows();

        Answer answer = withdraws("requester", number).expectProblem(422);

        assertThat(answer.json().get("detail").asText()).contains("decided already");
        assertThat(floor.rows()).isEqualTo(before);
    }

    @Test
    void comesTooLateOnceItIsApproved() {
        String number = floor.approved(Map.of("approvalOutcome", "APPROVED"));

        withdraws("requester", number).expectProblem(422);
    }

    @Test
    void ofANumberThatDoesNotExistIsNotFound() {
        withdraws("requester", "GC-1999-000001").expectProblem(404);
        withdraws("requester", "nonsense").expectProblem(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"reason\":\" \"}", "{\"reason\":null}", "{\"reason\":7}", "{\"reason\":[\"cut\"]}"})
    void needsAReason(String body) {
        String number = floor.sent("requester", Submission.withLegalReview());
        Map<String, Long> before = floor.rows();

        Answer answer = floor.as("requester")
                .post("/api/requests/" + number + "/withdrawal", "application/json", body)
                .expectProblem(422);

        assertThat(answer.fields()).containsOnly("reason");
        assertThat(floor.rows()).isEqualTo(before);
    }

    @Test
    void takesFourThousandCharactersOfReasonAndNotOneMore() {
        String number = floor.sent("requester", Submission.withLegalReview());
        String place = "/api/requests/" + number + "/withdrawal";

        floor.as("requester").post(place, Map.of("reason", "x".repeat(4001))).expectProblemAt(422, "reason");
        floor.as("requester").post(place, Map.of("reason", "x".repeat(4000))).expect(204);
    }
}
