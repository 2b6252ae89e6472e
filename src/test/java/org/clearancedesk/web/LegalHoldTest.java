package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RunningDesk
class LegalHoldTest {

    private final Floor floor;

    LegalHoldTest(Floor floor) {
        this.floor = floor;
    }

    @Test
    void anAdministratorPlacesAndLiftsItAndBothAreOnRecord() {
        String hold = hold(floor.sent("requester", Submission.lowRisk()));
        String number = hold.split("/", -1)[3];

        floor.as("admin").post(hold, reason("Letter of a court")).expect(204);
        Answer placed = floor.as("admin").get(hold).expect(200);
        assertThat(placed.json().get("by").asText()).isEqualTo("admin");
        assertThat(placed.json().get("reason").asText()).isEqualTo("Letter of a court");

        floor.as("admin").post(hold + "/release", reason("The court is done.")).expect(204);
        floor.as("admin").get(hold).expect(404);
        List<String> events = floor.as("admin")
                .get("/api/requests/" + number)
                .expect(200)
                .json()
                .get("timeline")
                .findValuesAsText("type");
        assertThat(events).containsSubsequence("LEGAL_HOLD_PLACED", "LEGAL_HOLD_LIFTED");
    }

    @Test
    void whoeverReadsTheCaseSeesThatItIsOnHoldButNotWhy() {
        String number = floor.sent("requester", Submission.lowRisk());
        floor.as("admin")
                .post(hold(number), reason("Suspicion against somebody"))
                .expect(204);

        String seen =
                floor.as("requester").get("/api/requests/" + number).expect(200).text();

        assertThat(seen).contains("Put on legal hold").doesNotContain("Suspicion");
    }

    @ParameterizedTest
    @ValueSource(strings = {"requester", "legal", "approver"})
    void nobodyElseSeesToIt(String user) {
        String hold = hold(floor.sent("requester", Submission.lowRisk()));

        floor.as(user).post(hold, reason("I want to")).expect(403);
        floor.as(user).post(hold + "/release", reason("I want to")).expect(403);
        floor.as(user).get(hold).expect(403);
        floor.as("admin").get(hold).expect(404);
    }

    @Test
    void itNeedsAReasonAndACase() {
        String hold = hold(floor.sent("requester", Submission.lowRisk()));

        assertThat(floor.as("admin").post(hold, reason("")).expect(422).text()).contains("reason");
        floor.as("admin")
                .post(hold("GC-1999-000001"), reason("Letter of a court"))
                .expect(404);
    }

    private static String hold(String number) {
        return "/api/requests/%s/legal-hold".formatted(number);
    }

    private static Map<String, String> reason(String words) {
        return Map.of("reason", words);
    }
}
