package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearancedesk.web.Submission.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@RunningDesk
class FindingRequestsTest {

    private static final String SEEKER = "seeker";
    private final Floor floor;
    private static List<String> numbers = List.of();

    FindingRequestsTest(Floor floor) {
        this.floor = floor;
    }

    @BeforeEach
    void sendThreeRequests() {
        if (numbers.isEmpty()) {
            floor.person(SEEKER, "seeker@desk.example", "requesters");
            numbers = List.of(
                    floor.sent(SEEKER, with(Submission.lowRisk(), "title", "100% wool_coats")),
                    floor.sent(SEEKER, with(Submission.withLegalReview(), "title", "Collapse of a Tower")),
                    floor.sent(SEEKER, with(Submission.withLegalReview(), "production", "code", "TOWER-S2")));
        }
    }

    private JsonNode found(String query) {
        return floor.as(SEEKER).get("/api/requests" + query).expect(200).json();
    }

    private static List<String> numbers(JsonNode page) {
        List<String> numbers = new ArrayList<>();
        page.get("cases").forEach(found -> numbers.add(found.get("number").asText()));
        return numbers;
    }

    @Test
    void listsTheNewestChangeFirstAndCountsThemAll() {
        JsonNode page = found("");

        assertThat(numbers(page)).containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(page.get("cases"))
                .extracting(found -> found.get("changedAt").asText())
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(page.get("total").asInt()).isEqualTo(3);
    }

    @Test
    void givesOnePageAfterTheOther() {
        JsonNode first = found("?size=2");
        JsonNode second = found("?size=2&page=1");
        JsonNode beyond = found("?size=2&page=7");

        assertThat(numbers(first)).hasSize(2).doesNotContainAnyElementsOf(numbers(second));
        assertThat(numbers(second)).hasSize(1);
        assertThat(numbers(beyond)).isEmpty();
        assertThat(List.of(first, second, beyond))
                .allSatisfy(page -> assertThat(page.get("total").asInt()).isEqualTo(3));
        assertThat(numbers(found("?page=2147483647&size=200"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tower, 2",
        "TOWER, 2",
        "kitchen-s1, 2",
        "100%25, 1",
        "%25, 1",
        "wool_, 1",
        "_, 1",
        "!, 0",
        "nothing, 0",
        "'', 3",
        "%27%20or%201%3D1, 0"
    })
    void looksForTextAsItIsTyped(String text, int hits) {
        assertThat(numbers(found("?q=" + text))).hasSize(hits);
    }

    @Test
    void findsAPartOfANumber() {
        assertThat(numbers(found("?q=" + numbers.get(1).toLowerCase(java.util.Locale.ROOT))))
                .containsExactly(numbers.get(1));
    }

    @Test
    void narrowsByStatusTierAndProduction() {
        assertThat(numbers(found("?tier=LOW"))).containsExactly(numbers.get(0));
        assertThat(numbers(found("?status=IN_REVIEW"))).hasSize(2);
        assertThat(numbers(found("?status=REFUSED"))).isEmpty();
        assertThat(numbers(found("?production=TOWER-S2"))).containsExactly(numbers.get(2));
        assertThat(numbers(found("?production=TOWER-S2&tier=LOW"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=-1",
                "page=first",
                "page=99999999999",
                "size=0",
                "size=-5",
                "size=201",
                "size=many",
                "status=OPEN",
                "tier=HIGH",
                "mine=perhaps",
                "q=%00",
                "production=%0A%00"
            })
    void refusesWhatCannotBeLookedForAndNamesIt(String parameter) {
        Answer answer = floor.as(SEEKER).get("/api/requests?" + parameter);

        assertThat(answer.status()).isBetween(400, 422);
        answer.expectProblemAt(answer.status(), parameter.substring(0, parameter.indexOf('=')));
    }

    @Test
    void refusesATextOfFourThousandCharacters() {
        floor.as(SEEKER).get("/api/requests?q=" + "x".repeat(4001)).expectProblemAt(422, "q");
    }
}
