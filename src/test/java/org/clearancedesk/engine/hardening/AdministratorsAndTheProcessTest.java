package org.clearancedesk.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.clearancedesk.web.Submission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator tries again what failed and gives tasks to people; no case is taken off the way that its process has. */
@RunningDesk
class AdministratorsAndTheProcessTest {

    private static final Map<String, String> APPROVED = Map.of("approvalOutcome", "APPROVED");

    private final Floor floor;
    private final RuntimeService runtime;
    private final RepositoryService models;
    private final ManagementService jobs;
    private final TaskService tasks;
    private final HistoryService history;
    private final IdentityService identity;

    AdministratorsAndTheProcessTest(
            Floor floor,
            RuntimeService runtime,
            RepositoryService models,
            ManagementService jobs,
            TaskService tasks,
            HistoryService history,
            IdentityService identity) {
        this.floor = floor;
        this.runtime = runtime;
        this.models = models;
        this.jobs = jobs;
        this.tasks = tasks;
        this.history = history;
        this.identity = identity;
    }

    @Test
    void takeNoApprovalsProcessAwayAndAddNone() {
        String number = floor.approved(APPROVED);
        String life = process(number, "approval-in-force");
        Webapp admin = Webapp.of(floor, "admin");

        admin.delete("process-instance/" + life).expect(403);
        admin.post("process-instance/delete", Map.of("processInstanceIds", List.of(life)))
                .expect(403);
        admin.put("process-instance/" + life + "/suspended", Map.of("suspended", true))
                .expect(403);
        admin.put("process-instance/suspended", Map.of("suspended", true, "processDefinitionKey", "approval-in-force"))
                .expect(403);
        admin.put(
                        "process-definition/suspended",
                        Map.of("suspended", true, "processDefinitionKey", "approval-in-force"))
                .expect(403);
        for (String process : List.of("approval-in-force", "send-notice", "take-checkpoint")) {
            Map<String, Object> of = Map.of("businessKey", number, "variables", Map.of());
            admin.post("process-definition/key/" + process + "/submit-form", of).expect(403);
            admin.post("process-definition/" + definition(process) + "/submit-form", of)
                    .expect(403);
            admin.post("process-definition/key/" + process + "/start", of).expect(403);
        }

        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .processDefinitionKey("approval-in-force")
                        .active()
                        .list())
                .extracting(each -> each.getId())
                .containsExactly(life);
        floor.as("legal")
                .post("/api/requests/" + number + "/revocation", Map.of("reason", "Not ours."))
                .expect(204);
    }

    @Test
    void deleteNothingThatHappened() {
        String number = floor.sent("requester", Submission.lowRisk());
        floor.settle();
        String past = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey("genai-clearance")
                .singleResult()
                .getId();
        Webapp admin = Webapp.of(floor, "admin");

        admin.delete("history/process-instance/" + past).expect(403);
        admin.delete("history/process-instance/" + past + "/variable-instances").expect(403);
        admin.post("history/process-instance/delete", Map.of("historicProcessInstanceIds", List.of(past)))
                .expect(403);
        admin.post("history/process-instance/set-removal-time", Map.of("clearedRemovalTime", true))
                .expect(403);
        admin.post("history/cleanup", Map.of()).expect(403);
        admin.post("history/cleanup?immediatelyDue=true", Map.of()).expect(403);

        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(past)
                        .count())
                .isEqualTo(1);
        admin.post("history/process-instance", Map.of("processInstanceBusinessKey", number))
                .expect(200);
        admin.post("history/process-instance/count", Map.of()).expect(200);
    }

    @Test
    void moveNoDateAndEndNoTries() {
        String number = floor.approved(APPROVED);
        Job timer = jobs.createJobQuery()
                .processInstanceId(process(number, "approval-in-force"))
                .timers()
                .listPage(0, 1)
                .get(0);
        Webapp admin = Webapp.of(floor, "admin");

        admin.put("job/" + timer.getId() + "/duedate", Map.of("duedate", "2099-01-01T00:00:00.000+0000"))
                .expect(403);
        admin.post("job/" + timer.getId() + "/duedate/recalculate", Map.of()).expect(403);
        admin.put("job/" + timer.getId() + "/suspended", Map.of("suspended", true))
                .expect(403);
        for (Map<String, Object> retries : List.<Map<String, Object>>of(
                Map.of("retries", 0),
                Map.of("retries", 1),
                Map.of("retries", 99),
                Map.of("retries", 1, "dueDate", "2099-01-01T00:00:00.000+0000"))) {
            isRefused(admin.put("job/" + timer.getId() + "/retries", retries));
            if (!retries.equals(Map.of("retries", 1)) && !retries.equals(Map.of("retries", 99))) {
                isRefused(admin.put("job-definition/" + timer.getJobDefinitionId() + "/retries", retries));
            }
            Map<String, Object> many = new LinkedHashMap<>(retries);
            many.put("jobIds", List.of(timer.getId()));
            admin.post("job/retries", many).expect(403);
        }
        isRefused(admin.post("job/" + timer.getId() + "/execute", Map.of()));

        Job after = jobs.createJobQuery().jobId(timer.getId()).singleResult();
        assertThat(after.getDuedate()).isEqualTo(timer.getDuedate());
        assertThat(after.getRetries()).isEqualTo(timer.getRetries());
        assertThat(after.isSuspended()).isFalse();
    }

    @Test
    void tryAgainWhatHasFailed() {
        String number = floor.sent("requester", Submission.withLegalReview());
        Job job = jobs.createJobQuery()
                .processInstanceId(process(number, "send-notice"))
                .singleResult();
        jobs.setJobRetries(job.getId(), 0);
        Webapp admin = Webapp.of(floor, "admin");

        admin.put("job/" + job.getId() + "/retries", Map.of("retries", 1)).expect(204);
        admin.post("job/" + job.getId() + "/execute", Map.of()).expect(204);

        assertThat(jobs.createJobQuery().jobId(job.getId()).count()).isZero();
    }

    @Test
    void takeNoneOfTheTriesThatAFailedJobHasLeft() {
        String number = floor.sent("requester", Submission.withLegalReview());
        Job job = jobs.createJobQuery()
                .processInstanceId(process(number, "send-notice"))
                .singleResult();
        jobs.setJobRetries(job.getId(), 5);
        Webapp admin = Webapp.of(floor, "admin");

        // It has not failed yet.
        isRefused(admin.put("job/" + job.getId() + "/retries", Map.of("retries", 1)));
        isRefused(admin.put("job/" + job.getId() + "/retries", Map.of("retries", 7)));

        assertThat(jobs.createJobQuery().jobId(job.getId()).singleResult().getRetries())
                .isEqualTo(5);
        jobs.setJobRetries(job.getId(), 0);
        admin.put("job/" + job.getId() + "/retries", Map.of("retries", 2)).expect(204);
        assertThat(jobs.createJobQuery().jobId(job.getId()).singleResult().getRetries())
                .isEqualTo(2);
    }

    @Test
    void changeTheDatesOfATaskAndNothingElseOfIt() {
        String number = floor.sent("requester", Submission.withLegalReview());
        String id = floor.task(number, "reviewLegalExposure");
        Webapp admin = Webapp.of(floor, "admin");
        Task before = tasks.createTaskQuery().taskId(id).singleResult();

        for (Map.Entry<String, Object> change : Map.<String, Object>of(
                        "name", "Nothing to see here",
                        "assignee", "approver",
                        "owner", "approver",
                        "delegationState", "PENDING",
                        "description", "Please clear.",
                        "priority", 99)
                .entrySet()) {
            Map<String, Object> changed = asTasklistSends(admin, id);
            changed.put(change.getKey(), change.getValue());
            isRefused(admin.put("task/" + id, changed));
        }
        Map<String, Object> later = asTasklistSends(admin, id);
        later.put("due", "2027-01-04T09:00:00.000+0000");
        admin.put("task/" + id, later).expect(204);
        admin.post("task/" + id + "/assignee", Map.of("userId", "legal")).expect(204);

        Task after = tasks.createTaskQuery().taskId(id).singleResult();
        assertThat(after.getName()).isEqualTo(before.getName());
        assertThat(after.getAssignee()).isEqualTo("legal");
        assertThat(after.getDueDate()).isEqualTo("2027-01-04T09:00:00Z");
    }

    /** All that it has read of the task. */
    private static Map<String, Object> asTasklistSends(Webapp person, String task) {
        return new ObjectMapper()
                .convertValue(person.get("task/" + task).expect(200).json(), new TypeReference<>() {});
    }

    @ParameterizedTest
    @ValueSource(strings = {"approvers", "legal"})
    void putThemselvesIntoNoGroup(String group) {
        Webapp admin = Webapp.of(floor, "admin");
        floor.person("newcomer", "newcomer@desk.example");

        isRefused(admin.put("group/" + group + "/members/admin", Map.of()));
        admin.put("group/" + group + "/members/newcomer", Map.of()).expect(204);
        admin.delete("group/" + group + "/members/newcomer").expect(204);

        assertThat(identity.createGroupQuery().groupMember("admin").list())
                .extracting(each -> each.getId())
                .doesNotContain(group);
    }

    @ParameterizedTest
    @ValueSource(strings = {"netflix-contacts", "legal", "talent-relations", "approvers"})
    void haveNoSayInCasesWithTheirAccount(String group) {
        String other = "second-admin-" + group;
        String assigning = "assigning-" + group;
        String deciding = "deciding-" + group;
        floor.person(other, other + "@desk.example", "camunda-admin");
        floor.person(deciding, deciding + "@desk.example", group);
        floor.person(assigning, assigning + "@desk.example", "camunda-admin");
        Webapp admin = Webapp.of(floor, assigning);

        Answer joins = admin.put("group/" + group + "/members/" + other, Map.of());
        Answer rises = admin.put("group/camunda-admin/members/" + deciding, Map.of());

        isRefused(joins);
        isRefused(rises);
        assertThat(joins.text()).contains("An administrator has no say in cases");
        assertThat(groupsOf(other)).containsExactly("camunda-admin");
        assertThat(groupsOf(deciding)).containsExactly(group);
        assertThat(newestAttempt()).containsEntry("kind", "NOT_ALLOWED").containsEntry("who", assigning);
        admin.delete("group/" + group + "/members/" + deciding).expect(204);
        admin.put("group/camunda-admin/members/" + deciding, Map.of()).expect(204);
        admin.delete("user/" + other).expect(204);
        admin.delete("user/" + deciding).expect(204);
        Webapp.of(floor, "admin").delete("user/" + assigning).expect(204);
    }

    @Test
    void gainNoGroupByANewAccountOrAGrant() {
        Webapp admin = Webapp.of(floor, "admin");
        String name = "new-in-both";
        Map<String, Object> both = Map.of(
                "profile",
                Map.of("id", name, "firstName", "New", "lastName", "Comer", "email", name + "@desk.example"),
                "credentials",
                Map.of("password", "a new password"));

        admin.post("user/create", both).expect(204);
        admin.put("group/camunda-admin/members/" + name, Map.of()).expect(204);
        isRefused(admin.put("group/approvers/members/" + name, Map.of()));
        admin.post("authorization/create", Map.of("type", 1, "userId", name, "resourceType", 7, "resourceId", "*"))
                .expect(403);
        admin.put("group/requesters/members/" + name, Map.of()).expect(204);

        assertThat(groupsOf(name)).containsExactlyInAnyOrder("camunda-admin", "requesters");
        admin.delete("user/" + name).expect(204);
    }

    private List<String> groupsOf(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(each -> each.getId())
                .toList();
    }

    private Map<String, String> newestAttempt() {
        return new ObjectMapper()
                .convertValue(
                        floor.as("admin")
                                .get("/api/admin/refused-attempts?size=1")
                                .expect(200)
                                .json()
                                .get(0),
                        new TypeReference<>() {});
    }

    private static void isRefused(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(400, 404);
    }

    private String process(String number, String key) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey(key)
                .listPage(0, 1)
                .get(0)
                .getId();
    }

    private String definition(String process) {
        return models.createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }
}
