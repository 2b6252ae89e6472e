package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@RunningDesk
class StandingOnThePageTest {

    private static final String UNTIL =
            LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();

    private final Floor floor;

    StandingOnThePageTest(Floor floor) {
        this.floor = floor;
    }

    /** In a production of its own, so that it covers no other test's request. */
    private String approved() {
        Map<String, Object> production =
                Map.of("code", "P-" + UUID.randomUUID().toString().substring(0, 13), "title", "Routine");
        String number =
                floor.sent("requester", Submission.with(Submission.withLegalReview(), "production", production));
        floor.completes("legal", number, "reviewLegalExposure", Map.of("legalOutcome", "CLEARED"));
        floor.completes("approver", number, "approveInWriting", Map.of("approvalOutcome", "APPROVED"));
        return number;
    }

    private static Map<String, Object> terms(Object limit, String until) {
        return Map.of("usesLimit", limit, "validUntil", until, "reason", "Noise is noise.");
    }

    @Test
    void isGrantedAndEndedOverTheApiAndSaidInEachRefusalWhy() {
        String number = approved();
        String address = "/api/requests/" + number + "/standing-approval";
        Visitor approver = floor.as("approver");

        floor.as("requester").post(address, terms(3, UNTIL)).expectProblem(403);
        floor.as("requester2").post(address, terms(3, UNTIL)).expectProblem(404);
        for (Object limit : new Object[] {0, 101, -1, "many", ""}) {
            approver.post(address, terms(limit, UNTIL)).expectProblemAt(422, "usesLimit");
        }
        approver.post(address, terms(3, "2020-01-01")).expectProblemAt(422, "validUntil");
        approver.post(address, terms(3, "2199-01-01")).expectProblemAt(422, "validUntil");
        approver.post(address, terms(3, "soon")).expectProblemAt(422, "validUntil");
        approver.post(address, Map.of()).expectProblemAt(422, "usesLimit", "validUntil", "reason");
        Map<String, Object> unknown = new HashMap<>(terms(3, UNTIL));
        unknown.put("forEver", true);
        approver.post(address, unknown).expectProblemAt(422, "forEver");
        approver.post(address + "/end", Map.of("reason", "Over.")).expectProblem(422);

        approver.post(address, terms(3, UNTIL)).expect(204);
        assertThat(floor.as("requester")
                        .get("/api/requests/" + number)
                        .json()
                        .at("/standing/usesLimit")
                        .asInt())
                .isEqualTo(3);
        approver.post(address, terms(3, UNTIL)).expectProblem(422);
        approver.post(address + "/end", Map.of()).expectProblemAt(422, "reason");
        approver.post(address + "/end", Map.of("reason", "Over.")).expect(204);
        assertThat(approver.get("/api/requests/" + number)
                        .json()
                        .at("/standing/applies")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void isGrantedOnThePageOfTheCaseByAnApproverAlone() {
        String number = approved();
        String page = "/requests/" + number;
        Visitor approver = floor.signedIn("approver");
        assertThat(floor.signedIn("requester").get(page).text()).doesNotContain("stand for further uses");
        assertThat(approver.get(page).text()).contains("Let this approval stand for further uses");

        assertThat(form(approver, page, "usesLimit=1000&validUntil=" + UNTIL + "&reason=Noise.")
                        .text())
                .contains("from 1 to 100 uses", "value=\"1000\"", "Noise.");
        form(approver, page, "usesLimit=7&validUntil=" + UNTIL + "&reason=Noise.")
                .expect(302);

        assertThat(floor.signedIn("requester").get(page).text())
                .contains("0 of 7 uses taken", "granted by approver")
                .doesNotContain("End this standing approval");
        assertThat(approver.get(page).text())
                .contains("End this standing approval")
                .doesNotContain("Let this approval stand");
    }

    private static Answer form(Visitor person, String page, String fields) {
        return person.with("X-DESK-CSRF", person.cookie("DESK-CSRF"))
                .post(page + "/standing", "application/x-www-form-urlencoded", fields);
    }
}
