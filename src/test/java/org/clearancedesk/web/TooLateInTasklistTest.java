package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody acts on a task in Tasklist that is not theirs any more; they read so in the desk's words, not in the engine's. */
@RunningDesk
class TooLateInTasklistTest {

    private static final Map<String, Object> CLEARED =
            Map.of("variables", Map.of("legalOutcome", Map.of("value", "CLEARED", "type", "String")));

    private final Floor floor;
    private String number = "";
    private String task = "";
    private Visitor first;
    private Visitor second;

    TooLateInTasklistTest(Floor floor) {
        this.floor = floor;
        this.first = floor.nobody();
        this.second = floor.nobody();
    }

    @BeforeEach
    void twoOfLegal() {
        floor.person("latelegal", "latelegal@desk.example", "legal");
        number = floor.sent("requester", Submission.withLegalReview());
        task = floor.task(number, "reviewLegalExposure");
        first = floor.signedIn("legal").inTasklist();
        second = floor.signedIn("latelegal").inTasklist();
    }

    @Test
    void becauseSomebodyElseTookIt() {
        takes(first, "legal").expect(204);

        assertSays(takes(second, "latelegal"), 409, "TAKEN", "Somebody else has just taken this task.");
    }

    @Test
    void becauseItIsDone() {
        takes(first, "legal").expect(204);
        sends(first).expect(204);

        assertSays(
                sends(first),
                409,
                "DONE",
                "There is no such task any more: it is done, or it went back. Please go back to your list.");
        assertSays(
                takes(second, "latelegal"),
                409,
                "DONE",
                "There is no such task any more: it is done, or it went back. Please go back to your list.");
    }

    @Test
    void becauseItWasNeverTheirs() {
        Visitor other = floor.signedIn("talent").inTasklist();

        assertSays(
                sends(other),
                403,
                "NOT_YOURS",
                "This task is not yours to do: somebody else has taken it, or it is for other people.");
    }

    private Answer takes(Visitor visitor, String user) {
        return visitor.tasklist("POST", "/task/" + task + "/claim", Map.of("userId", user));
    }

    private Answer sends(Visitor visitor) {
        return visitor.tasklist("POST", "/task/" + task + "/submit-form", CLEARED);
    }

    @Test
    void orWhatTheyAnswerIsRefused() {
        takes(first, "legal").expect(204);

        assertSays(
                first.tasklist(
                        "POST",
                        "/task/" + task + "/submit-form",
                        Map.of("variables", Map.of("legalOutcome", Map.of("value", "REFUSED", "type", "String")))),
                400,
                "REFUSED",
                "“legalReason” is missing. Please fill it in.");
    }

    /** The form shows the sentence because there is a reason beside it: an answer of the engine's own has none. */
    private static void assertSays(Answer answer, int status, String reason, String sentence) {
        assertThat(answer.expect(status).json().path("message").asText()).isEqualTo(sentence);
        assertThat(answer.json().path("reason").asText()).isEqualTo(reason);
    }
}
