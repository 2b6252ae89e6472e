package org.clearancedesk.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Submission;
import org.clearancedesk.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TwoNodesIT {

    private static final int TIMES = Integer.getInteger("nodes.times", 200);
    private static final int APPROVALS = Math.min(20, TIMES);

    private static TwoNodes desk;
    private static ExecutorService hands;

    @BeforeAll
    static void start() {
        desk = new TwoNodes();
        hands = Executors.newFixedThreadPool(4);
    }

    @AfterAll
    static void stop() {
        hands.shutdownNow();
        desk.close();
    }

    @Test
    void whoeverSignsInAtOneNodeGoesOnAtTheOtherAndIsSignedOutAtBoth() {
        Visitor person = new Visitor(desk.one.address());
        person.signsIn("requester2", "requester2").expect(302);

        person.at(desk.two.address()).get("/api/requests").expect(200);
        person.at(desk.two.address())
                .with("Accept", "text/html")
                .post("/logout", "application/x-www-form-urlencoded", "_csrf=" + person.cookie("DESK-CSRF"))
                .expect(302);

        person.at(desk.one.address()).get("/api/requests").expectProblem(401);
    }

    @Test
    void bothReviewersFinishAtTheSameInstantAndNoErrorReachesThem() throws Exception {
        for (String person : List.of("legal", "talent")) {
            desk.front.person(person);
        }
        List<String> troubles = new ArrayList<>();
        for (int time = 0; time < TIMES; time++) {
            String number = sent(Submission.withConsent(Submission.performer("Ana", "PRINCIPAL")));
            String legal = desk.front.task("legal", number, "reviewLegalExposure");
            String consent = desk.front.task("talent", number, "confirmConsent");
            desk.front.claims("legal", legal).expect(204);
            desk.front.claims("talent", consent).expect(204);

            for (Answer answer : atOnce(
                    () -> desk.front.sends("legal", legal, Map.of("legalOutcome", "CLEARED")),
                    () -> desk.front.sends(
                            "talent",
                            consent,
                            Map.of("consentOutcome", "NOT_REQUIRED", "consentReason", "Their own recordings.")))) {
                if (answer.status() != 204) {
                    troubles.add(number + ": " + answer.status() + " " + answer.text());
                }
            }
        }

        assertThat(troubles).isEmpty();
        desk.front.until(
                "all joins",
                front -> front.program("admin").get("/api/requests?status=AWAITING_APPROVAL&size=1"),
                found -> found.json().get("total").asInt() == TIMES);
        assertThat(desk.database.count("select count(*) from (select case_number from clearance_event"
                        + " where type = 'REVIEWS_COMBINED' group by case_number having count(*) > 1) twice"))
                .as("cases with more than one join")
                .isZero();
    }

    @Test
    void twoApproversPressApproveAtOnceAndOneWinsWhileTheOtherGetsASentence() throws Exception {
        desk.front
                .person("admin")
                .tasklist(
                        "POST",
                        "/user/create",
                        Map.of(
                                "profile",
                                Map.of(
                                        "id",
                                        "approver2",
                                        "firstName",
                                        "Abe",
                                        "lastName",
                                        "Two",
                                        "email",
                                        "a@desk.example"),
                                "credentials",
                                Map.of("password", "approver2")))
                .expect(204);
        desk.front
                .person("admin")
                .tasklist("PUT", "/group/approvers/members/approver2", Map.of())
                .expect(204);
        desk.front.person("approver");
        desk.front.person("approver2");
        for (int time = 0; time < APPROVALS; time++) {
            String number = sent(Submission.withLegalReview());
            desk.front.completes("legal", number, "reviewLegalExposure", Map.of("legalOutcome", "CLEARED"));
            String task = desk.front.task("approver", number, "approveInWriting");

            List<Answer> claims =
                    atOnce(() -> desk.front.claims("approver", task), () -> desk.front.claims("approver2", task));
            oneWins(claims);
            String holder = claims.get(0).status() == 204 ? "approver" : "approver2";
            Supplier<Answer> approves = () -> desk.front.sends(holder, task, Map.of("approvalOutcome", "APPROVED"));
            oneWins(atOnce(approves, approves));

            desk.front.until(
                    "the letter of " + number,
                    front -> front.program("admin").get("/api/requests/" + number + "/letter"),
                    found -> found.status() == 200);
        }
        assertThat(desk.database.count("select count(*) from clearance_event where type = 'APPROVAL_DECIDED'"))
                .isEqualTo(APPROVALS);
        assertThat(desk.database.count("select count(*) from clearance_letter")).isEqualTo(APPROVALS);
    }

    private static void oneWins(List<Answer> answers) {
        assertThat(answers).filteredOn(answer -> answer.status() == 204).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 204)
                .singleElement()
                .satisfies(other -> {
                    assertThat(other.status()).as(other.text()).isBetween(400, 499);
                    assertThat(other.json().get("message").asText())
                            .contains(" ")
                            .endsWith(".")
                            .doesNotContain("ENGINE-", "xception", "null");
                });
    }

    private static String sent(Map<String, ?> request) {
        return desk.front
                .program("requester")
                .post("/api/requests", request)
                .expect(201)
                .json()
                .get("number")
                .asText();
    }

    @SafeVarargs
    private static List<Answer> atOnce(Supplier<Answer>... calls) throws Exception {
        CountDownLatch ready = new CountDownLatch(calls.length);
        List<Future<Answer>> running = new ArrayList<>();
        for (Supplier<Answer> call : calls) {
            running.add(hands.submit(() -> {
                ready.countDown();
                ready.await();
                return call.get();
            }));
        }
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> each : running) {
            answers.add(each.get());
        }
        return answers;
    }
}
