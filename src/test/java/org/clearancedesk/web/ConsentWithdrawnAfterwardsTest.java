package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.clearancedesk.register.LetterRepository;
import org.junit.jupiter.api.Test;

/** Whoever holds an approval cannot keep it in force by what they send along. */
@RunningDesk
class ConsentWithdrawnAfterwardsTest {

    private final Floor floor;
    private final TaskService tasks;
    private final LetterRepository letters;
    private final Consented consented;

    ConsentWithdrawnAfterwardsTest(Floor floor, TaskService tasks, LetterRepository letters) {
        this.floor = floor;
        this.tasks = tasks;
        this.letters = letters;
        this.consented = new Consented(floor);
    }

    @Test
    void suspendsAnApprovalWhoseHolderTriedToPreventIt() {
        String number = consented.approved("Ana Poison", "POISON-1");
        String task = floor.task(number, "closeOutUse");
        Visitor holder = floor.signedIn("requester").inTasklist();
        String before = tasks.getVariables(task).toString();

        for (String way : List.of("complete", "submit-form", "resolve")) {
            for (String name : List.of("tier", "request", "requester", "title", "holdId")) {
                Answer answer = holder.tasklist(
                        "POST",
                        "/task/" + task + "/" + way,
                        Map.of(
                                "variables",
                                Map.of(
                                        "closeOut",
                                        Map.of("type", "Json", "value", "{\"used\":false}"),
                                        name,
                                        Map.of("value", "x"))));
                assertThat(answer.status()).as(answer.text()).isIn(400, 403);
            }
        }
        assertThat(tasks.getVariables(task)).hasToString(before);
        holder.tasklist(
                        "POST",
                        "/task/" + task + "/submit-form",
                        Map.of("variables", Map.of("closeOut", Map.of("type", "Json", "value", "{\"used\":false}"))))
                .expect(204);

        floor.as("talent")
                .post("/api/consents/" + consented.idOf(number) + "/withdrawal", Map.of("reason", "By mail."))
                .expect(204);

        assertThat(consented.stateOf(number)).isEqualTo("WITHDRAWN");
        assertThat(consented.statusOf(number)).isEqualTo("SUSPENDED");
        assertThat(floor.nobody()
                        .get("/verify/" + letters.ofCase(number).orElseThrow().number())
                        .text())
                .containsIgnoringCase("suspended");
    }
}
