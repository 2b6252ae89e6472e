package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearancedesk.web.Submission.performer;
import static org.clearancedesk.web.Submission.with;
import static org.clearancedesk.web.Submission.without;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@RunningDesk
class SendingARequestTest {

    private static final Map<String, Object> RIGHT = Submission.lowRisk();
    private final Floor floor;

    SendingARequestTest(Floor floor) {
        this.floor = floor;
    }

    @Test
    void answersWithNumberTierAndWhereItStands() {
        Answer answer = floor.as("requester").post("/api/requests", Submission.withLegalReview());

        JsonNode receipt = answer.expect(201).json();
        String number = receipt.get("number").asText();
        assertThat(number).matches("GC-\\d{4}-\\d{6}");
        assertThat(answer.header("Location")).endsWith("/api/requests/" + number);
        assertThat(receipt.get("tier").asText()).isEqualTo("WRITTEN_APPROVAL");
        assertThat(receipt.get("status").asText()).isEqualTo("IN_REVIEW");
    }

    @Test
    void showsTheCaseWithItsTimelineUnderItsLocation() {
        String number = floor.sent("requester", Submission.withLegalReview());

        JsonNode shown =
                floor.as("requester").get("/api/requests/" + number).expect(200).json();

        assertThat(shown.get("title").asText()).isEqualTo("Concept sketches for the kitchen set");
        assertThat(shown.get("production").get("code").asText()).isEqualTo("KITCHEN-S1");
        assertThat(shown.get("request").get("facts")).hasSize(23);
        assertThat(shown.get("triage").get("findings")).isNotEmpty();
        assertThat(shown.get("timeline"))
                .extracting(line -> line.get("type").asText())
                .startsWith("REQUEST_SUBMITTED", "TRIAGED");
        assertThat(shown.get("letter").isNull()).isTrue();
        assertThat(shown.get("mayWithdraw").asBoolean()).isTrue();
    }

    @Test
    void endsALowRiskRequestAsDisclosedWithoutAnybodysWork() {
        String number = floor.sent("requester", RIGHT);

        floor.settle();

        assertThat(floor.as("requester")
                        .get("/api/requests/" + number)
                        .json()
                        .get("status")
                        .asText())
                .isEqualTo("DISCLOSED");
    }

    @Test
    void keepsFourThousandCharactersOfDescriptionWhole() {
        String longest = "ß".repeat(3999) + "!";

        String number = floor.sent("requester", with(RIGHT, "description", longest));

        assertThat(floor.as("requester")
                        .get("/api/requests/" + number)
                        .json()
                        .get("request")
                        .get("description")
                        .asText())
                .isEqualTo(longest);
    }

    @Test
    void keepsTextAsItWasTyped() {
        String typed = "<b>Café</b> ${7*7} #{x} 'quoted' 漢字 👩‍🎤";

        String number = floor.sent("requester", with(RIGHT, "title", typed));

        assertThat(floor.as("requester")
                        .get("/api/requests/" + number)
                        .json()
                        .get("title")
                        .asText())
                .isEqualTo(typed);
        assertThat(floor.signedIn("requester").get("/requests/" + number).text())
                .contains("&lt;b&gt;Café&lt;/b&gt; ${7*7}")
                .doesNotContain("<b>Café");
    }

    static Stream<Arguments> requestsThatCannotBeTaken() {
        return Stream.of(
                arguments("title", without(RIGHT, "title")),
                arguments("title", with(RIGHT, "title", "   ")),
                arguments("title", with(RIGHT, "title", "x".repeat(201))),
                arguments("title", with(RIGHT, "title", "two\nlines")),
                arguments("title", with(RIGHT, "title", "nothing\u0000there")),
                arguments("title", with(RIGHT, "title", 42)),
                arguments("title", with(RIGHT, "title", List.of("Sketches"))),
                arguments("description", with(RIGHT, "description", "x".repeat(4001))),
                arguments("description", with(RIGHT, "description", null)),
                arguments("production.code", with(RIGHT, "production", "code", "x".repeat(21))),
                arguments("production.code", with(RIGHT, "production", "code", "KITCHEN S1")),
                arguments("production.code", with(RIGHT, "production", "code", "KÜCHE-S1")),
                arguments("production.code", with(RIGHT, "production", "code", "../KITCHEN")),
                arguments("production.code", with(RIGHT, "production", "code", "%")),
                arguments("production.season", with(RIGHT, "production", "season", 1)),
                arguments("tool.vendor", with(RIGHT, "tool", "vendor", "")),
                arguments("netflixContact", with(RIGHT, "netflixContact", "contact")),
                arguments("netflixContact", with(RIGHT, "netflixContact", "contact@desk")),
                arguments("netflixContact", with(RIGHT, "netflixContact", "@desk.example")),
                arguments("netflixContact", with(RIGHT, "netflixContact", "contact@desk..example")),
                arguments("netflixContact", with(RIGHT, "netflixContact", "con..tact@desk.example")),
                arguments("netflixContact", with(RIGHT, "netflixContact", "contact@-desk.example")),
                arguments("netflixContact", with(RIGHT, "netflixContact", "a@desk.example, b@desk.example")),
                arguments("netflixContact", with(RIGHT, "netflixContact", "Carla <contact@desk.example>")),
                arguments("netflixContact", with(RIGHT, "netflixContact", "contact@desk.example\r\nBcc: x@y.example")),
                arguments("performers", with(RIGHT, "performers", "Ana")),
                arguments("performers", with(RIGHT, "performers", Collections.nCopies(101, performer("Ana", "CRAFT")))),
                arguments("performers[0]", with(RIGHT, "performers", List.of("Ana"))),
                arguments("performers[0].role", with(RIGHT, "performers", List.of(performer("Ana", "LEAD")))),
                arguments("performers[0].name", with(RIGHT, "performers", List.of(performer("", "PRINCIPAL")))),
                arguments(
                        "performers[0].use",
                        with(RIGHT, "performers", List.of(without(performer("Ana", "PRINCIPAL"), "use")))),
                arguments(
                        "performers[0].age",
                        with(RIGHT, "performers", List.of(with(performer("Ana", "PRINCIPAL"), "age", 30)))),
                arguments(
                        "performers[1].name",
                        with(RIGHT, "performers", List.of(performer("Ana", "PRINCIPAL"), performer("ana", "MINOR")))),
                arguments(
                        "performers[0].representative",
                        with(RIGHT, "performers", List.of(without(performer("Ana", "DECEASED"), "representative")))),
                arguments(
                        "performers[0].representative",
                        with(RIGHT, "performers", List.of(without(performer("Ana", "MINOR"), "representative")))),
                arguments("facts.stage", with(RIGHT, "facts", "stage", "DRAFT")),
                arguments("facts.mood", with(RIGHT, "facts", "mood", "GOOD")),
                arguments("evidence", with(RIGHT, "evidence", "a")),
                arguments("evidence", with(RIGHT, "evidence", List.of("3f0e8f1a-0000-4000-8000-000000000000"))),
                arguments("requestNumber", with(RIGHT, "requestNumber", "GC-2026-000001")),
                arguments("requester", with(RIGHT, "requester", "admin")));
    }

