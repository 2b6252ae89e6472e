package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.clearancedesk.web.Submission.with;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever sends a request names one of the desk's Netflix contacts, and nobody else. */
@RunningDesk
class NamingTheContactTest {

    private final Floor floor;

    NamingTheContactTest(Floor floor) {
        this.floor = floor;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "requester@desk.example",
                "REQUESTER@Desk.Example",
                "requester+x@desk.example",
                "stranger@elsewhere.example",
                "legal@desk.example",
                "contact@desk.example.elsewhere.example",
                "contact+x@desk.example"
            })
    void nobodyElseIsTakenOverTheApiAndNothingIsStored(String address) {
        Map<String, Object> request = with(Submission.lowRisk(), "netflixContact", address);
        Map<String, Long> before = floor.rows();

        Answer refused = floor.as("requester").post("/api/requests", request).expectProblemAt(422, "netflixContact");
        floor.as("requester").post("/api/requests/validation", request).expectProblemAt(422, "netflixContact");

        assertThat(floor.rows()).isEqualTo(before);
        assertThat(refused.json().get("detail").asText())
                .contains("Carla Netti (contact@desk.example)")
                .contains("administrator");
    }

    @Test
    void theFormInTasklistTakesNobodyElseEither() {
        Visitor person = floor.signedIn("requester").inTasklist();
        Map<String, Object> request = with(Submission.lowRisk(), "netflixContact", "requester@desk.example");
        Map<String, Long> before = floor.rows();

        Answer refused = person.tasklist(
                "POST",
                "/process-definition/key/genai-clearance/submit-form",
                Map.of("variables", Map.of("request", Map.of("type", "Json", "value", json(request)))));

        assertThat(refused.status()).isBetween(400, 499);
        assertThat(refused.text()).contains("Netflix contact");
        assertThat(floor.rows()).isEqualTo(before);
    }

    @Test
    void aChangeTakesNobodyElseEither() {
        String number = floor.sent("requester", Submission.withLegalReview());
        floor.completes(
                "legal",
                number,
                "reviewLegalExposure",
                Map.of("legalOutcome", "CHANGES_NEEDED", "legalReason", "Which set?"));
        Map<String, Object> changed = with(Submission.withLegalReview(), "netflixContact", "requester@desk.example");

        assertThat(catchThrowable(
                        () -> floor.completes("requester", number, "amendRequest", Map.of("request", changed))))
                .hasMessageContaining("Netflix contact");
        assertThat(floor.as("requester")
                        .get("/api/requests/" + number)
                        .json()
                        .get("netflixContact")
                        .asText())
                .isEqualTo("contact@desk.example");
    }

    @Test
    void aContactWhoAsksNamesAnother() {
        floor.person("bothy", "bothy@desk.example", "requesters", "netflix-contacts");

        floor.as("bothy")
                .post("/api/requests", with(Submission.lowRisk(), "netflixContact", "bothy@desk.example"))
                .expectProblemAt(422, "netflixContact");
        floor.as("bothy").post("/api/requests", Submission.lowRisk()).expect(201);
    }

    @Test
    void whoeverSharesTheAddressOfAContactNamesAnother() {
        floor.person("sharer", "sharer@desk.example", "requesters");
        floor.hasAddress("sharer", "Contact@desk.example");

        floor.as("sharer").post("/api/requests", Submission.lowRisk()).expectProblemAt(422, "netflixContact");
    }

    @Test
    void whoHasLeftTheContactsIsNamedNoMore() {
        floor.person("gone", "gone@desk.example", "netflix-contacts");
        Map<String, Object> request = with(Submission.lowRisk(), "netflixContact", "Gone@Desk.example");
        floor.sent("requester", request);
        floor.settle();

        floor.leaves("gone", "netflix-contacts");

        floor.as("requester").post("/api/requests", request).expectProblemAt(422, "netflixContact");
    }

    @Test
    void peopleWhoAreSignedInSeeWhomTheyMayName() {
        List<String> shown =
                floor.as("requester").get("/api/contacts").expect(200).json().findValuesAsText("address");

        assertThat(shown).contains("contact@desk.example").doesNotContain("requester@desk.example");
        assertThat(floor.as("contact").get("/api/contacts").expect(200).json().findValuesAsText("address"))
                .doesNotContain("contact@desk.example");
        floor.nobody().get("/api/contacts").expect(401);
    }

    private static String json(Map<String, Object> request) {
        try {
            return new ObjectMapper().writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
