package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.runtime.Incident;
import org.clearancedesk.consent.ConsentChanges;
import org.clearancedesk.letter.WrittenApprovals;
import org.clearancedesk.register.ChainReader;
import org.clearancedesk.register.EventType;
import org.clearancedesk.register.LetterRepository;
import org.clearancedesk.register.Status;
import org.clearancedesk.signature.PdfSeal;
import org.clearancedesk.signature.TimeStampAuthority;
import org.clearancedesk.signature.TimeStampAuthority.Mood;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The approver has said yes, and something that the letter needs does not do its part. */
@Scenario
@DirtiesContext
class LetterThatCannotBeIssuedTest {

    private static final TimeStampAuthority AUTHORITY = new TimeStampAuthority();
    private static final Path KEYS = Path.of("target", "signature-of-letters-that-fail");

    private final Desk desk;
    private final LetterRepository letters;
    private final ChainReader chainReader;
    private final WrittenApprovals approvals;
    private final PdfSeal seal;
    private final ConsentChanges changes;

    LetterThatCannotBeIssuedTest(
            Desk desk,
            LetterRepository letters,
            ChainReader chainReader,
            WrittenApprovals approvals,
            PdfSeal seal,
            ConsentChanges changes) {
        this.desk = desk;
        this.letters = letters;
        this.chainReader = chainReader;
        this.approvals = approvals;
        this.seal = seal;
        this.changes = changes;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", () -> "jdbc:h2:mem:failing-letters;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
        settings.add("camunda.bpm.process-engine-name", () -> "failing");
        settings.add("clearance-desk.signature.time-stamp-authority", AUTHORITY::address);
        settings.add("clearance-desk.signature.time-stamp-timeout", () -> "3s");
        settings.add("clearance-desk.signature.directory", KEYS::toString);
    }

    @BeforeEach
    void theAuthorityIsWell() {
        AUTHORITY.is(Mood.WELL);
    }

