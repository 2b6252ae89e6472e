package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.register.EventType;
import org.clearancedesk.register.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** The record and the token move together or not at all. */
@Scenario
class OneTransactionTest {

    private final Desk desk;
    private final TransactionTemplate transaction;
    private List<String> casesBefore = List.of();
    private long instancesBefore;

    OneTransactionTest(Desk desk, TransactionTemplate transaction) {
        this.desk = desk;
        this.transaction = transaction;
    }

    @BeforeEach
    void count() {
        casesBefore = desk.cases.numbers();
        instancesBefore = desk.history.createHistoricProcessInstanceQuery().count();
    }

    @Test
    void takesTheRecordBackWhenTheTriageFindsNobodyToAsk() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> desk.requester.asksFor(Use.deAgeing()))
                .withMessageContaining("Please name at least one person or craft");
        assertThatExceptionOfType(BadUserRequestException.class)
                .isThrownBy(() -> desk.requester.sendsTheForm(
                        Map.of("request", Use.deAgeing().request())))
                .withMessageContaining("Please name at least one person or craft");

        assertNothingHappened();
    }

    @Test
    void takesTheRecordAndTheTokenBackWithWhateverComesAfterThem() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    desk.requester.asksFor(Use.keyVisual());
                    assertThat(desk.onRecord().status()).isEqualTo(Status.IN_REVIEW);
                    throw new IllegalStateException("The power fails.");
                }))
                .hasMessage("The power fails.");

        assertNothingHappened();
    }

    @Test
    void storesNothingOfARequestThatCannotBeTaken() {
        assertThatThrownBy(() -> desk.requester.sendsTheForm(
                        Map.of("request", Use.lowRisk().with("title", " ").request())))
                .hasMessageContaining("“title” is missing");
        assertThatThrownBy(() -> desk.requester.sendsTheForm(Map.of()))
                .hasMessageContaining("The request is missing or cannot be read");

        assertNothingHappened();
    }

    @Test
    void keepsTheTokenWhereItIsWhenTheRecordCannotBeWritten() {
        desk.requester.asksFor(Use.keyVisual());
        int next = desk.onRecord().lastSequence() + 1;
        desk.jdbc
                .sql("insert into clearance_event (case_number, sequence, type, occurred_at, actor, payload,"
                        + " previous_hash, hash) select case_number, ?, type, occurred_at, actor, payload, previous_hash,"
                        + " hash from clearance_event where case_number = ? and sequence = 1")
                .params(next, desk.number())
                .update();

        assertThatThrownBy(desk.legal::clears).isInstanceOf(RuntimeException.class);

        assertThat(desk.waitingSteps()).containsExactly("reviewLegalExposure");
        assertThat(desk.variable("legalOutcome")).isNull();
        assertThat(desk.events()).doesNotContain(EventType.LEGAL_REVIEWED);
        desk.jdbc
                .sql("delete from clearance_event where case_number = ? and sequence = ?")
                .params(desk.number(), next)
                .update();
        desk.legal.clears();
        assertThat(desk.events()).contains(EventType.LEGAL_REVIEWED);
    }

    private void assertNothingHappened() {
        assertThat(desk.cases.numbers()).isEqualTo(casesBefore);
        assertThat(desk.history.createHistoricProcessInstanceQuery().count()).isEqualTo(instancesBefore);
    }
}
