package org.clearancedesk.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodesThatDieIT {

    private static final int REQUESTS = Integer.getInteger("nodes.times", 200);
    private static final int PEOPLE = 6;
    private static final int DEATHS = 4;

    /** What becomes of a request, by its number in the row. */
    private static final List<String> ENDS = List.of("DISCLOSED", "APPROVED", "REFUSED", "APPROVED", "WITHDRAWN");

    private TwoNodes desk;
    private ExecutorService people;

    @BeforeEach
    void start() {
        desk = new TwoNodes();
        people = Executors.newFixedThreadPool(PEOPLE);
    }

    @AfterEach
    void stop() {
        people.shutdownNow();
        desk.close();
    }

    @Test
    void nothingIsLostAndNothingHappensTwiceWhateverBreaksMeanwhile() throws Exception {
        List<Future<String>> stories = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            int which = i;
            stories.add(people.submit(() -> story(which)));
        }
        for (int death = 0; death < DEATHS; death++) {
            somebodyFinishesMore(stories, death + 1);
            Node node = death % 2 == 0 ? desk.one : desk.two;
            node.isKilled();
            desk.database.cutConnections();
            desk.mail.goesDown();
            node.starts().isReady();
            desk.mail.comesUp();
        }
        Map<String, String> expected = new TreeMap<>();
        for (int i = 0; i < REQUESTS; i++) {
            expected.put(stories.get(i).get(), ENDS.get(i % ENDS.size()));
        }
        everythingGoesOn();

        Map<String, String> found = new TreeMap<>();
        expected.keySet().forEach(number -> found.put(number, statusOf(number)));
        assertThat(found).isEqualTo(expected);
        everyCaseIsWhereItsProcessIs();
        eachApprovalHasOneLetter();
        everyChainVerifies();
        everyNoticeArrivedUnderOneIdOnly(expected);
    }

    private String story(int which) {
        String end = ENDS.get(which % ENDS.size());
        String number = sent(which, end);
        switch (end) {
            case "APPROVED" -> {
                desk.front.completes("legal", number, "reviewLegalExposure", Map.of("legalOutcome", "CLEARED"));
                desk.front.completes("approver", number, "approveInWriting", Map.of("approvalOutcome", "APPROVED"));
            }
            case "REFUSED" ->
                desk.front.completes(
                        "legal",
                        number,
                        "reviewLegalExposure",
                        Map.of("legalOutcome", "REFUSED", "legalReason", "The artwork is not cleared."));
            case "WITHDRAWN" ->
                desk.front.until(
                        number + " to be withdrawn",
                        front -> front.program("requester")
                                .post(
                                        "/api/requests/" + number + "/withdrawal",
                                        Map.of("reason", "The scene was cut.")),
                        answer -> answer.status() < 300 || answer.status() == 409);
            default -> {}
        }
        return number;
    }

    /** Whoever got no answer looks whether the request arrived, and sends it again if not. */
    private String sent(int which, String end) {
        String title = "Request no. %03d".formatted(which);
        Map<String, Object> request = Submission.with(
                end.equals("DISCLOSED") ? Submission.lowRisk() : Submission.withLegalReview(), "title", title);
        Answer answer = desk.front.until(
                title,
                front -> {
                    Answer there = front.program("requester").get("/api/requests?q=" + title.replace(" ", "%20"));
                    return there.status() == 200 && there.json().get("total").asInt() > 0
                            ? there
                            : front.program("requester").post("/api/requests", request);
                },
                got -> got.status() == 201 || got.status() == 200);
        return answer.status() == 201
                ? answer.json().get("number").asText()
                : answer.json().get("cases").get(0).get("number").asText();
    }

    private void somebodyFinishesMore(List<Future<String>> stories, int share) {
        await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofMinutes(2))
                .until(() -> stories.stream().filter(Future::isDone).count() >= (long) share * REQUESTS / (DEATHS + 2));
    }

    /** Time goes on: what failed on the way is tried again, at once instead of after five minutes. */
    private void everythingGoesOn() {
        await("all jobs")
                .dontCatchUncaughtExceptions()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    desk.database.execute(
                            "update act_ru_job set duedate_ = null where type_ = 'message' and retries_ > 0"
                                    + " and duedate_ is not null and (lock_exp_time_ is null or lock_exp_time_ < now())");
                    return desk.database.count("select count(*) from act_ru_job where type_ = 'message'") == 0;
                });
    }

    private String statusOf(String number) {
        return desk.front
                .until(
                        number,
                        front -> front.program("admin").get("/api/requests/" + number),
                        answer -> answer.status() == 200)
                .json()
                .get("status")
                .asText();
    }

    private void everyCaseIsWhereItsProcessIs() {
        assertThat(desk.database.count("select count(*) from clearance_case")).isEqualTo(REQUESTS);
        for (String running : List.of("act_ru_execution", "act_ru_task")) {
            assertThat(desk.database.count("select count(*) from %s r join act_re_procdef d on d.id_ = r.proc_def_id_"
                                    .formatted(running)
                            + " where d.key_ <> 'approval-in-force'"))
                    .as(running)
                    .isZero();
        }
        assertThat(desk.database.count("select count(*) from act_ru_incident")).isZero();
        assertThat(
                        desk.database.count(
                                "select count(distinct business_key_) from act_hi_procinst where proc_def_key_ = 'genai-clearance'"))
                .isEqualTo(REQUESTS);
    }

    private void eachApprovalHasOneLetter() {
        long approved = desk.database.count("select count(*) from clearance_case where status = 'APPROVED'");
        for (String lives : List.of("e.business_key_", "distinct e.business_key_")) {
            assertThat(
                            desk.database.count(
                                    "select count(%s) from act_ru_execution e join act_re_procdef d".formatted(lives)
                                            + " on d.id_ = e.proc_def_id_ where d.key_ = 'approval-in-force' and e.parent_id_ is null"))
                    .as("each approval lives once")
                    .isEqualTo(approved);
        }
        assertThat(desk.database.count("select count(*) from clearance_letter")).isEqualTo(approved);
        for (String once : List.of("LETTER_ISSUED", "LETTER_SENT", "APPROVAL_DECIDED")) {
            assertThat(desk.database.count("select count(*) from clearance_event where type = '%s'".formatted(once)))
                    .as(once)
                    .isEqualTo(approved);
        }
    }

    private void everyChainVerifies() {
        Answer found = desk.front.until(
                "verification",
                front -> front.program("admin").get("/api/record/verification"),
                answer -> answer.status() == 200);
        assertThat(found.json().get("checked").asInt()).isEqualTo(REQUESTS);
        assertThat(found.json().get("broken")).isEmpty();
    }

    private void everyNoticeArrivedUnderOneIdOnly(Map<String, String> expected) {
        Map<String, List<MailServer.Arrived>> once = desk.mail.withoutCopies().stream()
                .collect(Collectors.groupingBy(mail -> mail.to() + " " + mail.subject()));
        System.out.printf(
                "%d mails arrived, %d of them copies under the same Message-ID%n",
                desk.mail.arrived().size(),
                desk.mail.arrived().size() - desk.mail.withoutCopies().size());
        assertThat(once).allSatisfy((notice, mails) -> assertThat(mails).hasSize(1));
        expected.forEach((number, end) -> assertThat(once.keySet())
                .as("mails about %s, which is %s", number, end)
                .anyMatch(notice -> notice.startsWith("requester@desk.example") && notice.contains(number)));
        expected.forEach((number, end) -> {
            if (end.equals("APPROVED")) {
                assertThat(once.keySet())
                        .anyMatch(notice -> notice.contains("Approved in writing") && notice.contains(number));
            }
        });
    }
}
