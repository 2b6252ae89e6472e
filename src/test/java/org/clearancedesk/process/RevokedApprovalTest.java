package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearancedesk.register.EventType.APPROVAL_REVOKED;

import java.time.Duration;
import java.util.Collections;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.register.Status;
import org.junit.jupiter.api.Test;

@Scenario
class RevokedApprovalTest {

    private final Desk desk;
    private final Life life;

    RevokedApprovalTest(Desk desk, Life life) {
        this.desk = desk;
        this.life = life;
    }

    @Test
    void isRevokedByAnApproverOrLegalAndToldToHolderAndContact() {
        for (Person person : new Person[] {desk.approver, desk.legal}) {
            life.begins("Keep the prompts.");
            life.revokes(person, "The licence was forged.");
            desk.sendsWaitingMail();

            assertThat(life.status()).isEqualTo(Status.REVOKED);
            assertThat(life.isOver()).isTrue();
            assertThat(desk.waitingSteps()).isEmpty();
            assertThat(desk.cases.events(desk.number()))
                    .filteredOn(event -> event.type() == APPROVAL_REVOKED)
                    .singleElement()
                    .satisfies(event -> assertThat(event.actor()).isEqualTo(person.name()));
            assertThat(desk.told("Revoked"))
                    .containsExactlyInAnyOrder("requester@desk.example", "carla@studio.example");
        }
    }

    @Test
    void isNotRevokedTwice() {
        life.begins();
        life.revokes(desk.approver, "The licence was forged.");

        assertThatThrownBy(() -> life.revokes(desk.legal, "Once more."))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("revoked already");
        assertThat(Collections.frequency(desk.events(), APPROVAL_REVOKED)).isEqualTo(1);
    }

    @Test
    void isNotRevokedWhenItHasExpiredOrWasNeverGiven() {
        life.begins();
        life.goesOnFor(Duration.ofDays(1000));
        assertThatThrownBy(() -> life.revokes(desk.approver, "Too late.")).hasMessageContaining("expired already");

        desk.requester.asksFor(Use.keyVisual());
        assertThatThrownBy(() -> life.revokes(desk.approver, "Too early.")).hasMessageContaining("no written approval");
    }

    @Test
    void isNotRevokedByOthersNorByWhoeverHoldsIt() {
        life.begins();
        assertThatThrownBy(() -> life.revokes(desk.talent, "I do not like it."))
                .hasMessageContaining("Only an approver");
        assertThatThrownBy(() -> life.revokes(desk.requester, "I do not need it."))
                .hasMessageContaining("Only an approver");
        assertThat(life.status()).isEqualTo(Status.APPROVED);

        Person own = desk.person("approving-requester", DeskGroup.REQUESTERS, DeskGroup.APPROVERS);
        own.asksFor(Use.keyVisual());
        desk.legal.clears();
        desk.goesOn();
        desk.approver.approves();
        desk.runs("issueWrittenApproval");
        assertThatThrownBy(() -> life.revokes(own, "I do not need it.")).hasMessageContaining("your own");
        assertThat(life.status()).isEqualTo(Status.APPROVED);
        desk.seesOff(own);
    }
}
