package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearancedesk.register.EventType.*;

import java.util.Collections;
import java.util.Map;
import org.clearancedesk.intake.Tier;
import org.clearancedesk.register.Status;
import org.junit.jupiter.api.Test;

@Scenario
class AmendedRequestTest {

    private final Desk desk;

    AmendedRequestTest(Desk desk) {
        this.desk = desk;
    }

    @Test
    void waitsForItsRequesterWhoIsToldWhatEverybodyWantsChanged() {
        desk.requester.asksFor(Use.deAgeing("Ana"));
        desk.legal.wantsLegalChanges("Please name the shots.");
        desk.talent.saysOf("Ana", "CHANGES_NEEDED", "Please name her agent.");
        desk.goesOn();
        desk.sendsWaitingMail();

        assertThat(desk.task("amendRequest").getAssignee()).isEqualTo("requester");
        assertThat(desk.onRecord().status()).isEqualTo(Status.CHANGES_NEEDED);
        assertThat(desk.told("Changes needed")).containsExactly("requester@desk.example");
        assertThat(desk.mails())
                .filteredOn(mail -> mail.subject().contains("Changes needed"))
                .singleElement()
                .satisfies(
                        mail -> assertThat(mail.text()).contains("Please name the shots.", "Please name her agent."));
    }

    @Test
    void isTriagedAnewAndMayComeOutAtAnotherTier() {
        desk.requester.asksFor(Use.keyVisual());
        desk.legal.wantsLegalChanges("Is it only for ideas?");
        desk.goesOn();

        desk.requester.amends(Use.lowRisk());
        desk.runs("discloseToNetflixContact");

        assertThat(desk.onRecord().tier()).isEqualTo(Tier.LOW);
        assertThat(desk.onRecord().round()).isEqualTo(2);
        assertThat(desk.onRecord().status()).isEqualTo(Status.DISCLOSED);
        assertThat(Collections.frequency(desk.events(), TRIAGED)).isEqualTo(2);
    }

    @Test
    void asksForConsentWhenItNowConcernsPeople() {
        desk.requester.asksFor(Use.keyVisual());
        desk.legal.wantsLegalChanges("Who is in the picture?");
        desk.goesOn();

        desk.requester.amends(Use.deAgeing("Ana", "Bruno"));

        assertThat(desk.waitingSteps()).containsExactly("confirmConsent", "confirmConsent", "reviewLegalExposure");
        assertThat(desk.variable("consentsNeeded")).isEqualTo(2);
    }

    @Test
    void forgetsWhatWasAnsweredBefore() {
        desk.requester.asksFor(Use.inDoubt());
        desk.contact.assesses("APPROVAL_NEEDED");
        desk.legal.clearsOnCondition("Keep the prompts.");
        desk.goesOn();
        desk.approver.wantsChangesBeforeApproval("Please name the season.");
        assertThat(desk.variable("escalationOutcome")).isEqualTo("APPROVAL_NEEDED");

        desk.requester.amends(Use.keyVisual());

        for (CaseVariable answer : CaseVariable.answers()) {
            assertThat(desk.variable(answer.id())).as(answer.id()).isNull();
        }
        assertThat(desk.variable("verdict")).isNull();
    }

    @Test
    void doesNotCountTheOpinionsOfTheRoundBefore() {
        desk.requester.asksFor(Use.deAgeing("Ana"));
        desk.talent.confirms("Ana");
        desk.legal.wantsLegalChanges("Please name the shots.");
        desk.goesOn();
        desk.requester.amends(Use.deAgeing("Ana"));

        desk.legal.clears();
        desk.goesOn();
        assertThat(desk.waitingSteps()).containsExactly("confirmConsent");
        desk.talent.saysOf("Ana", "REFUSED", "She has changed her mind.");
        desk.goesOn();

        assertThat(desk.onRecord().status()).isEqualTo(Status.REFUSED);
    }

