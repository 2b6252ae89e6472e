package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.clearancedesk.register.EventType.*;

import org.clearancedesk.register.Status;
import org.junit.jupiter.api.Test;

@Scenario
class UseInDoubtTest {

    private final Desk desk;

    UseInDoubtTest(Desk desk) {
        this.desk = desk;
    }

    @Test
    void waitsForTheNetflixContactAndNobodyElse() {
        desk.requester.asksFor(Use.inDoubt());

        assertThat(desk.instance())
                .isWaitingAtExactly("assessEscalatedUse")
                .hasPassedInOrder("registerRequest", "triageAgainstGuidelines")
                .hasNotPassed("discloseToNetflixContact", "reviewLegalExposure");
        assertThat(desk.onRecord().status()).isEqualTo(Status.ESCALATED);
        assertThat(desk.cases.groupsAsked(desk.number())).containsExactly("netflix-contacts");
        desk.sendsWaitingMail();
        assertThat(desk.told("Waiting for you")).containsExactly("contact@desk.example");
        assertThat(desk.told("GenAI use disclosed")).isEmpty();
    }

    @Test
    void isDisclosedWhenInformingIsEnough() {
        desk.requester.asksFor(Use.inDoubt());

        desk.contact.assesses("INFORM_ONLY");
        desk.runs("discloseToNetflixContact");

        assertThat(desk.past().getEndActivityId()).isEqualTo("useDisclosed");
        assertThat(desk.onRecord().status()).isEqualTo(Status.DISCLOSED);
        assertThat(desk.events())
                .containsExactly(REQUEST_SUBMITTED, TRIAGED, REVIEW_TAKEN, ESCALATION_ASSESSED, USE_DISCLOSED);
        desk.sendsWaitingMail();
        assertThat(desk.told("GenAI use disclosed")).containsExactly("carla@studio.example");
        assertThat(desk.told("You can go ahead")).containsExactly("requester@desk.example");
    }

    @Test
    void goesToTheReviewsThatItsFindingsAskForWhenApprovalIsNeeded() {
        desk.requester.asksFor(Use.inDoubtWithCraft());

        desk.contact.assesses("APPROVAL_NEEDED");

        assertThat(desk.waitingSteps()).containsExactly("confirmConsent", "reviewLegalExposure");
        assertThat(desk.consentTask("Subtitlers").getName()).isEqualTo("Confirm consent: Subtitlers");
        assertThat(desk.onRecord().status()).isEqualTo(Status.IN_REVIEW);
    }
}
