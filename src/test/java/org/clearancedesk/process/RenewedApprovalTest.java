package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearancedesk.register.EventType.APPROVAL_SUPERSEDED;

import java.time.Duration;
import java.util.Map;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.register.Status;
import org.junit.jupiter.api.Test;

@Scenario
class RenewedApprovalTest {

    private static final Map<String, Object> APPROVED = Map.of("approvalOutcome", "APPROVED");

    private final Desk desk;
    private final Life life;

    RenewedApprovalTest(Desk desk, Life life) {
        this.desk = desk;
        this.life = life;
    }

    @Test
    void givesItsPlaceToTheOneThatNamesIt() {
        String earlier = life.begins();
        String later = life.begins(APPROVED, renewing(earlier));

        desk.follow(earlier);
        desk.sendsWaitingMail();
        assertThat(life.status()).isEqualTo(Status.SUPERSEDED);
        assertThat(life.isOver()).isTrue();
        assertThat(life.route()).contains("recordSupersession", "superseded").doesNotContain("recordExpiry");
        assertThat(desk.waitingSteps()).isEmpty();
        assertThat(desk.cases.events(earlier))
                .filteredOn(event -> event.type() == APPROVAL_SUPERSEDED)
                .singleElement()
                .satisfies(event -> assertThat(event.payload()).contains(later));
        assertThat(desk.told("Superseded")).hasSize(2);
        desk.follow(later);
        assertThat(life.status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void staysInForceUntilTheRenewalIsApproved() {
        String earlier = life.begins();
        desk.requester.asksFor(renewing(earlier));
        desk.legal.refusesLegally("Not again.");
        desk.goesOn();
        desk.runs("sendRefusal");

        desk.follow(earlier);
        assertThat(life.status()).isEqualTo(Status.APPROVED);
        assertThat(desk.events()).doesNotContain(APPROVAL_SUPERSEDED);
    }

    @Test
    void canBeRenewedAfterItsLastDayAlsoWhenItsProcessIsOver() {
        String earlier = life.begins();
        life.goesOnFor(Duration.ofDays(1000));
        desk.requester.answers("closeOutUse", Map.of("closeOut", Map.of("used", false)));
        assertThat(life.isOver()).isTrue();

        life.begins(APPROVED, renewing(earlier));

        desk.follow(earlier);
        assertThat(life.status()).isEqualTo(Status.SUPERSEDED);
    }

    @Test
    void isRenewedByOneRequestAtATime() {
        String earlier = life.begins();
        String first = desk.requester.asksFor(renewing(earlier));

        assertThatThrownBy(() -> desk.requester.asksFor(renewing(earlier)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("being renewed already, by " + first);

        desk.follow(first);
        desk.requester.withdraws("Wrong one.");
        desk.requester.asksFor(renewing(earlier));
    }

    @Test
    void isRenewedOnlyByItsHolderAndOnlyWhenThereIsOne() {
        String earlier = life.begins();

        assertThatThrownBy(() -> desk.otherRequester.asksFor(
                        renewing(earlier).with("production", Map.of("code", "OTHERS-S1", "title", "Another series"))))
                .hasMessageContaining("There is no approval " + earlier);
        assertThatThrownBy(() -> desk.requester.asksFor(renewing("GC-1999-000001")))
                .hasMessageContaining("There is no approval");

        String disclosed = desk.requester.asksFor(Use.lowRisk());
        assertThatThrownBy(() -> desk.requester.asksFor(renewing(disclosed)))
                .hasMessageContaining("has no approval that could be renewed");

        desk.follow(earlier);
        life.revokes(desk.approver, "The licence was forged.");
        assertThatThrownBy(() -> desk.requester.asksFor(renewing(earlier)))
                .hasMessageContaining("has no approval that could be renewed");
    }

    @Test
    void staysRevokedWhenThatHappensWhileItIsRenewed() {
        String earlier = life.begins();
        String later = desk.requester.asksFor(renewing(earlier));
        desk.follow(earlier);
        life.revokes(desk.approver, "The licence was forged.");

        desk.follow(later);
        desk.legal.clears();
        desk.goesOn();
        desk.approver.approves();
        desk.runs("issueWrittenApproval");

        desk.follow(earlier);
        assertThat(life.status()).isEqualTo(Status.REVOKED);
    }

    @Test
    void staysARenewalWhenItIsChanged() {
        String earlier = life.begins();
        String later = desk.requester.asksFor(renewing(earlier));
        desk.legal.wantsLegalChanges("Please name the season.");
        desk.goesOn();
        desk.requester.amends(Use.keyVisual().with("description", "Season two."));

        assertThat(desk.cases.request(later).description()).isEqualTo("Season two.");
        assertThat(desk.cases.request(later).predecessor()).isEqualTo(earlier);
        desk.legal.clears();
        desk.goesOn();
        desk.approver.approves();
        desk.runs("issueWrittenApproval");

        desk.follow(earlier);
        assertThat(life.status()).isEqualTo(Status.SUPERSEDED);
    }

    @Test
    void cannotBeTurnedByAChangeIntoTheRenewalOfAnother() {
        String earlier = life.begins();
        String other = life.begins();
        String later = desk.requester.asksFor(renewing(earlier));
        desk.legal.wantsLegalChanges("Please name the season.");
        desk.goesOn();

        assertThatThrownBy(() -> desk.requester.amends(renewing(other)))
                .hasMessageContaining("A change cannot make this request renew " + other);
        desk.requester.amends(renewing(earlier));

        assertThat(desk.cases.request(later).predecessor()).isEqualTo(earlier);
        String ofItsOwn = desk.requester.asksFor(Use.keyVisual());
        desk.legal.wantsLegalChanges("Please name the season.");
        desk.goesOn();
        assertThatThrownBy(() -> desk.requester.amends(renewing(other)))
                .hasMessageContaining("A change cannot make this request renew " + other);
        assertThat(desk.cases.request(ofItsOwn).predecessor()).isNull();
    }

    @Test
    void isNotHiddenBehindACodeNameWhenEverybodyKnowsWhatItRenews() {
        String earlier = life.begins();

        assertThatThrownBy(() -> desk.requester.asksFor(renewing(earlier).with("codeName", "Project Heron")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Please leave the code name empty");
        desk.requester.asksFor(renewing(earlier));
        desk.legal.wantsLegalChanges("Please name the season.");
        desk.goesOn();
        assertThatThrownBy(() -> desk.requester.amends(Use.keyVisual().with("codeName", "Project Heron")))
                .hasMessageContaining("Please leave the code name empty");
    }

    private static Use renewing(String earlier) {
        return Use.keyVisual().with("predecessor", earlier);
    }
}
