package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.clearancedesk.engine.CaseHistory;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.operations.retention.LegalHolds;
import org.clearancedesk.register.ChainReader;
import org.clearancedesk.register.EventType;
import org.clearancedesk.register.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The engine forgets a case after its time to live; the register does not, and on legal hold the engine does not either. */
@Operated
class ForgettingTest {

    private static final Duration TIME_TO_LIVE = Duration.ofDays(180);

    private final Desk desk;
    private final LegalHolds holds;
    private final CaseHistory caseHistory;
    private final ChainReader chainReader;

    ForgettingTest(Desk desk, LegalHolds holds, CaseHistory caseHistory, ChainReader chainReader) {
        this.desk = desk;
        this.holds = holds;
        this.caseHistory = caseHistory;
        this.chainReader = chainReader;
    }

    @AfterEach
    void backToTheDay() {
        ClockUtil.reset();
        holds.numbers().forEach(number -> holds.lift(number, "admin", "The story is over."));
    }

    @Test
    void theEngineForgetsAFinishedCaseAfterItsTimeToLiveAndTheRegisterStays() {
        String number = finished();

        cleanUpAfter(TIME_TO_LIVE.minusDays(1));
        assertThat(desk.past()).isNotNull();

        cleanUpAfter(TIME_TO_LIVE.plusDays(1));
        assertThat(desk.past()).isNull();
        assertThat(desk.onRecord().status()).isEqualTo(Status.DISCLOSED);
        assertThat(chainReader.of(number).firstBreak()).isNull();
        assertThat(desk.cases.request(number).title()).isNotEmpty();
    }

    @Test
    void aCaseUnderWayIsNotForgottenHoweverLongItTakes() {
        desk.requester.asksFor(Use.keyVisual());

        cleanUpAfter(TIME_TO_LIVE.multipliedBy(3));

        assertThat(desk.past()).isNotNull();
        assertThat(desk.waitingSteps()).isNotEmpty();
    }

    @Test
    void onLegalHoldNothingIsForgottenUntilTheHoldIsLifted() {
        String number = finished();
        holds.place(number, "admin", "Letter of a court");
        runsBatches();

        assertThat(desk.past().getRemovalTime()).isNull();
        cleanUpAfter(TIME_TO_LIVE.plusDays(1));
        assertThat(desk.past()).isNotNull();

        holds.lift(number, "admin", "The court is done.");
        runsBatches();
        cleanUpAfter(TIME_TO_LIVE.plusDays(1));
        assertThat(desk.past()).isNull();
        assertThat(desk.events()).contains(EventType.LEGAL_HOLD_PLACED, EventType.LEGAL_HOLD_LIFTED);
        assertThat(chainReader.of(number).firstBreak()).isNull();
    }

    @Test
    void whatEndsDuringTheHoldIsKeptToo() {
        String number = desk.requester.asksFor(Use.lowRisk());
        holds.place(number, "admin", "Letter of a court");
        desk.runs("discloseToNetflixContact");
        assertThat(desk.past().getRemovalTime()).isNotNull();

        caseHistory.keepWhatEnded();
        runsBatches();

        assertThat(desk.history
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .finished()
                        .list())
                .isNotEmpty()
                .extracting(HistoricProcessInstance::getRemovalTime)
                .containsOnlyNulls();
    }

    @Test
    void aHoldIsPlacedOnceAndOnlyALiftedOneCanBePlacedAgain() {
        String number = finished();
        holds.place(number, "admin", "Letter of a court");

        assertThatThrownBy(() -> holds.place(number, "admin", "Again"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("on legal hold already");
        holds.lift(number, "admin", "Done");
        assertThatThrownBy(() -> holds.lift(number, "admin", "Again"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("not on legal hold");
    }

    private String finished() {
        String number = desk.requester.asksFor(Use.lowRisk());
        desk.runs("discloseToNetflixContact");
        assertThat(desk.isOver()).isTrue();
        return number;
    }

    private void cleanUpAfter(Duration time) {
        ClockUtil.setCurrentTime(Date.from(Instant.now().plus(time)));
        desk.history.cleanUpHistoryAsync(true);
        for (int round = 0; round < 3; round++) {
            desk.history.findHistoryCleanupJobs().forEach(job -> desk.jobs.executeJob(job.getId()));
        }
        ClockUtil.reset();
    }

    private void runsBatches() {
        for (int round = 0; round < 5; round++) {
            for (Job job :
                    desk.jobs.createJobQuery().messages().withRetriesLeft().list()) {
                boolean isThere = desk.jobs.createJobQuery().jobId(job.getId()).count() == 1;
                if (isThere && job.getProcessInstanceId() == null) {
                    desk.jobs.executeJob(job.getId());
                }
            }
        }
    }
}