    @ParameterizedTest
    @MethodSource("requestsThatCannotBeTaken")
    void namesTheFieldAndStoresNothing(String field, Map<String, Object> request) {
        Map<String, Long> before = floor.rows();

        Answer answer = floor.as("requester").post("/api/requests", request);

        answer.expectProblem(422);
        assertThat(answer.fields()).contains(field).hasSizeLessThanOrEqualTo(4);
        assertThat(floor.rows()).isEqualTo(before);
    }

    @Test
    void refusesHalfACharacterThatNothingCouldPrint() {
        Answer answer = floor.as("requester")
                .post("/api/requests", "application/json", "{\"title\":\"half a \\ud83d character\"}")
                .expectProblem(422);

        assertThat(answer.json().get("detail").asText()).contains("“title” contains characters that cannot be printed");
    }

    @Test
    void namesEveryFieldAtOnce() {
        floor.as("requester")
                .post("/api/requests", with(with(RIGHT, "title", ""), "facts", "talent", "ROBOT"))
                .expectProblemAt(422, "title", "facts.talent");
    }

    @Test
    void namesEveryFieldOfAnEmptyRequest() {
        Answer answer = floor.as("requester").post("/api/requests", Map.of());

        answer.expectProblem(422);
        assertThat(answer.fields())
                .contains("title", "description", "production.code", "tool.name", "netflixContact", "facts.generative");
    }

    @Test
    void asksForSomebodyWhenConsentIsNeededAndStoresNothing() {
        Map<String, Long> before = floor.rows();

        floor.as("requester").post("/api/requests", Submission.withConsent()).expectProblemAt(422, "performers");

        assertThat(floor.rows()).isEqualTo(before);
    }

    @Test
    void takesOneCraftWhenConsentIsNeeded() {
        assertThat(floor.sent("requester", Submission.withConsent(performer("Storyboard artists", "CRAFT"))))
                .isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "\"request\"", "{\"title\":\"a\",\"title\":\"b\"}", "{\"facts\":{\"stage\":}}"
            })
    void refusesABodyThatIsNoObjectAndStoresNothing(String body) {
        Map<String, Long> before = floor.rows();

        floor.as("requester").post("/api/requests", "application/json", body).expectProblem(400);

        assertThat(floor.rows()).isEqualTo(before);
    }

    @Test
    void namesTheInnerFieldThatIsSaidTwice() {
        floor.as("requester")
                .post("/api/requests", "application/json", "{\"performers\":[{\"name\":\"a\",\"name\":\"b\"}]}")
                .expectProblemAt(400, "performers[0].name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"contact", "legal", "talent", "approver", "admin"})
    void takesRequestsOfRequestersOnly(String user) {
        Map<String, Long> before = floor.rows();

        floor.as(user).post("/api/requests", RIGHT).expectProblem(403);

        assertThat(floor.rows()).isEqualTo(before);
    }

    @Test
    void checksARequestWithoutSendingIt() {
        Map<String, Long> before = floor.rows();

        floor.as("requester").post("/api/requests/validation", RIGHT).expect(204);
        floor.as("requester")
                .post("/api/requests/validation", with(RIGHT, "title", ""))
                .expectProblemAt(422, "title");
        floor.as("requester")
                .post("/api/requests/validation", Submission.withConsent())
                .expectProblemAt(422, "performers");

        assertThat(floor.rows()).isEqualTo(before);
    }
}
