package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.AuthorizationException;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.people.NotAllowed;
import org.clearancedesk.register.EventType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@Scenario
class SeparateHandsTest {

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final Desk desk;
    private final Person everywhere;

    SeparateHandsTest(Desk desk) {
        this.desk = desk;
        // A name that belonged to somebody is never given again.
        everywhere = desk.person(
                "everywhere" + PEOPLE.incrementAndGet(),
                DeskGroup.REQUESTERS,
                DeskGroup.NETFLIX_CONTACTS,
                DeskGroup.LEGAL,
                DeskGroup.TALENT_RELATIONS,
                DeskGroup.APPROVERS);
    }

    @AfterEach
    void seeOff() {
        desk.seesOff(everywhere);
    }

    @Test
    void keepTheRequesterFromJudgingTheirOwnRequest() {
        everywhere.asksFor(Use.inDoubtWithCraft());
        assertThatThrownBy(() -> everywhere.assesses("INFORM_ONLY")).hasMessageContaining("You made this request");
        desk.contact.assesses("APPROVAL_NEEDED");
        assertThatThrownBy(everywhere::clears).hasMessageContaining("You made this request");
        assertThatThrownBy(() -> everywhere.saysOf("Subtitlers", "NOT_REQUIRED", "They do not mind."))
                .hasMessageContaining("You made this request");
        desk.legal.clears();
        desk.talent.saysOf("Subtitlers", "NOT_REQUIRED", "A person writes every line anew.");
        desk.goesOn();
        assertThatThrownBy(everywhere::approves).hasMessageContaining("You made this request");

        assertThat(desk.waitingSteps()).containsExactly("approveInWriting");
        assertThat(desk.events()).doesNotContain(EventType.APPROVAL_DECIDED);
    }

    @Test
    void keepAReviewerFromApproving() {
        desk.requester.asksFor(Use.deAgeing("Ana"));
        everywhere.clears();
        desk.talent.confirms("Ana");
        desk.goesOn();

        assertThatThrownBy(everywhere::approves)
                .hasMessageContaining("You reviewed this request, so somebody else has to approve it.");

        assertThat(desk.waitingSteps()).containsExactly("approveInWriting");
    }

    @Test
    void keepAReviewerOfAnEarlierRoundFromApproving() {
        desk.requester.asksFor(Use.deAgeing("Ana"));
        everywhere.saysOf("Ana", "CHANGES_NEEDED", "Please name her agent.");
        desk.legal.clears();
        desk.goesOn();
        desk.requester.amends(Use.keyVisual());
        desk.legal.clears();
        desk.goesOn();

        assertThatThrownBy(everywhere::approves).hasMessageContaining("You reviewed this request");
        desk.approver.approves();
    }

    @Test
    void keepWhoeverAssessedTheEscalationFromReviewingAndApproving() {
        desk.requester.asksFor(Use.inDoubtWithCraft());
        everywhere.assesses("APPROVAL_NEEDED");
        assertThatThrownBy(everywhere::clears).hasMessageContaining("You assessed this request");
        assertThatThrownBy(() -> everywhere.takes("confirmConsent")).hasMessageContaining("You assessed this request");
        assertThatThrownBy(() -> everywhere.saysOf("Subtitlers", "NOT_REQUIRED", "They do not mind."))
                .hasMessageContaining("You assessed this request");
        desk.legal.clears();
        desk.talent.saysOf("Subtitlers", "NOT_REQUIRED", "A person writes every line anew.");
        desk.goesOn();
        String task = desk.task("approveInWriting").getId();

        assertThatThrownBy(everywhere::approves).hasMessageContaining("You assessed this request");
        assertThatThrownBy(() -> gives("admin", task, everywhere.name()))
                .hasMessageContaining("This task cannot be given to “%s”".formatted(everywhere.name()));

        assertThat(desk.task("approveInWriting").getAssignee()).isNull();
        assertThat(desk.events()).doesNotContain(EventType.APPROVAL_DECIDED);
    }