    @AfterAll
    static void closeShop() throws IOException {
        AUTHORITY.close();
        forgetTheKey();
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"WELL", "SLOW"},
            mode = EnumSource.Mode.EXCLUDE)
    void forWantOfATimeStampIsAnIncidentThatNamesTheAuthorityAndComesOnceItAnswers(Mood bad) {
        approved();
        AUTHORITY.is(bad);

        Incident incident = desk.givesUpOn("issueWrittenApproval");

        assertThat(incident.getIncidentMessage())
                .containsAnyOf(
                        "The time-stamp authority " + AUTHORITY.address() + " did not answer within 3 seconds.",
                        "The time-stamp authority " + AUTHORITY.address() + " answered with HTTP 503.",
                        "The time-stamp authority " + AUTHORITY.address() + " gave no time stamp: ");
        nothingIsHalfIssued();

        AUTHORITY.is(Mood.WELL);
        desk.triesAgain("issueWrittenApproval");

        isIssuedOnce();
    }

    @Test
    void forWantOfATimeStampHoldsUpNobodyWhoTakesTheRequestBack() throws Exception {
        approved();
        AUTHORITY.is(Mood.HANGING);
        String number = desk.number();
        CompletableFuture<Void> issuing = CompletableFuture.runAsync(() -> desk.runs("issueWrittenApproval"));
        AUTHORITY.awaitQuestion();

        assertTimeout(Duration.ofSeconds(2), () -> desk.requester.withdraws("The scene was cut."));

        assertThat(issuing.handle((done, failed) -> failed != null).get(30, TimeUnit.SECONDS))
                .as("the letter came to nothing")
                .isTrue();
        assertThat(desk.onRecord().status()).isEqualTo(Status.WITHDRAWN);
        assertThat(letters.ofCase(number)).isEmpty();
        assertThat(chainReader.of(number).firstBreak()).isNull();
    }

    @Test
    void thatASignatureTookLongForIsNotGivenForWhatHasChangedMeanwhile() throws Exception {
        desk.requester.asksFor(Use.deAgeing("Willem"));
        desk.legal.clears();
        desk.talent.confirms("Willem");
        desk.goesOn();
        desk.approver.approves();
        String number = desk.number();
        AUTHORITY.is(Mood.SLOW);
        CompletableFuture<Void> issuing = CompletableFuture.runAsync(() -> desk.runs("issueWrittenApproval"));
        AUTHORITY.awaitQuestion();

        assertTimeout(
                Duration.ofSeconds(2), () -> changes.withdraw(consentOf("Willem"), "He changed his mind.", "talent"));
        AUTHORITY.is(Mood.WELL);

        issuing.get(30, TimeUnit.SECONDS);
        assertThat(letters.ofCase(number)).isEmpty();
        assertThat(desk.onRecord().status()).isEqualTo(Status.CHANGES_NEEDED);
        assertThat(desk.waitingSteps()).containsExactly("amendRequest");
    }

    private String consentOf(String performer) {
        return desk.jdbc
                .sql("select id from clearance_consent where case_number = ? and performer = ?")
                .params(desk.number(), performer)
                .query(String.class)
                .single();
    }

    @Test
    void whenTheDiskOfTheDatabaseIsFullIsAnIncidentAndComesOnceThereIsRoom() {
        approved();
        desk.jdbc
                .sql("alter table clearance_letter add constraint no_room check (1 = 0) nocheck")
                .update();
        try {
            Incident incident = desk.givesUpOn("issueWrittenApproval");

            assertThat(incident.getIncidentMessage()).contains("could not be put on record: ", "NO_ROOM");
            nothingIsHalfIssued();
        } finally {
            desk.jdbc
                    .sql("alter table clearance_letter drop constraint no_room")
                    .update();
        }

        desk.triesAgain("issueWrittenApproval");

        isIssuedOnce();
    }

    @Test
    void withAKeyThatIsOverIsAnIncidentAndComesOnceThereIsANewOne() throws IOException {
        desk.clock.passes(Duration.ofDays(26 * 365));
        approved();

        Incident incident = desk.givesUpOn("issueWrittenApproval");

        assertThat(incident.getIncidentMessage())
                .contains("The certificate of the signing key “GenAI clearance desk (trial)” expired on");
        nothingIsHalfIssued();

        forgetTheKey();
        desk.triesAgain("issueWrittenApproval");

        isIssuedOnce();
    }

    @Test
    void comesOnceWhenManyAskForItAtOnce() throws Exception {
        approved();
        AUTHORITY.is(Mood.WELL);
        String number = desk.number();
        Callable<Boolean> issue = () -> {
            try {
                approvals.keep(approvals.sign(number), List.of());
                return true;
            } catch (RuntimeException another) {
                return false;
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            int done = 0;
            for (Future<Boolean> asked : threads.invokeAll(Collections.nCopies(8, issue))) {
                done += asked.get() ? 1 : 0;
            }
            assertThat(done).isPositive();
        } finally {
            threads.shutdown();
        }

        desk.runs("issueWrittenApproval");

        isIssuedOnce();
    }

    private void approved() {
        desk.requester.asksFor(Use.keyVisual());
        desk.legal.clears();
        desk.goesOn();
        desk.approver.approves();
    }

    private void nothingIsHalfIssued() {
        assertThat(letters.ofCase(desk.number())).isEmpty();
        assertThat(desk.onRecord().status()).isEqualTo(Status.AWAITING_APPROVAL);
        assertThat(desk.events()).doesNotContain(EventType.LETTER_ISSUED, EventType.LETTER_SENT);
        assertThat(desk.told("Approved in writing")).isEmpty();
    }

    private void isIssuedOnce() {
        desk.runs("sendWrittenApproval");
        assertThat(desk.onRecord().status()).isEqualTo(Status.APPROVED);
        assertThat(Collections.frequency(desk.events(), EventType.LETTER_ISSUED))
                .isEqualTo(1);
        assertThat(letters.pdfOfCase(desk.number()))
                .hasValueSatisfying(pdf -> assertThat(seal.holds(pdf)).isTrue());
        assertThat(letters.twinOfCase(desk.number())).isPresent();
        assertThat(chainReader.of(desk.number()).firstBreak()).isNull();
    }

    private static void forgetTheKey() throws IOException {
        Files.deleteIfExists(KEYS.resolve("signing-key.p12"));
    }
}
