package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearancedesk.approval.Suspension.Cause.CONSENT_LIMITED;
import static org.clearancedesk.approval.Suspension.Cause.CONSENT_WITHDRAWN;
import static org.clearancedesk.register.EventType.APPROVAL_RELEASED;
import static org.clearancedesk.register.EventType.APPROVAL_REVOKED;
import static org.clearancedesk.register.EventType.APPROVAL_SUSPENDED;

import java.time.Duration;
import java.util.Map;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.register.Status;
import org.junit.jupiter.api.Test;

@Scenario
class SuspendedApprovalTest {

    private static final Map<String, Object> RELEASED =
            Map.of("holdOutcome", "RELEASED", "holdReason", "Ana signed again.");
    private static final Map<String, Object> REVOKED =
            Map.of("holdOutcome", "REVOKED", "holdReason", "Ana does not want it.");

    private final Desk desk;
    private final Life life;

    SuspendedApprovalTest(Desk desk, Life life) {
        this.desk = desk;
        this.life = life;
    }

    @Test
    void isBroughtBeforeLegalAndToldToHolderAndContact() {
        life.begins();
        life.holdsUp(desk.talent, CONSENT_WITHDRAWN, "Ana", "Ana has withdrawn her consent.");
        desk.sendsWaitingMail();

        assertThat(life.status()).isEqualTo(Status.SUSPENDED);
        assertThat(desk.waitingSteps()).containsExactly("closeOutUse", "decideOnHold");
        assertThat(desk.told("Suspended")).containsExactlyInAnyOrder("requester@desk.example", "carla@studio.example");
        assertThat(desk.told("Waiting for you: a suspended approval to decide on"))
                .contains("legal@desk.example");
        assertThat(desk.events()).containsOnlyOnce(APPROVAL_SUSPENDED);
    }

    @Test
    void isInForceAgainWhenLegalReleasesIt() {
        life.begins();
        life.holdsUp(desk.talent, CONSENT_LIMITED, "Ana", "Only in Spanish.");

        desk.legal.answers("decideOnHold", RELEASED);
        desk.sendsWaitingMail();

        assertThat(life.status()).isEqualTo(Status.APPROVED);
        assertThat(desk.events()).containsSubsequence(APPROVAL_SUSPENDED, APPROVAL_RELEASED);
        assertThat(desk.told("In force again")).hasSize(2);
        assertThat(desk.waitingSteps()).containsExactly("closeOutUse");
    }

    @Test
    void staysSuspendedUntilEveryHoldIsReleased() {
        life.begins();
        life.holdsUp(desk.talent, CONSENT_WITHDRAWN, "Ana", "Ana has withdrawn.");
        life.holdsUp(desk.talent, CONSENT_WITHDRAWN, "Bruno", "Bruno has withdrawn.");

        desk.legal.answers("decideOnHold", RELEASED);
        desk.sendsWaitingMail();
        assertThat(life.status()).isEqualTo(Status.SUSPENDED);
        assertThat(desk.told("In force again")).isEmpty();
        desk.legal.answers("decideOnHold", RELEASED);

        assertThat(life.status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void endsForGoodWhenLegalRevokesIt() {
        life.begins("Keep the prompts.");
        life.holdsUp(desk.talent, CONSENT_WITHDRAWN, "Ana", "Ana has withdrawn.");
        life.holdsUp(desk.talent, CONSENT_WITHDRAWN, "Bruno", "Bruno has withdrawn.");

        desk.legal.answers("decideOnHold", REVOKED);
        desk.sendsWaitingMail();

        assertThat(life.status()).isEqualTo(Status.REVOKED);
        assertThat(life.isOver()).isTrue();
        assertThat(desk.waitingSteps()).isEmpty();
        assertThat(life.suspensions.open(desk.number())).isEmpty();
        assertThat(desk.events()).containsOnlyOnce(APPROVAL_REVOKED).doesNotContain(APPROVAL_RELEASED);
        assertThat(desk.told("Revoked")).hasSize(2);
        assertThat(desk.cases.events(desk.number()))
                .filteredOn(event -> event.type() == APPROVAL_REVOKED)
                .singleElement()
                .satisfies(event -> assertThat(event.payload()).contains("Ana does not want it."));
    }

    @Test
    void isDecidedByLegalAloneWithAReason() {
        life.begins();
        life.holdsUp(desk.talent, CONSENT_WITHDRAWN, "Ana", "Ana has withdrawn.");

        assertThatThrownBy(() -> desk.talent.answers("decideOnHold", RELEASED)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> desk.legal.answers("decideOnHold", Map.of("holdOutcome", "RELEASED")))
                .hasMessageContaining("holdReason");
        assertThat(life.status()).isEqualTo(Status.SUSPENDED);
    }

    @Test
    void isNotDecidedByWhoeverHoldsIt() {
        Person both = desk.person("both", DeskGroup.REQUESTERS, DeskGroup.LEGAL);
        both.asksFor(Use.keyVisual());
        desk.legal.clears();
        desk.goesOn();
        desk.approver.approves();
        desk.runs("issueWrittenApproval");
        life.holdsUp(desk.talent, CONSENT_WITHDRAWN, "Ana", "Ana has withdrawn.");

        assertThatThrownBy(() -> both.answers("decideOnHold", RELEASED)).hasMessageContaining("You made this request");
        assertThat(life.status()).isEqualTo(Status.SUSPENDED);
        desk.seesOff(both);
    }

    @Test
    void isOnlyAnApprovalWhoseLetterIsOut() {
        desk.requester.asksFor(Use.keyVisual());
        desk.legal.clears();
        desk.goesOn();
        desk.approver.approves();

        assertThatThrownBy(() -> life.holdsUp(desk.talent, CONSENT_WITHDRAWN, "Ana", "Ana has withdrawn."))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("has no written approval");

        desk.runs("issueWrittenApproval");
        assertThat(life.status()).isEqualTo(Status.APPROVED);
        assertThat(desk.events()).doesNotContain(APPROVAL_SUSPENDED);
    }

    @Test
    void expiresEvenSo() {
        life.begins();
        life.holdsUp(desk.talent, CONSENT_WITHDRAWN, "Ana", "Ana has withdrawn.");

        life.goesOnFor(Duration.ofDays(1000));

        assertThat(life.status()).isEqualTo(Status.EXPIRED);
        assertThat(desk.waitingSteps()).containsExactly("closeOutUse");
        assertThatThrownBy(() -> life.holdsUp(desk.talent, CONSENT_WITHDRAWN, "Bruno", "Bruno too."))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("expired already");
    }
}
