package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Map;
import org.camunda.bpm.engine.runtime.Incident;
import org.clearancedesk.register.EventType;
import org.clearancedesk.register.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@Scenario
class MailServerDownTest {

    private static final String CAUSE = "cannot be reached or broke off";

    private final Desk desk;
    private boolean down;

    MailServerDownTest(Desk desk) {
        this.desk = desk;
    }

    @AfterEach
    void comesUp() {
        if (down) {
            desk.post.comesUp();
            down = false;
        }
    }

    @Test
    void showsAsAnIncidentAtTheDisclosureAndTheUseCountsAsDisclosedOnlyWhenTheMailIsOut() {
        desk.requester.asksFor(Use.lowRisk());
        goesDown();

        Incident incident = desk.givesUpOn("discloseToNetflixContact");

        assertThat(incident.getIncidentType()).isEqualTo("failedJob");
        assertThat(incident.getIncidentMessage()).contains("The mail server 127.0.0.1:" + desk.post.port(), CAUSE);
        assertThat(desk.onRecord().status()).isEqualTo(Status.IN_TRIAGE);
        assertThat(desk.events()).doesNotContain(EventType.USE_DISCLOSED);

        comesUp();
        desk.triesAgain("discloseToNetflixContact");

        assertThat(desk.onRecord().status()).isEqualTo(Status.DISCLOSED);
        assertThat(desk.told("GenAI use disclosed")).containsExactly("carla@studio.example");
        assertThat(desk.runtime
                        .createIncidentQuery()
                        .processInstanceId(desk.past().getId())
                        .count())
                .isZero();
    }

    @Test
    void keepsTheLetterAndSendsItOnceItIsUpAgain() {
        desk.requester.asksFor(Use.keyVisual());
        desk.legal.clears();
        desk.goesOn();
        desk.approver.answers("approveInWriting", Map.of("approvalOutcome", "APPROVED"));
        desk.runs("issueWrittenApproval");
        goesDown();

        assertThat(desk.givesUpOn("sendWrittenApproval").getIncidentMessage()).contains(CAUSE);
        assertThat(desk.onRecord().status()).isEqualTo(Status.APPROVED);
        comesUp();
        desk.triesAgain("sendWrittenApproval");

        assertThat(desk.told("Approved in writing"))
                .containsExactlyInAnyOrder("requester@desk.example", "carla@studio.example");
    }

    @Test
    void keepsARefusalUntilItIsUpAgain() {
        desk.requester.asksFor(Use.keyVisual());
        desk.legal.refusesLegally("The artwork is not cleared.");
        desk.goesOn();
        goesDown();

        assertThat(desk.givesUpOn("sendRefusal").getIncidentMessage()).contains(CAUSE);
        comesUp();
        desk.triesAgain("sendRefusal");

        assertThat(desk.told("Refused")).containsExactly("requester@desk.example");
    }

    @Test
    void holdsUpNoticesButNobodysWork() {
        goesDown();
        desk.requester.asksFor(Use.keyVisual());

        assertThat(desk.givesUpOn("sendNotice").getIncidentMessage()).contains(CAUSE);
        assertThatCode(desk.legal::clears).doesNotThrowAnyException();
        comesUp();
        desk.sendsWaitingMail();

        assertThat(desk.told("We have your request")).hasSize(1);
        assertThat(desk.told("Waiting for you")).hasSize(1);
    }

    private void goesDown() {
        desk.post.goesDown();
        down = true;
    }
}
