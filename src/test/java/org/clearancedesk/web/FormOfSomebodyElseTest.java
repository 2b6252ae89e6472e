package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A form was opened by one person, and another has signed in in the same browser before it is sent. */
@RunningDesk
class FormOfSomebodyElseTest {

    private static final String OPENED_BY = "X-Desk-User";

    private final Floor floor;

    FormOfSomebodyElseTest(Floor floor) {
        this.floor = floor;
    }

    @Test
    void isNotTakenForARequestOfTheOneWhoIsSignedInNow() {
        Visitor session = floor.signedIn("requester2").inTasklist().with(OPENED_BY, "requester");
        Map<String, Long> before = floor.rows();

        Answer refused = session.tasklist(
                "POST", "/process-definition/key/genai-clearance/submit-form", variables(Submission.lowRisk()));

        assertThat(refused.expect(409).json().get("message").asText())
                .contains("somebody else")
                .contains("Nothing was sent");
        assertThat(refused.json().path("reason").asText()).isEqualTo("OPENED_BY_SOMEBODY_ELSE");
        assertThat(floor.rows()).isEqualTo(before);
    }

    @Test
    void isNotTakenForAnAnswerToATask() {
        floor.person("legal2", "legal2@desk.example", "legal");
        String number = floor.sent("requester", Submission.withLegalReview());
        String task = floor.task(number, "reviewLegalExposure");
        Visitor session = floor.signedIn("legal2").inTasklist();
        session.tasklist("POST", "/task/" + task + "/claim", Map.of("userId", "legal2"))
                .expect(204);
        Map<String, Object> answers =
                Map.of("variables", Map.of("legalOutcome", Map.of("type", "String", "value", "CLEARED")));

        for (String call : new String[] {"submit-form", "complete", "unclaim"}) {
            session.with(OPENED_BY, "legal")
                    .tasklist("POST", "/task/" + task + "/" + call, answers)
                    .expect(409);
        }
        assertThat(floor.as("legal").get("/api/requests/" + number).json().get("opinions"))
                .isEmpty();

        session.with(OPENED_BY, "legal2")
                .tasklist("POST", "/task/" + task + "/submit-form", answers)
                .expect(204);
    }

    @Test
    void isRefusedByTheApiToo() {
        floor.as("requester2")
                .with(OPENED_BY, "requester")
                .post("/api/requests", Submission.lowRisk())
                .expectProblem(409);
        floor.as("requester2").with(OPENED_BY, "requester").get("/api/requests").expect(200);
        floor.as("requester2")
                .with(OPENED_BY, "requester2")
                .post("/api/requests", Submission.lowRisk())
                .expect(201);
    }

    private static Map<String, Object> variables(Map<String, Object> request) {
        try {
            String json = new ObjectMapper().writeValueAsString(request);
            return Map.of("variables", Map.of("request", Map.of("type", "Json", "value", json)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
