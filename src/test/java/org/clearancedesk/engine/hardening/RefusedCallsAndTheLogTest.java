package org.clearancedesk.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.LogLines;
import org.clearancedesk.web.RunningDesk;
import org.clearancedesk.web.Submission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody asks for wrongly is said to them. The log is for what the desk does wrong, and nobody fills it by asking. */
@RunningDesk
class RefusedCallsAndTheLogTest {

    @RegisterExtension
    private final LogLines log = new LogLines();

    private final Floor floor;
    private final TaskService tasks;

    RefusedCallsAndTheLogTest(Floor floor, TaskService tasks) {
        this.floor = floor;
        this.tasks = tasks;
    }

    @ParameterizedTest
    @CsvSource({
        "GET, process-instance/nosuch/variables/tier",
        "GET, process-instance/nosuch/variables",
        "GET, task/nosuch/variables/tier",
        "GET, task/nosuch/variables/tier/data",
        "GET, task/nosuch/localVariables/tier",
        "GET, execution/nosuch/localVariables/tier",
        "GET, execution/nosuch/localVariables/tier/data",
        "GET, process-instance/nosuch/variables/tier/data",
        "GET, task/nosuch/form",
        "GET, task/nosuch",
        "GET, process-definition/nosuch",
        "GET, job/nosuch/stacktrace",
        "GET, user/nosuch/profile",
        "GET, history/variable-instance/nosuch/data",
        "DELETE, user/nosuch",
        "POST, task/nosuch/claim",
        "POST, task/nosuch/complete",
        "POST, task/nosuch/submit-form",
        "PUT, user/nosuch/profile",
        "PUT, job/nosuch/retries",
    })
    void whatIsNotThereIsNoFailure(String method, String path) {
        Webapp admin = Webapp.of(floor, "admin");

        Answer answer = admin.send(method, path, method.startsWith("P") ? Map.of("userId", "x", "retries", 1) : null);

        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        assertThat(log.from(Level.WARN)).isEmpty();
    }

    @Test
    void aVariableThatIsNotThereIsNoFailureEither() {
        String number = floor.sent("requester", Submission.withLegalReview());
        String task = floor.task(number, "reviewLegalExposure");
        String instance = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
        Webapp admin = Webapp.of(floor, "admin");

        for (String path : List.of(
                "process-instance/" + instance + "/variables/nosuch",
                "process-instance/" + instance + "/variables/nosuch/data",
                "execution/" + instance + "/localVariables/nosuch",
                "task/" + task + "/variables/nosuch",
                "task/" + task + "/localVariables/nosuch/data")) {
            assertThat(admin.get(path).status()).as(path).isBetween(400, 499);
        }
        assertThat(log.from(Level.WARN)).isEmpty();
    }

    @Test
    void theSearchesOfCockpitAreBoundedToo() {
        Webapp admin = Webapp.of(floor, "admin");
        String cockpit = "/camunda/api/cockpit/plugin/base/default/";
        List<String> many = Collections.nCopies(2_001, "x");

        for (Answer answer : List.of(
                admin.post(cockpit + "process-instance", Map.of("activityIdIn", many)),
                admin.post(cockpit + "process-instance/count", Map.of("activityIdIn", many)),
                admin.post(cockpit + "incident", Map.of("processInstanceIdIn", many)),
                admin.post(cockpit + "process-instance?firstResult=-1&maxResults=1", Map.of()),
                admin.post(cockpit + "incident?firstResult=%2D1&maxResults=1", Map.of()),
                admin.post(cockpit + "process-instance", "null"),
                admin.post(
                        cockpit + "process-instance",
                        Map.of("variables", List.of(Map.of("name", "x", "operator", "like", "value", 1)))))) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        }
        admin.post(cockpit + "process-instance?firstResult=0&maxResults=1", Map.of("activityIdIn", List.of("x")))
                .expect(200);
        assertThat(log.from(Level.WARN)).isEmpty();
    }

    @Test
    void namesThatTheEngineDoesNotTakeStayOutOfIt() {
        Webapp admin = Webapp.of(floor, "admin");

        admin.post(
                "user/create",
                Map.of(
                        "profile",
                        Map.of("id", "zenobia quill", "firstName", "Z", "lastName", "Q", "email", "z.q@desk.example"),
                        "credentials",
                        Map.of("password", "a new password")));
        admin.post("group/create", Map.of("id", "zenobia's", "name", "x".repeat(5_000), "type", "WORKFLOW"));
        admin.post("task", Map.of("sorting", List.of(Map.of("sortBy", "zenobia", "sortOrder", "asc"))));
        admin.post("filter/create", Map.of("name", "zenobia".repeat(100), "resourceType", "Task", "query", Map.of()));

        assertThat(log.from(Level.WARN)).isEmpty();
    }
}
