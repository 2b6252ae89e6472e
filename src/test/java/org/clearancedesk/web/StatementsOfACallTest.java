package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clearancedesk.CountedDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often a call asks the database. Each kind of call has been made once before, so that nothing is counted that is read once. */
@RunningDesk
class StatementsOfACallTest {

    private static final String STYLESHEET = "/desk/pages.css";

    private final Floor floor;
    private final CountedDataSource database;
    private String number = "";

    StatementsOfACallTest(Floor floor, CountedDataSource database) {
        this.floor = floor;
        this.database = database;
    }

    @BeforeEach
    void send() {
        number = floor.sent("requester", Submission.withLegalReview());
    }

    @Test
    void aStylesheetAsksNothing() {
        assertAtMost(0, floor.nobody(), desk -> desk.get(STYLESHEET).expect(200));
        assertAtMost(
                0, floor.signedIn("requester"), desk -> desk.get(STYLESHEET).expect(200));
    }

    @Test
    void thePageOfACase() {
        assertAtMost(12, floor.signedIn("requester"), this::page);
        assertAtMost(12, floor.signedIn("legal"), this::page);
        assertAtMost(12, floor.signedIn("admin"), this::page);
    }

    @Test
    void thePageOfAnApprovedCase() {
        number = floor.approved(Map.of("approvalOutcome", "APPROVED"));

        assertAtMost(17, floor.signedIn("requester"), this::page);
        assertAtMost(20, floor.signedIn("approver"), this::page);
    }

    @Test
    void aCaseForPrograms() {
        assertAtMost(8, floor.as("requester"), desk -> desk.get("/api/requests/" + number)
                .expect(200));
    }

    @Test
    void theListOfRequests() {
        assertAtMost(
                8, floor.signedIn("requester"), desk -> desk.get("/requests").expect(200));
        assertAtMost(6, floor.as("requester"), desk -> desk.get("/api/requests").expect(200));
    }

    @Test
    void aStart() {
        assertAtMost(25, floor.as("requester"), desk -> desk.post("/api/requests", Submission.withLegalReview())
                .expect(201));
        assertAtMost(25, floor.as("requester"), desk -> desk.post("/api/requests", Submission.lowRisk())
                .expect(201));
    }

    @Test
    void claimingAndAnsweringATaskInTasklist() {
        Visitor legal = floor.signedIn("legal").inTasklist();
        Map<String, Object> cleared =
                Map.of("variables", Map.of("legalOutcome", Map.of("type", "String", "value", "CLEARED")));

        Iterator<String> claimed = Stream.of(number, floor.sent("requester", Submission.withLegalReview()))
                .map(each -> floor.task(each, "reviewLegalExposure"))
                .toList()
                .iterator();

        assertAtMost(69, legal, tasklist -> {
            String task = claimed.next();
            tasklist.tasklist("POST", "/task/" + task + "/claim", Map.of("userId", "legal"))
                    .expect(204);
            tasklist.tasklist("POST", "/task/" + task + "/submit-form", cleared).expect(204);
        });
    }

    @Test
    void aCheckOfALetter() {
        String letter = floor.letterOf(floor.approved(Map.of("approvalOutcome", "APPROVED")));

        assertAtMost(
                2, floor.nobody(), anybody -> anybody.get("/verify/" + letter).expect(200));
    }

    private void page(Visitor person) {
        person.get("/requests/" + number).expect(200);
    }

    private void assertAtMost(int most, Visitor person, Consumer<Visitor> call) {
        call.accept(person);
        String id = UUID.randomUUID().toString();
        List<String> statements = database.ofCall(id);
        call.accept(person.with("X-Request-Id", id));
        // On the same connection nothing is answered before the call has ended altogether.
        person.with("X-Request-Id", UUID.randomUUID().toString())
                .get(STYLESHEET)
                .expect(200);

        assertThat(statements).as(String.join("\n", statements)).hasSizeLessThanOrEqualTo(most);
    }
}
