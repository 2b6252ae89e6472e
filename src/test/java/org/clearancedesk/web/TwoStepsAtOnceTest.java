package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds for one call after the other holds for two in the same moment. */
@RunningDesk
class TwoStepsAtOnceTest {

    private final Floor floor;
    private final Consented consented;

    TwoStepsAtOnceTest(Floor floor) {
        this.floor = floor;
        this.consented = new Consented(floor);
    }

    @RepeatedTest(8)
    void onePersonGivesNoTwoOpinionsOfACaseBySendingThemTogether(RepetitionInfo time) {
        String both = "both-hands-" + time.getCurrentRepetition();
        floor.person(both, both + "@desk.example", "legal", "talent-relations");
        String number =
                floor.sent("requester", Consented.request("Ana Both " + time.getCurrentRepetition(), "HANDS-1"));
        String review = "/task/" + floor.task(number, "reviewLegalExposure");
        String consent = "/task/" + floor.task(number, "confirmConsent");
        Visitor first = floor.signedIn(both).inTasklist();
        Visitor second = floor.signedIn(both).inTasklist();
        first.tasklist("POST", review + "/claim", Map.of("userId", both)).expect(204);
        second.tasklist("POST", consent + "/claim", Map.of("userId", both)).expect(204);

        List<Answer> answers = Answer.atOnce(
                () -> first.tasklist("POST", review + "/submit-form", answers("legalOutcome", "CLEARED")),
                () -> second.tasklist(
                        "POST",
                        consent + "/submit-form",
                        answers("consentOutcome", "REFUSED", "consentReason", "No.")));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(204);
        assertThat(floor.as("admin").get("/api/requests/" + number).json().get("opinions"))
                .hasSize(1);
    }

    @RepeatedTest(4)
    void whoeverTakesATaskTwiceByADoubleClickHasItAndReadsNoFailure() {
        String number = floor.sent("requester", Submission.withLegalReview());
        String task = "/task/" + floor.task(number, "reviewLegalExposure");
        Visitor legal = floor.signedIn("legal").inTasklist();
        Supplier<Answer> click = () -> legal.tasklist("POST", task + "/claim", Map.of("userId", "legal"));

        List<Answer> answers = Answer.atOnce(click, click, click, click);

        assertThat(answers).extracting(Answer::status).contains(204).containsOnly(204, 409);
        legal.tasklist("POST", task + "/submit-form", answers("legalOutcome", "CLEARED"))
                .expect(204);
    }

    @RepeatedTest(4)
    void aTaskIsNotLeftWithSomebodyWhoIsDeletedWhileTheyTakeIt(RepetitionInfo time) {
        String leaver = "leaving-while-" + time.getCurrentRepetition();
        floor.person(leaver, leaver + "@desk.example", "legal");
        String number = floor.sent("requester", Submission.withLegalReview());
        String task = "/task/" + floor.task(number, "reviewLegalExposure");
        Visitor taking = floor.signedIn(leaver).inTasklist();
        Visitor admin = floor.signedIn("admin").inTasklist();

        List<Answer> answers = Answer.atOnce(
                () -> taking.tasklist("POST", task + "/claim", Map.of("userId", leaver)),
                () -> admin.tasklist("DELETE", "/user/" + leaver, null));

        assertThat(answers.get(1).status()).as(answers.get(1).text()).isEqualTo(204);
        floor.signedIn("legal")
                .inTasklist()
                .tasklist("POST", task + "/claim", Map.of("userId", "legal"))
                .expect(204);
    }

    private static Map<String, ?> answers(String... namesAndValues) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            variables.put(namesAndValues[i], Map.of("type", "String", "value", namesAndValues[i + 1]));
        }
        return Map.of("variables", variables);
    }
}
