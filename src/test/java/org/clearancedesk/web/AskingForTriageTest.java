package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearancedesk.web.Submission.facts;
import static org.clearancedesk.web.Submission.with;
import static org.clearancedesk.web.Submission.without;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@RunningDesk
class AskingForTriageTest {

    private final Floor floor;

    AskingForTriageTest(Floor floor) {
        this.floor = floor;
    }

    @Test
    void givesTierReviewsFindingsAndGuidelineVersionAndStoresNothing() {
        Map<String, Long> before = floor.rows();

        JsonNode answer = floor.as("requester")
                .post("/api/triage", facts("R-02"))
                .expect(200)
                .json();

        assertThat(answer.get("tier").asText()).isEqualTo("WRITTEN_APPROVAL");
        assertThat(answer.get("reviews")).map(JsonNode::asText).containsExactly("LEGAL");
        assertThat(answer.get("guidelineVersion").asText()).isEqualTo("2025-11-11");
        assertThat(answer.get("findings")).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.get("clause").asText()).isNotBlank();
            assertThat(finding.get("tier").asText()).isIn("LOW", "ESCALATE", "WRITTEN_APPROVAL");
            assertThat(finding.get("union").isBoolean()).isTrue();
            assertThat(finding.get("reason").asText()).isNotBlank();
        });
        assertThat(floor.rows()).isEqualTo(before);
    }

    @Test
    void takesContradictoryFactsAndEscalatesThem() {
        assertThat(floor.as("requester")
                        .post("/api/triage", facts("P4-XX"))
                        .expect(200)
                        .json()
                        .get("tier")
                        .asText())
                .isEqualTo("ESCALATE");
    }

    @Test
    void namesEveryMissingFact() {
        Answer answer = floor.as("requester").post("/api/triage", Map.of());

        answer.expectProblemAt(422, facts("R-02").keySet().toArray(String[]::new));
        assertThat(answer.fields()).hasSize(23);
    }

    @Test
    void namesTheOneFactThatIsMissing() {
        floor.as("requester")
                .post("/api/triage", without(facts("R-02"), "talentUse"))
                .expectProblemAt(422, "talentUse");
    }

    static Stream<Map<String, Object>> factsThatDoNotHold() {
        Map<String, Object> right = facts("R-02");
        return Stream.of(
                with(right, "stage", "DRAFT"),
                with(right, "stage", "final"),
                with(right, "stage", ""),
                with(right, "stage", true),
                with(right, "stage", 2),
                with(right, "stage", null),
                with(right, "stage", List.of("FINAL")),
                with(right, "stage", Map.of("value", "FINAL")),
                with(right, "stage", "x".repeat(5000)));
    }

    @ParameterizedTest
    @MethodSource("factsThatDoNotHold")
    void refusesAValueThatTheFactDoesNotHave(Map<String, Object> facts) {
        Answer answer = floor.as("requester").post("/api/triage", facts);

        answer.expectProblemAt(422, "stage");
        assertThat(answer.text()).contains("IDEATION, TEMPORARY, FINAL").hasSizeLessThan(1000);
    }

    @Test
    void refusesATextWhereYesOrNoIsAsked() {
        floor.as("requester")
                .post("/api/triage", with(facts("R-02"), "personalDataInput", "true"))
                .expectProblemAt(422, "personalDataInput");
    }

    @Test
    void refusesAFactThatNobodyKnows() {
        Map<String, Object> facts = new HashMap<>(facts("R-02"));
        facts.put("budget", 5);

        floor.as("requester").post("/api/triage", facts).expectProblemAt(422, "budget");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "[{}]", "\"facts\"", "7", "true"})
    void refusesABodyThatIsNoObject(String body) {
        floor.as("requester").post("/api/triage", "application/json", body).expectProblem(400);
    }

    @Test
    void refusesAFactSaidTwiceAndNamesIt() {
        Answer answer = floor.as("requester")
                .post("/api/triage", "application/json", "{\"stage\":\"FINAL\",\"stage\":\"IDEATION\"}");

        answer.expectProblemAt(400, "stage");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"stage\": FINAL}",
                "{\"stage\":\"FINAL\"",
                "{'stage':'FINAL'}",
                "{} {}",
                "{\"stage\":\"FINAL\"}]"
            })
    void refusesTextThatIsNoJson(String body) {
        floor.as("requester").post("/api/triage", "application/json", body).expectProblem(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
    void refusesWhatDoesNotComeAsJson(String type) {
        floor.as("requester").post("/api/triage", type, "stage=FINAL").expectProblem(415);
    }
}
