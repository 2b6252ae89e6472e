package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearancedesk.approval.Suspension.Cause.CONSENT_LIMITED;
import static org.clearancedesk.approval.Suspension.Cause.CONSENT_WITHDRAWN;
import static org.clearancedesk.approval.Suspension.Cause.SCOPE_CHANGED;

import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.clearancedesk.approval.Condition;
import org.clearancedesk.approval.ScopeChanges;
import org.clearancedesk.approval.StoredSuspension;
import org.clearancedesk.audit.RecordAudit;
import org.clearancedesk.consent.ConsentChanges;
import org.clearancedesk.engine.Models;
import org.clearancedesk.register.EventType;
import org.clearancedesk.register.Status;
import org.junit.jupiter.api.Test;

/**
 * Somebody got wrong values into the variables of an approval's process, under every name that there is. What decides is read
 * from the record, so that the approval lives on as if they were not there.
 */
@Scenario
class PoisonedApprovalTest {

    private static final Map<String, Object> RELEASED =
            Map.of("holdOutcome", "RELEASED", "holdReason", "It is in order again.");

    private final Desk desk;
    private final Life life;
    private final ConsentChanges consents;
    private final ScopeChanges scopes;
    private final RecordAudit audit;

    PoisonedApprovalTest(Desk desk, Life life, ConsentChanges consents, ScopeChanges scopes, RecordAudit audit) {
        this.desk = desk;
        this.life = life;
        this.consents = consents;
        this.scopes = scopes;
        this.audit = audit;
    }

    @Test
    void isSuspendedWhenAConsentIsWithdrawn() {
        approvedWithConsentOf("Walda");
        desk.requester.answers("closeOutUse", Map.of("closeOut", Map.of("used", false)));
        poison();

        consents.withdraw(consentOf("Walda"), "She changed her mind.", "talent");

        assertThat(life.status()).isEqualTo(Status.SUSPENDED);
        assertThat(desk.waitingSteps()).containsExactly("decideOnHold");
        assertThatTheTaskTellsTheTruth(desk.task("decideOnHold"));
        desk.legal.answers("decideOnHold", RELEASED);
        assertThat(life.status()).isEqualTo(Status.APPROVED);
        assertThat(audit.verify(desk.number())).isEmpty();
    }

    @Test
    void isSuspendedWhenItsScopeChanges() {
        life.begins();
        poison();

        desk.onAPage(
                "requester",
                () -> scopes.tell(
                        desk.number(), Use.deAgeing("Ana").read().facts(), "Ana is on the poster.", "requester"));

        assertThat(life.status()).isEqualTo(Status.SUSPENDED);
        assertThatTheTaskTellsTheTruth(desk.task("decideOnHold"));
    }

    @Test
    void isRevokedAndExpires() {
        life.begins();
        poison();
        life.revokes(desk.legal, "Forged.");
        assertThat(life.status()).isEqualTo(Status.REVOKED);

        life.begins();
        poison();
        life.holdsUp(desk.talent, SCOPE_CHANGED, "talent", "Somebody is on it now.");
        desk.legal.answers("decideOnHold", Map.of("holdOutcome", "REVOKED", "holdReason", "Not like this."));
        assertThat(life.status()).isEqualTo(Status.REVOKED);
        assertThat(desk.cases.events(desk.number()))
                .filteredOn(event -> event.type() == EventType.APPROVAL_REVOKED)
                .singleElement()
                .satisfies(event -> assertThat(event.payload()).contains("Not like this."));

        life.begins();
        poison();
        life.goesOnFor(Duration.ofDays(1000));
        assertThat(life.status()).isEqualTo(Status.EXPIRED);
        assertThat(desk.told("Expired")).hasSize(2);
    }

    @Test
    void asksForEachConditionAsItWasSet() {
        life.begins("Credit the artist by name.", "Keep the prompts for a year.");
        poison();
        for (Task task : conditionTasks()) {
            desk.runtime.setVariable(task.getExecutionId(), "loopCounter", 0);
        }

        life.waives(desk.approver, 2, "Nobody will ask.");

        assertThat(life.conditions.ofCase(desk.number()))
                .extracting(Condition::state)
                .containsExactly(Condition.State.OPEN, Condition.State.WAIVED);
    }

    @Test
    void isNotReleasedFromOneHoldAtTheTaskOfAnother() {
        life.begins();
        life.holdsUp(desk.talent, CONSENT_WITHDRAWN, "Ana", "Ana has withdrawn.");
        Task withdrawn = desk.task("decideOnHold");
        life.holdsUp(desk.talent, CONSENT_LIMITED, "Bruno", "Only in Spanish.");
        Task limited = holdTasks().stream()
                .filter(task -> !task.getId().equals(withdrawn.getId()))
                .findFirst()
                .orElseThrow();
        Object other = desk.runtime.getVariable(withdrawn.getExecutionId(), "holdId");
        desk.runtime.setVariable(limited.getExecutionId(), "holdId", other);

        desk.as("legal", () -> {
            desk.tasks.claim(limited.getId(), "legal");
            desk.forms.submitTaskForm(limited.getId(), RELEASED);
            return limited;
        });

        assertThat(holdTasks()).singleElement().extracting(Task::getId).isEqualTo(withdrawn.getId());
        assertThat(life.suspensions.open(desk.number()))
                .extracting(StoredSuspension::suspension)
                .singleElement()
                .satisfies(hold -> assertThat(hold.cause()).isEqualTo(CONSENT_WITHDRAWN));
        assertThat(life.status()).isEqualTo(Status.SUSPENDED);
        desk.legal.answers("decideOnHold", RELEASED);
        assertThat(life.status()).isEqualTo(Status.APPROVED);
        assertThat(audit.verify(desk.number())).isEmpty();
    }

    private void approvedWithConsentOf(String performer) {
        desk.requester.asksFor(Use.deAgeing(performer));
        desk.legal.clears();
        desk.talent.confirms(performer);
        desk.goesOn();
        desk.approver.approves();
        desk.runs("issueWrittenApproval");
    }

    private void poison() {
        ProcessInstance life = desk.runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(Models.APPROVAL_PROCESS)
                .processInstanceBusinessKey(desk.number())
                .singleResult();
        Arrays.stream(CaseVariable.values())
                .forEach(variable -> desk.runtime.setVariable(life.getId(), variable.id(), "x"));
    }

    private void assertThatTheTaskTellsTheTruth(Task task) {
        Map<String, Object> shown = desk.tasks.getVariables(task.getId());
        assertThat(shown)
                .containsEntry("title", desk.onRecord().title())
                .containsEntry("production", "El Eternauta")
                .containsEntry("requestNumber", desk.number())
                .containsEntry("askedFor", "Written approval");
        assertThat(shown.get("holdId"))
                .isEqualTo(life.suspensions.open(desk.number()).get(0).id());
        assertThat(task.getDueDate()).isAfter(Date.from(desk.clock.instant()));
    }

    private List<Task> holdTasks() {
        return tasks("decideOnHold");
    }

    private List<Task> conditionTasks() {
        return tasks("fulfilCondition");
    }

    private List<Task> tasks(String step) {
        return desk.tasks
                .createTaskQuery()
                .processInstanceBusinessKey(desk.number())
                .taskDefinitionKey(step)
                .list();
    }

    private String consentOf(String performer) {
        return desk.jdbc
                .sql("select id from clearance_consent where case_number = ? and performer = ?")
                .params(desk.number(), performer)
                .query(String.class)
                .single();
    }
}