    @Test
    void isNotSentBackForAWishOfTheRoundBefore() {
        desk.requester.asksFor(Use.keyVisual());
        desk.legal.wantsLegalChanges("Please name the shots.");
        desk.goesOn();
        desk.requester.amends(Use.keyVisual());

        desk.legal.clears();
        desk.goesOn();

        assertThat(desk.waitingSteps()).containsExactly("approveInWriting");
        assertThat(desk.onRecord().status()).isEqualTo(Status.AWAITING_APPROVAL);
    }

    @Test
    void doesNotReuseTheOutcomeOfTheRoundBefore() {
        desk.requester.asksFor(Use.keyVisual());
        desk.legal.clears();
        desk.goesOn();
        desk.approver.wantsChangesBeforeApproval("Please name the season.");
        desk.requester.amends(Use.keyVisual());

        assertThatThrownBy(() -> desk.legal.answers("reviewLegalExposure", Map.of()))
                .hasMessageContaining("“legalOutcome” is missing");
        desk.legal.clears();
        desk.goesOn();
        assertThatThrownBy(() -> desk.approver.answers("approveInWriting", Map.of()))
                .hasMessageContaining("“approvalOutcome” is missing");
        assertThat(desk.waitingSteps()).containsExactly("approveInWriting");
    }

    @Test
    void isAcknowledgedOnlyTheFirstTime() {
        desk.requester.asksFor(Use.keyVisual());
        desk.legal.wantsLegalChanges("Please name the shots.");
        desk.goesOn();
        desk.requester.amends(Use.keyVisual());
        desk.sendsWaitingMail();

        assertThat(desk.told("We have your request")).hasSize(1);
        assertThat(desk.told("Waiting for you")).hasSize(2);
    }

    @Test
    void mayBeSentAsItWas() {
        desk.requester.asksFor(Use.keyVisual());
        desk.legal.wantsLegalChanges("Are you sure?");
        desk.goesOn();

        desk.requester.answers("amendRequest", Map.of());

        assertThat(desk.onRecord().round()).isEqualTo(2);
        assertThat(desk.waitingSteps()).containsExactly("reviewLegalExposure");
    }

    @Test
    void staysOpenWhenWhatIsSentCannotBeTaken() {
        desk.requester.asksFor(Use.keyVisual());
        desk.legal.wantsLegalChanges("Who is in the picture?");
        desk.goesOn();

        assertThatThrownBy(() -> desk.requester.amends(Use.keyVisual().with("netflixContact", "Carla")))
                .hasMessageContaining("e-mail address of your Netflix contact");
        assertThatThrownBy(() -> desk.requester.amends(Use.deAgeing()))
                .hasMessageContaining("Please name at least one person or craft");
        assertThatThrownBy(() -> desk.requester.answers("amendRequest", Map.of("request", "all new")))
                .hasMessageContaining("“request” is not of the type that is asked for here.");

        assertThat(desk.waitingSteps()).containsExactly("amendRequest");
        assertThat(desk.onRecord().round()).isEqualTo(1);
        assertThat(desk.events()).doesNotContain(REQUEST_AMENDED);
    }

    @Test
    void canBeChangedByNobodyElse() {
        desk.requester.asksFor(Use.keyVisual());
        desk.legal.wantsLegalChanges("Please name the shots.");
        desk.goesOn();

        assertThatThrownBy(() -> desk.otherRequester.amends(Use.lowRisk())).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(
                        () -> desk.tasks.setAssignee(desk.task("amendRequest").getId(), "requester2"))
                .hasMessageContaining("This task stays with whoever made the request.");
        assertThatThrownBy(() -> desk.person("admin")
                        .answers("amendRequest", Map.of("request", Use.lowRisk().request(), "requester", "admin")))
                .hasMessageContaining("Only whoever has claimed this task can answer it.");

        assertThat(desk.waitingSteps()).containsExactly("amendRequest");
        assertThat(desk.onRecord().requester()).isEqualTo("requester");
    }
}
