package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The log is read by people who have no business with the cases. */
@RunningDesk
class LogWithoutNamesTest {

    private static final String WHO = "zenobia.quill";
    private static final String ADDRESS = "zq@hidden.example";
    private static final String CONTACT = "kontakt@hidden.example";
    private static final String TITLE = "Nightjar Protocol";
    private static final String PERFORMER = "Ottoline Varga";

    @RegisterExtension
    private final LogLines log = new LogLines();

    private final Floor floor;

    LogWithoutNamesTest(Floor floor) {
        this.floor = floor;
    }

    @Test
    void namesNobodyAndNoTitleWhateverHappens() {
        floor.person(WHO, ADDRESS, "requesters");
        floor.person("contact-of-the-log", CONTACT, "netflix-contacts");
        Map<String, Object> request = new HashMap<>(Submission.withLegalReview());
        request.put("title", TITLE);
        request.put("netflixContact", CONTACT);
        request.put("performers", List.of(Map.of("name", PERFORMER, "kind", "ACTOR", "use", "VOICE")));

        Visitor person = floor.signedIn(WHO);
        floor.as(WHO).post("/api/requests", request);
        request.remove("performers");
        String number = floor.sent(WHO, request);
        floor.settle();
        floor.as("admin").get("/api/requests/" + number + "/record.zip").expect(200);
        floor.as("admin").get("/api/requests/" + number + "/dossier.pdf");
        floor.as(WHO).get("/api/requests/" + number + "/record.zip");
        floor.nobody().withPassword(WHO, "wrong").get("/api/requests").expect(401);
        floor.nobody().signsIn(WHO, "wrong");
        person.inTasklist();
        person.tasklist("POST", "/task/" + floor.task(number, "reviewLegalExposure") + "/claim", Map.of("userId", WHO));
        person.tasklist("POST", "/task/" + floor.task(number, "reviewLegalExposure") + "/complete", Map.of());
        person.tasklist("GET", "/user/" + WHO + "/profile");
        person.tasklist("POST", "/task", Map.of("nameLike", TITLE));
        person.tasklist("DELETE", "/user/" + WHO);
        floor.as(WHO).get("/api/requests?q=" + Visitor.encoded(TITLE));
        floor.as(WHO).get("/api/" + Visitor.encoded(TITLE));
        floor.as("approver").post("/api/requests/" + number + "/suspension", Map.of("reason", PERFORMER));
        floor.completes("legal", number, "reviewLegalExposure", Map.of("legalOutcome", "CLEARED"));
        floor.completes(
                "approver",
                number,
                "approveInWriting",
                Map.of("approvalOutcome", "REFUSED", "approvalReason", PERFORMER));

        assertThat(log.from(Level.INFO)).isNotEmpty().allSatisfy(line -> assertThat(line)
                .doesNotContain(WHO, ADDRESS, CONTACT, TITLE, PERFORMER, Visitor.encoded(TITLE)));
    }
}
