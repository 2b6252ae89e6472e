package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearancedesk.register.EventType.APPROVAL_RELEASED;
import static org.clearancedesk.register.EventType.APPROVAL_SUSPENDED;
import static org.clearancedesk.register.EventType.CONDITION_FULFILLED;
import static org.clearancedesk.register.EventType.CONDITION_WAIVED;

import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.clearancedesk.approval.Condition.State;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.register.Status;
import org.junit.jupiter.api.Test;

@Scenario
class ConditionsOfAnApprovalTest {

    private static final Map<String, Object> DONE =
            Map.of("conditionOutcome", "FULFILLED", "conditionReason", "The prompts lie in the archive.");

    private final Desk desk;
    private final Life life;

    ConditionsOfAnApprovalTest(Desk desk, Life life) {
        this.desk = desk;
        this.life = life;
    }

    @Test
    void areTasksOfTheHolderEachWithItsDay() {
        life.begins("Keep the prompts.", "Hand in the licence by 2099-03-01.");

        assertThat(desk.waitingSteps()).containsExactly("closeOutUse", "fulfilCondition", "fulfilCondition");
        assertThat(desk.tasks
                        .createTaskQuery()
                        .processInstanceBusinessKey(desk.number())
                        .taskDefinitionKey("fulfilCondition")
                        .list())
                .allSatisfy(task -> assertThat(task.getAssignee()).isEqualTo("requester"))
                .extracting(task -> task.getDueDate().toInstant().toString().substring(0, 10))
                .containsExactlyInAnyOrder(
                        desk.clock
                                .instant()
                                .plus(Duration.ofDays(14))
                                .toString()
                                .substring(0, 10),
                        "2099-03-02");
        assertThat(desk.told("A condition to fulfil")).hasSize(2).containsOnly("requester@desk.example");
    }

    @Test
    void areOnRecordOnceTheyAreFulfilled() {
        life.begins("Keep the prompts.");

        desk.requester.answers("fulfilCondition", DONE);

        assertThat(desk.waitingSteps()).containsExactly("closeOutUse");
        assertThat(desk.events()).contains(CONDITION_FULFILLED).doesNotContain(APPROVAL_SUSPENDED);
        assertThat(life.conditions.ofCase(desk.number()))
                .singleElement()
                .satisfies(condition -> assertThat(condition.state()).isEqualTo(State.FULFILLED));
        life.goesOnFor(Duration.ofDays(60));
        assertThat(life.status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void suspendTheApprovalWhenOverdueAndLiftThatWhenFulfilled() {
        life.begins("Keep the prompts.");
        life.goesOnFor(Duration.ofDays(8));
        assertThat(desk.told("Reminder: a condition to fulfil")).containsExactly("requester@desk.example");

        life.goesOnFor(Duration.ofDays(7));
        assertThat(life.status()).isEqualTo(Status.SUSPENDED);
        assertThat(desk.told("Suspended")).containsExactlyInAnyOrder("requester@desk.example", "carla@studio.example");
        assertThat(desk.waitingSteps())
                .containsExactly("closeOutUse", "fulfilCondition")
                .doesNotContain("decideOnHold");

        desk.requester.answers("fulfilCondition", DONE);
        desk.sendsWaitingMail();
        assertThat(life.status()).isEqualTo(Status.APPROVED);
        assertThat(desk.events()).containsSubsequence(APPROVAL_SUSPENDED, CONDITION_FULFILLED, APPROVAL_RELEASED);
        assertThat(desk.told("In force again")).hasSize(2);
    }

    @Test
    void keepItSuspendedUntilTheLastOverdueOneIsSettled() {
        life.begins("Keep the prompts.", "Keep the seeds.");
        life.goesOnFor(Duration.ofDays(15));
        assertThat(life.suspensions.open(desk.number())).hasSize(2);

        desk.requester.answers("fulfilCondition", DONE);
        assertThat(life.status()).isEqualTo(Status.SUSPENDED);
        desk.requester.answers("fulfilCondition", DONE);

        assertThat(life.status()).isEqualTo(Status.APPROVED);
        assertThat(life.suspensions.open(desk.number())).isEmpty();
    }

    @Test
    void canBeWaivedByAnApproverWithAReason() {
        life.begins("Keep the prompts.");
        life.goesOnFor(Duration.ofDays(15));

        life.waives(desk.approver, 1, "The tool keeps none.");

        assertThat(desk.events()).contains(CONDITION_WAIVED).doesNotContain(CONDITION_FULFILLED);
        assertThat(life.status()).isEqualTo(Status.APPROVED);
        assertThatThrownBy(() -> life.waives(desk.approver, 1, "Once more."))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("does not wait any more");
    }

    @Test
    void cannotBeWaivedByTheHolderNorByOthers() {
        life.begins("Keep the prompts.");

        assertThatThrownBy(() -> life.waives(desk.requester, 1, "Not needed.")).hasMessageContaining("your own");
        assertThatThrownBy(() -> life.waives(desk.talent, 1, "Not needed.")).hasMessageContaining("Only an approver");
        desk.identity.createMembership("legal", DeskGroup.APPROVERS.id());
        try {
            assertThatThrownBy(() -> life.waives(desk.legal, 1, "Not needed."))
                    .as("whoever set it")
                    .hasMessageContaining("reviewed this request");
        } finally {
            desk.identity.deleteMembership("legal", DeskGroup.APPROVERS.id());
        }
        assertThat(desk.waitingSteps()).contains("fulfilCondition");
    }

    @Test
    void areNotFulfilledWithoutAWordNorBySomebodyElse() {
        life.begins("Keep the prompts.");
        Task task = desk.task("fulfilCondition");

        assertThatThrownBy(() -> desk.requester.answers("fulfilCondition", Map.of("conditionOutcome", "FULFILLED")))
                .hasMessageContaining("conditionReason");
        assertThatThrownBy(() -> desk.as("admin", () -> {
                    desk.tasks.complete(task.getId(), desk.variables(DONE));
                    return task;
                }))
                .hasMessageContaining("Only whoever has claimed this task can answer it.");
        assertThat(desk.events()).doesNotContain(CONDITION_FULFILLED);
    }

    @Test
    void doNotTakeTheWordOfOneForAnother() {
        life.begins("Keep the prompts.", "Keep the seeds.");
        desk.requester.answers("fulfilCondition", DONE);

        assertThatThrownBy(() -> desk.requester.answers("fulfilCondition", Map.of()))
                .hasMessageContaining("conditionOutcome");
    }
}
