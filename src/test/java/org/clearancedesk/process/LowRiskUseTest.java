package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.clearancedesk.register.EventType.*;

import java.util.Map;
import org.clearancedesk.intake.Tier;
import org.clearancedesk.register.Status;
import org.junit.jupiter.api.Test;

@Scenario
class LowRiskUseTest {

    private final Desk desk;

    LowRiskUseTest(Desk desk) {
        this.desk = desk;
    }

    @Test
    void endsWithTheDisclosureAndKeepsNobodyWaiting() {
        desk.requester.asksFor(Use.lowRisk());
        assertThat(desk.instance()).isWaitingAtExactly("discloseToNetflixContact");
        assertThat(desk.waitingSteps()).isEmpty();
        assertThat(desk.onRecord().status()).isEqualTo(Status.IN_TRIAGE);

        desk.runs("discloseToNetflixContact");

        assertThat(desk.isOver()).isTrue();
        assertThat(desk.past().getEndActivityId()).isEqualTo("useDisclosed");
        assertThat(desk.onRecord().status()).isEqualTo(Status.DISCLOSED);
        assertThat(desk.onRecord().tier()).isEqualTo(Tier.LOW);
        assertThat(desk.events()).containsExactly(REQUEST_SUBMITTED, TRIAGED, USE_DISCLOSED);
        assertThat(desk.told("GenAI use disclosed")).containsExactly("carla@studio.example");
        desk.sendsWaitingMail();
        assertThat(desk.told("You can go ahead")).isEmpty();
    }

    @Test
    void isAcknowledgedToTheRequesterWithItsNumber() {
        String number = desk.requester.asksFor(Use.lowRisk());

        desk.sendsWaitingMail();

        assertThat(number).matches("GC-\\d{4}-\\d{6}");
        assertThat(desk.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("requester@desk.example");
            assertThat(mail.subject()).startsWith("[%s] We have your request".formatted(number));
            assertThat(mail.text()).contains(number, "you need not wait").doesNotContain("do not begin");
        });
        assertThat(desk.queuedNotices()).isEmpty();
    }

    @Test
    void takesTheSameRoadFromTheFormInTasklist() {
        desk.requester.sendsTheForm(Map.of("request", Use.lowRisk().request()));

        desk.runs("discloseToNetflixContact");

        assertThat(desk.onRecord().requester()).isEqualTo("requester");
        assertThat(desk.onRecord().status()).isEqualTo(Status.DISCLOSED);
        assertThat(desk.events()).containsExactly(REQUEST_SUBMITTED, TRIAGED, USE_DISCLOSED);
    }
}
