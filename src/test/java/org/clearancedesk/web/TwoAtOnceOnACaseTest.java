package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody acts on a case while somebody else changes it; the one who comes second finds what the first has done. */
@RunningDesk
class TwoAtOnceOnACaseTest {

    private static final Map<String, String> REASON = Map.of("reason", "Letter of a court");

    private final Floor floor;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    TwoAtOnceOnACaseTest(Floor floor, PlatformTransactionManager transactions, JdbcClient jdbc) {
        this.floor = floor;
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
    }

    @Test
    void twoHoldsOfOneCaseAreOneAndTheOtherIsToldSo() throws Exception {
        String number = floor.sent("requester", Submission.lowRisk());
        Callable<Answer> placing =
                () -> floor.as("admin").post("/api/requests/%s/legal-hold".formatted(number), REASON);

        List<Answer> answers = whileTheCaseIsBusy(number, "", placing, placing);

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 422);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 422)
                .allSatisfy(refused -> assertThat(refused.text()).contains("on legal hold already"));
    }

    @Test
    void aFileThatComesWhileItsCaseEndsIsNotTaken() throws Exception {
        String number = floor.sent("requester", Submission.withLegalReview());

        List<Answer> answers = whileTheCaseIsBusy(
                number, "update clearance_case set status = 'WITHDRAWN' where number = ?", () -> floor.as("legal")
                        .upload(
                                "/api/requests/%s/evidence".formatted(number),
                                "note.txt",
                                "A note.".getBytes(StandardCharsets.UTF_8)));

        assertThat(answers.get(0).expectProblemAt(422, "file").text()).contains("come to its end");
        assertThat(jdbc.sql("select count(*) from clearance_evidence where case_number = ?")
                        .param(number)
                        .query(Long.class)
                        .single())
                .isZero();
        jdbc.sql("update clearance_case set status = 'IN_REVIEW' where number = ?")
                .param(number)
                .update();
    }

    @SafeVarargs
    private List<Answer> whileTheCaseIsBusy(String number, String change, Callable<Answer>... calls) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(calls.length);
        try {
            List<Future<Answer>> sent = new ArrayList<>();
            transaction.executeWithoutResult(busy -> {
                jdbc.sql("select number from clearance_case where number = ? for update")
                        .param(number)
                        .query(String.class)
                        .single();
                for (Callable<Answer> call : calls) {
                    sent.add(people.submit(call));
                }
                while (waiting() < calls.length && sent.stream().noneMatch(Future::isDone)) {
                    Thread.onSpinWait();
                }
                if (!change.isEmpty()) {
                    jdbc.sql(change).param(number).update();
                }
            });
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : sent) {
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
