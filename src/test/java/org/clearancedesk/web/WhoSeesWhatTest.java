package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearancedesk.web.Submission.performer;
import static org.clearancedesk.web.Submission.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

@RunningDesk
class WhoSeesWhatTest {

    private static final byte[] NOTE = "A note.".getBytes(StandardCharsets.UTF_8);
    private final Floor floor;

    WhoSeesWhatTest(Floor floor) {
        this.floor = floor;
    }

    private boolean sees(String user, String number) {
        Answer direct = floor.as(user).get("/api/requests/" + number);
        JsonNode page = floor.as(user)
                .get("/api/requests?size=200&q=" + number)
                .expect(200)
                .json();
        boolean listed = StreamSupport.stream(page.get("cases").spliterator(), false)
                .anyMatch(found -> found.get("number").asText().equals(number));
        Answer record = floor.as(user).get("/api/requests/" + number + "/record");
        Answer onPage = floor.signedIn(user).get("/requests/" + number);
        assertThat(List.of(direct.status() == 200, record.status() == 200, onPage.status() == 200))
                .as("%s sees %s in the list, directly, its record and its page, or nothing of it", user, number)
                .containsOnly(listed);
        assertThat(page.get("total").asInt()).isEqualTo(page.get("cases").size());
        return listed;
    }

    @Test
    void aRequesterSeesTheirOwn() {
        assertThat(sees("requester", floor.sent("requester", Submission.withLegalReview())))
                .isTrue();
    }

    @Test
    void anotherRequesterSeesNothingOfIt() {
        String number = floor.sent("requester", Submission.withLegalReview());
        String file = floor.as("requester")
                .upload("/api/requests/" + number + "/evidence", "note.txt", NOTE)
                .expect(201)
                .json()
                .get("id")
                .asText();

        assertThat(sees("requester2", number)).isFalse();
        Visitor other = floor.as("requester2");
        String place = "/api/requests/" + number;
        other.get(place + "/letter").expectProblem(404);
        other.get(place + "/evidence/" + file).expectProblem(404);
        other.upload(place + "/evidence", "note.txt", NOTE).expectProblem(404);
        other.post(place + "/withdrawal", Map.of("reason", "Mine")).expectProblem(404);
        assertThat(other.get("/api/requests?production=KITCHEN-S1&size=200")
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(other.get("/api/requests?production=KITCHEN-S1&mine=true&size=200")
                        .json()
                        .get("total")
                        .asInt());
    }

    @Test
    void aCaseThatIsNotForTheirEyesLooksLikeOneThatDoesNotExist() {
        String number = floor.sent("requester", Submission.withLegalReview());
        String nowhere = "GC-1999-000001";

        for (String what : List.of("", "/letter", "/record", "/evidence/1")) {
            Answer hidden = floor.as("requester2").get("/api/requests/" + number + what);
            Answer unknown = floor.as("requester2").get("/api/requests/" + nowhere + what);
            hidden.expectProblem(404);
            unknown.expectProblem(404);
            assertThat(hidden.words().replace(number, nowhere)).isEqualTo(unknown.words());
        }
    }

    @Test
    void membersOfAProductionSeeItsCases() {
        floor.person("teammate", "teammate@desk.example", "requesters", "production-ETERNAUTA-S1");
        floor.person("colleague3", "colleague3@desk.example", "requesters", "production-ETERNAUTA-S1");
        String ofTheirs =
                floor.sent("colleague3", with(Submission.withLegalReview(), "production", "code", "ETERNAUTA-S1"));
        String ofOthers =
                floor.sent("colleague3", with(Submission.withLegalReview(), "production", "code", "ETERNAUTA-S2"));

        assertThat(sees("teammate", ofTheirs)).isTrue();
        assertThat(sees("teammate", ofOthers)).isFalse();
    }

    @Test
    void membersOfAProductionCannotWithdrawWhatAColleagueSent() {
        floor.person("teammate", "teammate@desk.example", "requesters", "production-ETERNAUTA-S1");
        floor.person("colleague3", "colleague3@desk.example", "requesters", "production-ETERNAUTA-S1");
        String number =
                floor.sent("colleague3", with(Submission.withLegalReview(), "production", "code", "ETERNAUTA-S1"));

        floor.as("teammate")
                .post("/api/requests/" + number + "/withdrawal", Map.of("reason", "Mine"))
                .expectProblem(403);
    }

    @Test
    void reviewersSeeOnlyWhatWasBroughtBeforeTheirGroup() {
        String legalOnly = floor.sent("requester", Submission.withLegalReview());
        String both = floor.sent("requester", Submission.withConsent(performer("Ana Diaz", "PRINCIPAL")));
        String lowRisk = floor.sent("requester", Submission.lowRisk());

        assertThat(sees("legal", legalOnly)).isTrue();
        assertThat(sees("legal", both)).isTrue();
        assertThat(sees("legal", lowRisk)).isFalse();
        assertThat(sees("talent", legalOnly)).isFalse();
        assertThat(sees("talent", both)).isTrue();
        assertThat(sees("approver", legalOnly)).isFalse();

        floor.completes("legal", legalOnly, "reviewLegalExposure", Map.of("legalOutcome", "CLEARED"));

        assertThat(sees("approver", legalOnly)).isTrue();
        assertThat(sees("legal", legalOnly)).isTrue();
        assertThat(sees("talent", legalOnly)).isFalse();
    }

    @Test
    void theNetflixContactSeesTheCasesThatNameThem() {
        floor.person("contact2", "other.contact@desk.example", "netflix-contacts");
        String lowRisk = floor.sent("requester", with(Submission.lowRisk(), "netflixContact", "Contact@Desk.example"));
        String gated = floor.sent("requester", Submission.withLegalReview());
        String ofAnother =
                floor.sent("requester", with(Submission.lowRisk(), "netflixContact", "other.contact@desk.example"));
        floor.settle();

        assertThat(sees("contact", lowRisk)).isTrue();
        assertThat(sees("contact", gated)).isTrue();
        assertThat(sees("contact", ofAnother)).isFalse();
        assertThat(sees("contact2", ofAnother)).isTrue();
        assertThat(sees("contact2", lowRisk)).isFalse();
    }

    @Test
    void anEscalatedCaseIsForEveryNetflixContact() {
        floor.person("contact2", "other.contact@desk.example", "netflix-contacts");

        assertThat(sees("contact2", floor.sent("requester", Submission.of("P1-UN"))))
                .isTrue();
    }

    @Test
    void anAddressAloneOpensNothingToWhoeverIsNoNetflixContact() {
        floor.person("pretender", "pretender@desk.example", "requesters");
        floor.hasAddress("pretender", "contact@desk.example");

        assertThat(sees("pretender", floor.sent("requester", Submission.lowRisk())))
                .isFalse();
    }

    @Test
    void anAdministratorSeesEverything() {
        assertThat(sees("admin", floor.sent("requester", Submission.lowRisk()))).isTrue();
        assertThat(sees("admin", floor.sent("requester2", Submission.withLegalReview())))
                .isTrue();
    }

    @Test
    void onlyWhoeverSentItIsOfferedToWithdrawIt() {
        String number = floor.sent("requester", Submission.withLegalReview());

        assertThat(List.of("admin", "legal")).allSatisfy(user -> assertThat(floor.as(user)
                        .get("/api/requests/" + number)
                        .json()
                        .get("mayWithdraw")
                        .asBoolean())
                .isFalse());
    }
}
