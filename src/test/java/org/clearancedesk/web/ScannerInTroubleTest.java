package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearancedesk.web.Submission.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.clearancedesk.evidence.Evidence;
import org.clearancedesk.evidence.ScanRound;
import org.clearancedesk.evidence.ScannerStandIn;
import org.clearancedesk.intake.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@RunningDesk
@Import(ScanRound.class)
class ScannerInTroubleTest {

    private static final byte[] NOTE = "A note.".getBytes(StandardCharsets.UTF_8);
    private static final String OK = "stream: OK\0";
    private static final String FOUND = "stream: Desk-Test FOUND\0";
    private static final ScannerStandIn SCANNER = new ScannerStandIn();

    private final Floor floor;
    private final ScanRound round;
    private final Evidence evidence;
    private final JdbcClient jdbc;
    private final ThreadPoolTaskScheduler clockwork;
    private String number = "";

    ScannerInTroubleTest(
            Floor floor, ScanRound round, Evidence evidence, JdbcClient jdbc, ThreadPoolTaskScheduler clockwork) {
        this.floor = floor;
        this.round = round;
        this.evidence = evidence;
        this.jdbc = jdbc;
        this.clockwork = clockwork;
    }

    @DynamicPropertySource
    static void scanner(DynamicPropertyRegistry properties) {
        // The webapp finds engines by name, in all desks that run in the same program.
        properties.add("camunda.bpm.process-engine-name", () -> "trouble");
        properties.add("spring.datasource.url", () -> "jdbc:h2:mem:trouble-desk;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
        properties.add("clearance-desk.evidence.clamd.host", () -> "127.0.0.1");
        properties.add("clearance-desk.evidence.clamd.port", SCANNER::port);
        properties.add("clearance-desk.evidence.clamd.timeout", () -> "1s");
        properties.add("clearance-desk.evidence.scan-again-every", () -> "1d");
    }

    @BeforeEach
    void letNothingWait() {
        SCANNER.says(OK);
        round.run();
        number = floor.sent("requester", Submission.withLegalReview());
    }

    @Test
    void noUseIsApprovedWhileAFileOfTheCaseIsNotCleanYet() {
        SCANNER.close();
        handIn("Consent.txt").expect(201);
        floor.completes("legal", number, "reviewLegalExposure", Map.of("legalOutcome", "CLEARED"));

        assertThatThrownBy(() ->
                        floor.completes("approver", number, "approveInWriting", Map.of("approvalOutcome", "APPROVED")))
                .hasMessageContaining("“Consent.txt” is not clean yet");

        assertThat(floor.as("requester")
                        .get("/api/requests/" + number)
                        .json()
                        .get("status")
                        .asText())
                .isEqualTo("AWAITING_APPROVAL");
        SCANNER.says(OK);
        round.run();
        floor.completes("approver", number, "approveInWriting", Map.of("approvalOutcome", "APPROVED"));
        floor.as("requester").get("/api/requests/" + number + "/letter").expect(200);
    }

    @Test
    void aFileThatNobodyCouldScanIsTakenAndVisiblyNotCleanYet() {
        SCANNER.close();

        JsonNode file = handIn("Consent.txt").expect(201).json();

        assertThat(file.get("scan").asText()).isEqualTo("WAITING");
        Answer download = floor.as("legal").get(place(file)).expectProblem(409);
        assertThat(download.text()).contains("Consent.txt", "not clean yet").doesNotContain("A note.");
        String page =
                floor.as("requester").get("/requests/" + number).expect(200).text();
        assertThat(page)
                .contains("Consent.txt", "not clean yet: the virus scanner has not answered")
                .doesNotContain(place(file));
        assertThatThrownBy(() -> evidence.requireClean(number))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("“Consent.txt” is not clean yet");
    }

    @Test
    @Timeout(30)
    void aScannerThatFallsSilentKeepsNobodyWaitingForLong() {
        SCANNER.fallsSilent();

        assertThat(handIn("note.txt").expect(201).json().get("scan").asText()).isEqualTo("WAITING");
    }

    @Test
    @Timeout(30)
    void aScannerThatReadsNothingKeepsNobodyWaitingForLong() {
        SCANNER.readsNothing();
        byte[] large = new byte[20 * OfficeFile.MEGABYTE];
        Arrays.fill(large, (byte) 'a');

        Answer answer = floor.as("requester").upload("/api/requests/" + number + "/evidence", "large.txt", large);

        assertThat(answer.expect(201).json().get("scan").asText()).isEqualTo("WAITING");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0",
                "OK\0",
                "stream: \0",
                "stream: O",
                "stream: ok\0",
                "stream: OK FOUND ERROR\0",
                "HTTP/1.1 200 OK\r\n\r\n",
                "UNKNOWN COMMAND\0",
                "INSTREAM size limit exceeded. ERROR\0",
                "stream: Can't allocate memory ERROR\0"
            })
    void anAnswerThatMakesNoSenseIsNoCleanFile(String answer) {
        SCANNER.says(answer);

        assertThat(handIn("note.txt").expect(201).json().get("scan").asText()).isNotEqualTo("CLEAN");
    }

