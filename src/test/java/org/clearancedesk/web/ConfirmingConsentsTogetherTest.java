package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.clearancedesk.audit.RecordAudit;
import org.junit.jupiter.api.Test;

/** Several people of talent relations confirm the consents of one request, each another person's, all at the same time. */
@RunningDesk
class ConfirmingConsentsTogetherTest {

    private static final int PERFORMERS = 12;
    private static final int COLLEAGUES = 4;

    private final Floor floor;
    private final TaskService tasks;
    private final ObjectMapper json;
    private final RecordAudit audit;

    ConfirmingConsentsTogetherTest(Floor floor, TaskService tasks, ObjectMapper json, RecordAudit audit) {
        this.floor = floor;
        this.tasks = tasks;
        this.json = json;
        this.audit = audit;
    }

    @Test
    void letsEveryOneOfThemThrough() throws Exception {
        List<Map<String, Object>> people = IntStream.range(0, PERFORMERS)
                .mapToObj(i -> Submission.performer("Together " + i, "PRINCIPAL"))
                .toList();
        Map<String, Object> request =
                Submission.with(Consented.request("Together", "TOGETHER-1"), "performers", people);
        String number = floor.sent("requester", request);
        floor.settle();
        List<Task> waiting = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey("confirmConsent")
                .list();
        assertThat(waiting).hasSize(PERFORMERS);

        List<Integer> answers = new ArrayList<>();
        ExecutorService colleagues = Executors.newFixedThreadPool(COLLEAGUES);
        try {
            List<Future<List<Integer>>> all = new ArrayList<>();
            for (int i = 0; i < COLLEAGUES; i++) {
                String name = "together" + i;
                floor.person(name, name + "@desk.example", "talent-relations");
                Visitor person = floor.signedIn(name).inTasklist();
                int own = i;
                all.add(colleagues.submit(() -> IntStream.range(0, PERFORMERS)
                        .filter(task -> task % COLLEAGUES == own)
                        .mapToObj(waiting::get)
                        .map(task -> confirms(person, name, task.getId()))
                        .toList()));
            }
            for (Future<List<Integer>> one : all) {
                answers.addAll(one.get(120, TimeUnit.SECONDS));
            }
        } finally {
            colleagues.shutdownNow();
        }

        assertThat(answers).hasSize(PERFORMERS).containsOnly(204);
        assertThat(floor.as("talent")
                        .get("/api/consents?state=GIVEN&size=50&q=" + number)
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(PERFORMERS);
        assertThat(audit.verify(number)).isEmpty();
    }

    private int confirms(Visitor person, String name, String task) {
        person.tasklist("POST", "/task/" + task + "/claim", Map.of("userId", name))
                .expect(204);
        Map<String, Object> variables = Map.of(
                "consentOutcome", Map.of("value", "CONFIRMED", "type", "String"),
                "consent", Map.of("value", written(Consented.terms("TOGETHER-1")), "type", "Json"));
        return person.tasklist("POST", "/task/" + task + "/submit-form", Map.of("variables", variables))
                .status();
    }

    private String written(Map<String, Object> terms) {
        try {
            return json.writeValueAsString(terms);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
