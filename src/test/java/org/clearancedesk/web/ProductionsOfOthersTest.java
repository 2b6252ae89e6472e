package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearancedesk.web.Submission.with;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The people of a production ask for its uses, however its code is written, and nobody else does. */
@RunningDesk
class ProductionsOfOthersTest {

    private final Floor floor;

    ProductionsOfOthersTest(Floor floor) {
        this.floor = floor;
    }

    @BeforeEach
    void people() {
        floor.person("teammate", "teammate@desk.example", "requesters", "production-ETERNAUTA-S1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ETERNAUTA-S1", "eternauta-s1", "Eternauta--S1", "-ETERNAUTA-S1-"})
    void takeNoRequestOfSomebodyWhoDoesNotBelongToThem(String code) {
        Map<String, Object> request = of(code);
        Map<String, Long> before = floor.rows();

        Answer refused = floor.as("requester2").post("/api/requests", request).expectProblemAt(422, "production.code");
        floor.as("requester2").post("/api/requests/validation", request).expectProblemAt(422, "production.code");

        assertThat(refused.json().get("detail").asText())
                .contains("You do not belong to")
                .contains("administrator");
        assertThat(floor.rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ETERNAUTA-S1", "eternauta-s1", "Eternauta--S1"})
    void areTheSameToTheirPeopleHoweverTheCodeIsWritten(String code) {
        String number = floor.sent("requester", of(code));

        floor.as("teammate").get("/api/requests/" + number).expect(200);
        assertThat(floor.as("teammate")
                        .get("/api/requests?production=Eternauta-S1&size=200")
                        .expect(200)
                        .json()
                        .get("cases")
                        .findValuesAsText("number"))
                .contains(number);
    }

    @Test
    void thatNobodyKnowsYetTakeARequestOfAnybody() {
        floor.as("requester2").post("/api/requests", of("NEWBORN-S1")).expect(201);
    }

    @Test
    void areNoHidingPlaceForACodeWithoutLettersAndDigits() {
        floor.as("requester2").post("/api/requests", of("---")).expectProblemAt(422, "production.code");
    }

    private static Map<String, Object> of(String code) {
        return with(Submission.withLegalReview(), "production", "code", code);
    }
}
