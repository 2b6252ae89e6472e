package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.clearancedesk.register.ChainReader;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two people act in the very same moment; one of them is told so in a sentence, and never is a letter half issued. */
@RunningDesk
class TwoAtOnceOnAnApprovalTest {

    private static final Map<String, String> REASON = Map.of("reason", "The licence was forged.");

    private final Floor floor;
    private final ChainReader chainReader;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Consented consented;

    TwoAtOnceOnAnApprovalTest(
            Floor floor, ChainReader chainReader, PlatformTransactionManager transactions, JdbcClient jdbc) {
        this.floor = floor;
        this.chainReader = chainReader;
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
        this.consented = new Consented(floor);
    }

    @Test
    void revokeItOnce() throws Exception {
        String number = floor.approved(Map.of("approvalOutcome", "APPROVED"));
        String address = "/api/requests/" + number + "/revocation";

        List<Answer> answers = atOnce(number, () -> floor.as("legal").post(address, REASON), () -> floor.as("approver")
                .post(address, REASON));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 422);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 422)
                .allSatisfy(refused -> assertThat(refused.text()).contains("revoked already"));
        assertThat(events(number)).containsOnlyOnce("APPROVAL_REVOKED");
    }

    @Test
    void renewItByOneRequestAlone() throws Exception {
        String number = floor.approved(Map.of("approvalOutcome", "APPROVED"));
        Map<String, Object> renewal = Submission.with(Submission.withLegalReview(), "predecessor", number);

        List<Answer> answers =
                atOnce(number, () -> floor.as("requester").post("/api/requests", renewal), () -> floor.as("requester")
                        .post("/api/requests", renewal));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 422);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 422)
                .allSatisfy(refused -> assertThat(refused.text()).contains("is being renewed already"));
        assertThat(jdbc.sql("select count(*) from clearance_renewal where predecessor = ?")
                        .param(number)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void takeAConsentBackAndApproveSoThatNothingIsInForce() throws Exception {
        String number = consented.confirmed("Ana Race", "RACE-1");
        String consent = consented.idOf(number);
        Callable<Answer> approval = approving(number);

        List<Answer> answers = atOnce(
                number, approval, () -> floor.as("talent").post("/api/consents/" + consent + "/withdrawal", REASON));

        assertThat(answers.get(1).status()).isEqualTo(204);
        letterIsTried();
        boolean issued = events(number).contains("LETTER_ISSUED");
        assertThat(consented.statusOf(number))
                .isIn(issued ? List.of("SUSPENDED") : List.of("AWAITING_APPROVAL", "CHANGES_NEEDED"));
        assertThat(floor.nobody()
                        .with("Accept", "application/json")
                        .get("/verify/" + floor.letterOf(number))
                        .json()
                        .get("state")
                        .asText())
                .isEqualToIgnoringCase(issued ? "SUSPENDED" : "UNKNOWN");
        assertThat(chainReader.of(number).firstBreak()).isNull();
        if (!issued) {
            floor.as("requester")
                    .post("/api/requests/" + number + "/withdrawal", REASON)
                    .expect(204);
        }
    }

    @Test
    void withdrawTheRequestAndApproveItSoThatOneOfTheTwoCounts() throws Exception {
        String number = floor.sent("requester", Submission.withLegalReview());
        floor.completes("legal", number, "reviewLegalExposure", Map.of("legalOutcome", "CLEARED"));
        Callable<Answer> approval = approving(number);

        List<Answer> answers = atOnce(
                number, approval, () -> floor.as("requester").post("/api/requests/" + number + "/withdrawal", REASON));
        letterIsTried();

        assertThat(answers).extracting(Answer::status).allMatch(status -> status < 500);
        String status = consented.statusOf(number);
        assertThat(status).isIn("WITHDRAWN", "APPROVED");
        assertThat(events(number).contains("LETTER_ISSUED")).isEqualTo(status.equals("APPROVED"));
        assertThat(events(number).contains("REQUEST_WITHDRAWN")).isEqualTo(status.equals("WITHDRAWN"));
        assertThat(answers.get(1).status()).isEqualTo(status.equals("WITHDRAWN") ? 204 : 422);
        assertThat(chainReader.of(number).firstBreak()).isNull();
    }

    private Callable<Answer> approving(String number) {
        String task = floor.task(number, "approveInWriting");
        Visitor approver = floor.signedIn("approver").inTasklist();
        approver.tasklist("POST", "/task/" + task + "/claim", Map.of("userId", "approver"))
                .expect(204);
        Map<String, Object> said =
                Map.of("variables", Map.of("approvalOutcome", Map.of("value", "APPROVED", "type", "String")));
        return () -> approver.tasklist("POST", "/task/" + task + "/submit-form", said);
    }

    private void letterIsTried() {
        floor.settle();
    }

    private List<String> events(String number) {
        return chainReader.of(number).events().stream()
                .map(event -> event.type())
                .toList();
    }

    /** Both come while somebody else works on the case, so that both wait for it at the same time. */
    private List<Answer> atOnce(String number, Callable<Answer> one, Callable<Answer> other) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Future<Answer>> both = transaction.execute(busy -> {
                jdbc.sql("select number from clearance_case where number = ? for update")
                        .param(number)
                        .query(String.class)
                        .single();
                List<Future<Answer>> sent = List.of(people.submit(one), people.submit(other));
                while (waiting() < 2 && sent.stream().noneMatch(Future::isDone)) {
                    Thread.onSpinWait();
                }
                return sent;
            });
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : both) {
                answers.add(answer.get(60, TimeUnit.SECONDS));
            }
            return answers;
        } finally {
            people.shutdownNow();
        }
    }

    private long waiting() {
        return jdbc.sql("select count(*) from information_schema.sessions where blocker_id is not null")
                .query(Long.class)
                .single();
    }
}
