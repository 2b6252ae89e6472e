package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.clearancedesk.register.EventType.*;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.register.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Scenario
class WithdrawalTest {

    private record Moment(String name, Consumer<Desk> reach) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final Desk desk;

    WithdrawalTest(Desk desk) {
        this.desk = desk;
    }

    static Stream<Moment> undecided() {
        return Stream.of(
                new Moment("before the disclosure is out", desk -> desk.requester.asksFor(Use.lowRisk())),
                new Moment("with the Netflix contact", desk -> desk.requester.asksFor(Use.inDoubt())),
                new Moment("in review", desk -> desk.requester.asksFor(Use.deAgeing("Ana", "Bruno"))),
                new Moment("between two reviews", desk -> {
                    desk.requester.asksFor(Use.deAgeing("Ana"));
                    desk.talent.confirms("Ana");
                }),
                new Moment("when one review has reached the join", desk -> {
                    desk.requester.asksFor(Use.deAgeing("Ana"));
                    desk.legal.clears();
                    desk.goesOn();
                }),
                new Moment("with the approver", desk -> {
                    desk.requester.asksFor(Use.keyVisual());
                    desk.legal.clears();
                    desk.goesOn();
                }),
                new Moment("with the requester", desk -> {
                    desk.requester.asksFor(Use.keyVisual());
                    desk.legal.wantsLegalChanges("Please name the shots.");
                    desk.goesOn();
                }),
                new Moment("before the letter is written", WithdrawalTest::approve));
    }

    @ParameterizedTest
    @MethodSource("undecided")
    void endsTheCaseWhereverItWaits(Moment moment) {
        moment.reach.accept(desk);

        desk.requester.withdraws("The scene was cut.");

        assertThat(desk.isOver()).isTrue();
        assertThat(desk.route()).contains("requestWithdrawn", "recordWithdrawal", "withdrawn");
        assertThat(desk.waitingSteps()).isEmpty();
        assertThat(desk.onRecord().status()).isEqualTo(Status.WITHDRAWN);
        assertThat(desk.events()).endsWith(REQUEST_WITHDRAWN).doesNotContain(LETTER_ISSUED, USE_DISCLOSED);
    }

    @Test
    void isToldToEverybodyWhoWasAskedAndToTheContact() {
        desk.requester.asksFor(Use.deAgeing("Ana"));
        desk.sendsWaitingMail();

        desk.requester.withdraws("The scene was cut.");
        desk.sendsWaitingMail();

        assertThat(desk.told("Withdrawn"))
                .containsExactlyInAnyOrder(
                        "requester@desk.example", "legal@desk.example", "talent@desk.example", "carla@studio.example");
    }

    static Stream<Moment> decided() {
        return Stream.of(
                new Moment("disclosed", desk -> {
                    desk.requester.asksFor(Use.lowRisk());
                    desk.runs("discloseToNetflixContact");
                }),
                new Moment("withdrawn", desk -> {
                    desk.requester.asksFor(Use.keyVisual());
                    desk.requester.withdraws("The scene was cut.");
                }),
                new Moment("refused, and the mail still to go out", desk -> {
                    desk.requester.asksFor(Use.keyVisual());
                    desk.legal.refusesLegally("The artwork is not cleared.");
                    desk.goesOn();
                }),
                new Moment("approved, and the letter still to go out", desk -> {
                    approve(desk);
                    desk.runs("issueWrittenApproval");
                }));
    }

    @ParameterizedTest
    @MethodSource("decided")
    void comesTooLateForADecidedCase(Moment moment) {
        moment.reach.accept(desk);
        Status decided = desk.onRecord().status();
        int events = desk.events().size();

        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> desk.requester.withdraws("Too late."))
                .withMessage(
                        "Request %s is decided already; there is nothing left to withdraw.".formatted(desk.number()));

        assertThat(desk.onRecord().status()).isEqualTo(decided);
        assertThat(desk.events()).hasSize(events);
    }

    private static void approve(Desk desk) {
        desk.requester.asksFor(Use.keyVisual());
        desk.legal.clears();
        desk.goesOn();
        desk.approver.answers("approveInWriting", Map.of("approvalOutcome", "APPROVED"));
    }
}
