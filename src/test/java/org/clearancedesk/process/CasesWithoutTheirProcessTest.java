package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.approval.Suspension;
import org.clearancedesk.audit.RecordAudit;
import org.clearancedesk.audit.Roads;
import org.clearancedesk.audit.Verification.Broken;
import org.clearancedesk.engine.Models;
import org.clearancedesk.engine.health.CaseProcessesHealth;
import org.clearancedesk.operations.OperationsProperties;
import org.clearancedesk.register.CaseProcesses;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.actuate.health.Health;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody takes the process of a case away, or starts a second one: nothing would expire, suspend or revoke it any more.
 * What they did is undone after each test.
 */
@RunningDesk
@Transactional
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasesWithoutTheirProcessTest {

    private final Floor floor;
    private final RecordAudit audit;
    private final RuntimeService runtime;
    private final Approvals approvals;
    private final CaseProcesses processes;
    private final OperationsProperties operations;
    private String approved = "";
    private String waiting = "";
    private String revoked = "";
    private String disclosed = "";

    CasesWithoutTheirProcessTest(
            Floor floor,
            RecordAudit audit,
            RuntimeService runtime,
            Approvals approvals,
            CaseProcesses processes,
            OperationsProperties operations) {
        this.floor = floor;
        this.audit = audit;
        this.runtime = runtime;
        this.approvals = approvals;
        this.processes = processes;
        this.operations = operations;
    }

    @BeforeAll
    void casesUnderWayInForceAndOver() {
        Roads roads = new Roads(floor);
        approved = roads.approvedWithConsent();
        waiting = roads.waiting();
        revoked = roads.revoked();
        disclosed = roads.disclosed();
        assertThat(found()).as("untouched").isEmpty();
    }

    /** Of the cases of this story; others have changed theirs on purpose. */
    private List<Broken> found() {
        List<String> own = List.of(approved, waiting, revoked, disclosed);
        return audit.verify().broken().stream()
                .filter(broken -> own.contains(broken.number()))
                .toList();
    }

    private String instance(String process, String number) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
    }

    private void assertNamed(String number, String reason) {
        assertThat(found()).singleElement().satisfies(broken -> {
            assertThat(broken.number()).isEqualTo(number);
            assertThat(broken.at()).isEqualTo("process");
            assertThat(broken.reason()).isEqualTo(reason);
        });
        assertThat(audit.verify(number)).as("on its own").hasSize(1);
    }

    @Test
    void anApprovalWhoseProcessIsGoneIsNamed() {
        runtime.deleteProcessInstance(instance(Models.APPROVAL_PROCESS, approved), "tidied up");

        assertNamed(approved, "The approval has no process any more: nothing suspends it, and it never ends.");
    }

    @Test
    void anApprovalWithASecondProcessIsNamed() {
        second(Models.APPROVAL_PROCESS, approved, "bothOver");

        assertNamed(approved, "2 processes act on the approval; there must be one.");
    }

    @Test
    void anApprovalWhoseProcessIsStoppedIsNamed() {
        runtime.suspendProcessInstanceById(instance(Models.APPROVAL_PROCESS, approved));

        assertNamed(approved, "The process of the approval is stopped: nothing suspends it, and it never ends.");
    }

    @Test
    void anApprovalThatIsSuspendedNeedsItsProcessToo() {
        approvals.suspend(approvals
                .begin(approved, new Suspension(Suspension.Cause.SCOPE_CHANGED, "the use", "It grew."), "requester")
                .id());
        assertThat(found()).isEmpty();
        runtime.deleteProcessInstance(instance(Models.APPROVAL_PROCESS, approved), "tidied up");

        assertNamed(approved, "The approval has no process any more: nothing suspends it, and it never ends.");
    }

    @Test
    void aRequestUnderWayWhoseProcessIsGoneIsNamed() {
        runtime.deleteProcessInstance(instance(Models.PROCESS, waiting), "tidied up");

        assertNamed(waiting, "The request has no process any more: nobody can decide it.");
    }

    @Test
    void aRequestUnderWayWithASecondProcessIsNamed() {
        second(Models.PROCESS, waiting, "sendRefusal");

        assertNamed(waiting, "2 processes act on the request; there must be one.");
    }

    @Test
    void aRequestUnderWayThatActsAsAnApprovalIsNamed() {
        second(Models.APPROVAL_PROCESS, waiting, "bothOver");

        assertNamed(waiting, "A process of an approval acts on it, but there is no approval in force.");
    }

    @Test
    void anApprovalThatIsOverAndALooseProcessForItIsNamed() {
        second(Models.APPROVAL_PROCESS, revoked, "bothOver");

        assertNamed(revoked, "A process of an approval acts on it, but there is no approval in force.");
    }

    @Test
    void theHealthGroupOfOperationsNamesThem() {
        assertThat(new CaseProcessesHealth(processes, operations).health().getStatus())
                .isEqualTo(org.springframework.boot.actuate.health.Status.UP);
        runtime.deleteProcessInstance(instance(Models.APPROVAL_PROCESS, approved), "tidied up");
        second(Models.PROCESS, waiting, "sendRefusal");

        Health health = new CaseProcessesHealth(processes, operations).health();

        assertThat(health.getStatus().getCode()).isEqualTo("DEGRADED");
        assertThat(health.getDetails())
                .containsEntry(
                        "casesWithoutTheirProcess",
                        Stream.of(approved, waiting).sorted().toList());
    }

    @Test
    void whatIsOverNeedsNone() {
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(disclosed)
                        .processDefinitionKey(Models.PROCESS)
                        .count())
                .isZero();
        assertThat(audit.verify(disclosed)).isEmpty();
        assertThat(audit.verify(revoked)).isEmpty();
    }

    @Test
    void anApprovalThatHasExpiredKeepsItsProcessUntilItIsClosedOut() {
        approvals.expire(approved);
        assertThat(found()).isEmpty();
        runtime.deleteProcessInstance(instance(Models.APPROVAL_PROCESS, approved), "tidied up");

        assertNamed(approved, "The approval has no process any more: its use can no longer be closed out.");
    }

    /** As somebody with the engine in their hands can start one. */
    private void second(String process, String number, String at) {
        Map<String, Object> variables = new HashMap<>();
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(number)
                .list()
                .forEach(own -> variables.putAll(runtime.getVariables(own.getId())));
        runtime.createProcessInstanceByKey(process)
                .businessKey(number)
                .setVariables(variables)
                .startBeforeActivity(at)
                .execute(true, true);
    }
}
