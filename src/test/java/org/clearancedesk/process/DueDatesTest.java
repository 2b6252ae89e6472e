package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Date;
import org.clearancedesk.intake.ServiceLevel;
import org.clearancedesk.intake.ServiceLevels;
import org.clearancedesk.intake.Step;
import org.clearancedesk.intake.Tier;
import org.clearancedesk.people.DeskGroup;
import org.junit.jupiter.api.Test;

@Scenario
class DueDatesTest {

    private final Desk desk;
    private final ServiceLevels levels;

    DueDatesTest(Desk desk, ServiceLevels levels) {
        this.desk = desk;
        this.levels = levels;
    }

    @Test
    void comeFromTheServiceLevelOfTierAndStep() {
        desk.requester.asksFor(Use.inDoubt());
        assertDue("assessEscalatedUse", Tier.ESCALATE, Step.ASSESS_ESCALATED_USE);

        desk.clock.passes(Duration.ofHours(3));
        desk.contact.assesses("APPROVAL_NEEDED");
        assertDue("reviewLegalExposure", Tier.ESCALATE, Step.REVIEW_LEGAL_EXPOSURE);

        desk.requester.asksFor(Use.deAgeing("Ana"));
        assertDue("reviewLegalExposure", Tier.WRITTEN_APPROVAL, Step.REVIEW_LEGAL_EXPOSURE);
        assertDue("confirmConsent", Tier.WRITTEN_APPROVAL, Step.CONFIRM_CONSENT);
    }

    @Test
    void countFromTheMomentTheStepWaits() {
        desk.requester.asksFor(Use.keyVisual());
        desk.clock.passes(Duration.ofHours(5));
        desk.legal.clears();
        desk.goesOn();
        assertDue("approveInWriting", Tier.WRITTEN_APPROVAL, Step.APPROVE_IN_WRITING);

        desk.clock.passes(Duration.ofHours(5));
        desk.approver.wantsChangesBeforeApproval("Please name the season.");
        assertDue("amendRequest", Tier.WRITTEN_APPROVAL, Step.AMEND_REQUEST);
    }

    @Test
    void areRemindedOfToTheGroupWhileNobodyHoldsTheTask() {
        desk.requester.asksFor(Use.keyVisual());

        assertThat(desk.firesDueTimers()).isZero();
        desk.clock.passes(legal().unclaimed());
        assertThat(desk.firesDueTimers()).isEqualTo(1);
        desk.clock.passes(legal().reminder().minus(legal().unclaimed()));
        assertThat(desk.firesDueTimers()).isEqualTo(1);
        desk.sendsWaitingMail();

        assertThat(desk.told("Nobody has taken this yet")).containsExactly("legal@desk.example");
        assertThat(desk.told("Reminder")).containsExactly("legal@desk.example");
        assertThat(desk.waitingSteps()).containsExactly("reviewLegalExposure");
    }

    @Test
    void areRemindedOfToTheHolderAndTheGroupHearsNothingOnceSomebodyTookTheTask() {
        Person second = desk.person("lou", DeskGroup.LEGAL);
        desk.requester.asksFor(Use.keyVisual());
        second.takes("reviewLegalExposure");

        desk.clock.passes(legal().due());
        assertThat(desk.firesDueTimers()).isEqualTo(2);
        desk.sendsWaitingMail();

        assertThat(desk.told("Nobody has taken this yet")).isEmpty();
        assertThat(desk.told("Reminder")).containsExactly("lou@desk.example");
        desk.seesOff(second);
    }

    @Test
    void areRemindedOfForEachPerformer() {
        desk.requester.asksFor(Use.deAgeing("Ana", "Bruno"));
        desk.talent.confirms("Ana");
        desk.goesOn();

        desk.clock.passes(levels.of(Tier.WRITTEN_APPROVAL, Step.CONFIRM_CONSENT).due());
        desk.firesDueTimers();
        desk.sendsWaitingMail();

        assertThat(desk.mails())
                .filteredOn(mail -> mail.subject().contains("Reminder: the consent of"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).contains("the consent of Bruno"));
    }

    @Test
    void areRemindedOfToTheRequesterWhoHasSomethingToChange() {
        desk.requester.asksFor(Use.keyVisual());
        desk.legal.wantsLegalChanges("Please name the shots.");
        desk.goesOn();

        desk.clock.passes(levels.of(Tier.WRITTEN_APPROVAL, Step.AMEND_REQUEST).due());
        assertThat(desk.firesDueTimers()).isEqualTo(1);
        desk.sendsWaitingMail();

        assertThat(desk.told("Reminder")).containsExactly("requester@desk.example");
    }

    @Test
    void remindNobodyOfWhatIsDone() {
        desk.requester.asksFor(Use.keyVisual());
        desk.legal.clears();
        desk.goesOn();
        desk.approver.approves();

        desk.clock.passes(Duration.ofDays(20));

        assertThat(desk.firesDueTimers()).isZero();
    }

    private ServiceLevel legal() {
        return levels.of(Tier.WRITTEN_APPROVAL, Step.REVIEW_LEGAL_EXPOSURE);
    }

    private void assertDue(String task, Tier tier, Step step) {
        assertThat(desk.task(task).getDueDate())
                .isEqualTo(Date.from(
                        desk.clock.instant().plus(levels.of(tier, step).due())));
    }
}
