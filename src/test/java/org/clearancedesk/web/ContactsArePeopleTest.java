package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.clearancedesk.audit.RecordAudit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contact of a case is whoever had the address when it was named, and nobody who gets the address later. */
@RunningDesk
class ContactsArePeopleTest {

    private final Floor floor;
    private final RecordAudit audit;
    private final JdbcClient jdbc;

    ContactsArePeopleTest(Floor floor, RecordAudit audit, JdbcClient jdbc) {
        this.floor = floor;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Test
    void whoseAddressAnAdministratorSwappedWithAnotherOnesStillSeesTheCaseAndTheOtherDoesNot() {
        String number = confidentialFor("swapped");
        floor.person("intruder", "intruder@desk.example", "netflix-contacts");

        moves("swapped", "swapped-away@desk.example");
        moves("intruder", "swapped@desk.example");

        floor.as("intruder").get("/api/requests/" + number).expect(404);
        assertThat(floor.as("intruder").get("/api/requests").text()).doesNotContain(number, "The secret of");
        JsonNode seen = floor.as("swapped").get("/api/requests/" + number).json();
        assertThat(seen.get("title").asText()).isEqualTo("The secret of swapped");
        assertThat(floor.as("swapped").get("/api/requests").text()).contains(number);
        assertThat(seen.get("contactHolds").asBoolean()).isFalse();
        assertThat(audit.verify(number)).isEmpty();
    }

    @Test
    void whoComesAfterSomebodyHasLeftWithTheirAddressSeesTheCaseWhenAnAdministratorNamesThem() {
        String number = confidentialFor("leaving");
        administers("DELETE", "/user/leaving", null);
        floor.person("following", "leaving@desk.example", "netflix-contacts");
        floor.as("following").get("/api/requests/" + number).expect(404);

        floor.as("admin")
                .post(
                        "/api/requests/" + number + "/contact",
                        Map.of("contact", "leaving@desk.example", "reason", "Follows whoever left."))
                .expect(204);

        JsonNode seen = floor.as("following").get("/api/requests/" + number).json();
        assertThat(seen.get("title").asText()).isEqualTo("The secret of leaving");
        assertThat(seen.get("timeline").findValuesAsText("type")).contains("CONTACT_CORRECTED");
        assertThat(audit.verify(number)).isEmpty();
    }

    @Test
    void whoHasTheAddressStillIsTheContactAlready() {
        String number = confidentialFor("staying");

        Answer answer = floor.as("admin")
                .post(
                        "/api/requests/" + number + "/contact",
                        Map.of("contact", "Staying@desk.example", "reason", "Twice."));

        answer.expectProblem(422);
        assertThat(answer.text()).contains("is the Netflix contact of " + number + " already");
    }

    @Test
    void whoWasPutIntoTheRegisterByHandIsFound() {
        String number = confidentialFor("named");
        jdbc.sql("update clearance_case set contact_user = 'talent' where number = ?")
                .param(number)
                .update();

        assertThat(audit.verify(number)).isNotEmpty();

        jdbc.sql("update clearance_case set contact_user = 'named' where number = ?")
                .param(number)
                .update();
        assertThat(audit.verify(number)).isEmpty();
    }

    private String confidentialFor(String contact) {
        floor.person(contact, contact + "@desk.example", "netflix-contacts");
        Map<String, Object> request = new HashMap<>(Submission.withLegalReview());
        request.put("netflixContact", contact + "@desk.example");
        request.put("title", "The secret of " + contact);
        request.put("codeName", "Blue Bird");
        return floor.sent("requester", request);
    }

    private void moves(String user, String address) {
        administers(
                "PUT",
                "/user/" + user + "/profile",
                Map.of("id", user, "firstName", user, "lastName", "of the desk", "email", address));
    }

    private void administers(String method, String path, Map<String, ?> body) {
        assertThat(floor.signedIn("admin")
                        .inTasklist()
                        .tasklist(method, path, body)
                        .status())
                .isBetween(200, 299);
    }
}