    @Test
    void letNobodyGiveTwoOpinionsOnOneCaseInWhateverRound() {
        desk.requester.asksFor(Use.deAgeing("Ana", "Bruno"));
        everywhere.wantsLegalChanges("Who is it?");
        assertThatThrownBy(() -> everywhere.confirms("Ana")).hasMessageContaining("You reviewed this request");
        assertThatThrownBy(() -> everywhere.takes("confirmConsent")).hasMessageContaining("You reviewed this request");
        desk.talent.confirms("Ana");
        desk.talent.confirms("Bruno");
        desk.goesOn();
        desk.requester.amends(Use.deAgeing("Ana"));

        assertThatThrownBy(() -> everywhere.confirms("Ana")).hasMessageContaining("You reviewed this request");
        everywhere.clears();
        desk.talent.confirms("Ana");
        desk.goesOn();
        desk.approver.approves();

        assertThat(desk.events()).contains(EventType.APPROVAL_DECIDED);
    }

    @Test
    void keepWhoeverDecidedOnTheApprovalFromReviewingWhatWasChanged() {
        desk.requester.asksFor(Use.keyVisual());
        desk.legal.clears();
        desk.goesOn();
        everywhere.wantsChangesBeforeApproval("Please name the season.");
        desk.requester.amends(Use.keyVisual());

        assertThatThrownBy(everywhere::clears).hasMessageContaining("You decided on this request");
        desk.legal.clears();
        desk.goesOn();
        everywhere.approves();

        assertThat(desk.events()).contains(EventType.APPROVAL_DECIDED);
    }

    @Test
    void keepTheTasksOfAGroupToItsPeople() {
        desk.requester.asksFor(Use.keyVisual());

        assertThatThrownBy(desk.talent::clears).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(desk.requester::clears).isInstanceOf(AuthorizationException.class);

        assertThat(desk.task("reviewLegalExposure").getAssignee()).isNull();
    }

    @Test
    void keepAnAdministratorFromGivingAStepToSomebodyOutsideItsGroup() {
        desk.requester.asksFor(Use.keyVisual());
        String task = desk.task("reviewLegalExposure").getId();

        assertThatThrownBy(() -> gives("admin", task, "talent"))
                .hasMessageContaining("This task cannot be given to “talent”");
        assertThatThrownBy(() -> gives("admin", task, "nobody-at-all"))
                .hasMessageContaining("This task cannot be given to “nobody-at-all”");
        gives("admin", task, "legal");

        assertThat(desk.task("reviewLegalExposure").getAssignee()).isEqualTo("legal");
    }

    @Test
    void keepAColleagueFromTakingATaskForSomebodyElse() {
        Person colleague = desk.person("legal2", DeskGroup.LEGAL);
        desk.requester.asksFor(Use.keyVisual());
        String task = desk.task("reviewLegalExposure").getId();

        assertThatThrownBy(() -> desk.as("legal", () -> {
                    desk.tasks.claim(task, "legal2");
                    return task;
                }))
                .hasMessageContaining("Everybody takes their tasks themselves");

        assertThat(desk.task("reviewLegalExposure").getAssignee()).isNull();
        desk.seesOff(colleague);
    }

    @Test
    void keepTheRequesterAndAReviewerFromHoldingTheTaskOfTheApprover() {
        everywhere.asksFor(Use.keyVisual());
        desk.legal.clears();
        desk.goesOn();
        String task = desk.task("approveInWriting").getId();

        assertThatThrownBy(() -> everywhere.takes("approveInWriting")).hasMessageContaining("You made this request");
        assertThatThrownBy(() -> gives("admin", task, everywhere.name()))
                .hasMessageContaining("This task cannot be given to “%s”".formatted(everywhere.name()));
        assertThatThrownBy(() -> desk.as("admin", () -> {
                    desk.tasks.delegateTask(task, everywhere.name());
                    return task;
                }))
                .hasMessageContaining("A request takes the road that the process prescribes");

        assertThat(desk.task("approveInWriting").getAssignee()).isNull();
    }

    private void gives(String giver, String task, String taker) {
        desk.as(giver, () -> {
            desk.tasks.setAssignee(task, taker);
            return task;
        });
    }

    @Test
    void letOnlyRequestersSendARequest() {
        assertThatThrownBy(() -> desk.legal.asksFor(Use.lowRisk()))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("Only people of the group “Requesters” can send a request.");
        assertThatThrownBy(() ->
                        desk.legal.sendsTheForm(Map.of("request", Use.lowRisk().request())))
                .isInstanceOf(AuthorizationException.class);
    }
}