    @Test
    void aFileThatWaitsIsGivenOutOnceTheScannerFoundItClean() {
        SCANNER.close();
        JsonNode file = handIn("note.txt").expect(201).json();
        round.run();
        floor.as("legal").get(place(file)).expectProblem(409);
        SCANNER.says(OK);

        round.run();

        assertThat(floor.as("legal").get(place(file)).expect(200).bytes()).isEqualTo(NOTE);
        assertThat(timeline()).contains("File scanned, clean: note.txt");
        evidence.requireClean(number);
    }

    @Test
    void aFileThatWaitsLosesItsContentOnceAVirusWasFoundInIt() {
        SCANNER.close();
        JsonNode file = handIn("note.txt").expect(201).json();
        SCANNER.says(FOUND);

        round.run();

        floor.as("legal").get(place(file)).expectProblem(409);
        assertThat(jdbc.sql("select count(*) from clearance_evidence where id = ? and content is null and sha256 = ?")
                        .params(file.get("id").asText(), file.get("sha256").asText())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(timeline()).contains("File with a virus removed: note.txt");
        assertThat(floor.as("requester").get("/requests/" + number).text()).contains("held a virus and was removed");
        SCANNER.says(OK);
        round.run();
        floor.as("legal").get(place(file)).expectProblem(409);
    }

    @Test
    void aWaitingFileComesAlongWithItsRequestAndAnInfectedOneDoesNot() {
        SCANNER.close();
        String waiting = handInBefore();
        String infected = handInBefore();
        floor.sent("requester", with(Submission.withLegalReview(), "evidence", List.of(waiting)));
        SCANNER.says(FOUND);
        round.run();

        Answer refused = floor.as("requester")
                .post("/api/requests", with(Submission.withLegalReview(), "evidence", List.of(infected)))
                .expectProblemAt(422, "evidence");

        assertThat(refused.text()).contains("held a virus");
    }

    @Test
    void twoDesksThatScanAtOnceNoteItOnce() {
        SCANNER.close();
        handIn("note.txt").expect(201);
        SCANNER.says(OK);

        CompletableFuture.allOf(CompletableFuture.runAsync(round::run), CompletableFuture.runAsync(round::run))
                .join();

        assertThat(Pattern.compile("EVIDENCE_SCANNED")
                        .matcher(floor.as("requester")
                                .get("/api/requests/" + number + "/record")
                                .text())
                        .results())
                .hasSize(1);
    }

    @Test
    void oneFileThatGetsNoAnswerDoesNotHoldUpTheOthers() {
        SCANNER.close();
        JsonNode stuck = handIn("stuck.txt").expect(201).json();
        SCANNER.says("INSTREAM size limit exceeded. ERROR\0");
        round.run();
        SCANNER.close();
        JsonNode other = handIn("other.txt").expect(201).json();

        assertThat(jdbc.sql(
                                "select id from clearance_evidence where scan = 'WAITING' order by scan_tried_at nulls first")
                        .query(String.class)
                        .list())
                .endsWith(stuck.get("id").asText())
                .contains(other.get("id").asText());
        SCANNER.says(OK);
        round.run();

        floor.as("legal").get(place(stuck)).expect(200);
        floor.as("legal").get(place(other)).expect(200);
    }

    @Test
    void filesFromBeforeThereWasAScannerAreScannedToo() {
        JsonNode file = handIn("note.txt").expect(201).json();
        jdbc.sql("update clearance_evidence set scan = 'NOT_SCANNED' where id = ?")
                .param(file.get("id").asText())
                .update();
        SCANNER.says(FOUND);

        round.run();

        floor.as("legal").get(place(file)).expectProblem(409);
    }

    @Test
    void aRoundJudgesSomeOfManyFilesSoThatItComesToAnEnd() {
        SCANNER.close();
        for (int i = 0; i < 25; i++) {
            handIn("note.txt").expect(201);
        }
        SCANNER.says(OK);

        round.run();

        assertThat(waiting()).isEqualTo(5);
        round.run();
        assertThat(waiting()).isZero();
    }

    @Test
    @Timeout(30)
    void whatElseIsDoneByTheClockDoesNotWaitForAScan() throws Exception {
        CyclicBarrier bothAtOnce = new CyclicBarrier(2);
        Callable<Integer> waitsForTheOther = () -> bothAtOnce.await(20, TimeUnit.SECONDS);

        Future<Integer> one = clockwork.submit(waitsForTheOther);

        clockwork.submit(waitsForTheOther).get();
        one.get();
    }

    private long waiting() {
        return jdbc.sql("select count(*) from clearance_evidence where scan = 'WAITING'")
                .query(Long.class)
                .single();
    }

    private Answer handIn(String name) {
        return floor.as("requester").upload("/api/requests/" + number + "/evidence", name, NOTE);
    }

    private String handInBefore() {
        return floor.as("requester")
                .upload("/api/evidence", "note.txt", NOTE)
                .expect(201)
                .json()
                .get("id")
                .asText();
    }

    private String place(JsonNode file) {
        return "/api/requests/%s/evidence/%s".formatted(number, file.get("id").asText());
    }

    private List<String> timeline() {
        return floor.as("requester")
                .get("/api/requests/" + number)
                .json()
                .get("timeline")
                .findValuesAsText("summary");
    }
}
