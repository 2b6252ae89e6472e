package org.clearancedesk.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.clearancedesk.people.RefusedAttempt;
import org.clearancedesk.people.RefusedAttempts;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.clearancedesk.web.Submission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RunningDesk
class OnlyWhoClaimedATaskAnswersItTest {

    private static final Map<String, Object> CLEARED =
            Map.of("variables", Map.of("legalOutcome", Map.of("type", "String", "value", "CLEARED")));

    private final Floor floor;
    private final TaskService tasks;
    private final RefusedAttempts attempts;

    OnlyWhoClaimedATaskAnswersItTest(Floor floor, TaskService tasks, RefusedAttempts attempts) {
        this.floor = floor;
        this.tasks = tasks;
        this.attempts = attempts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form"})
    void notACandidateWhoDidNotAndNotAnotherCandidateAfterwards(String way) {
        String hasty = "hasty-" + way;
        String other = "other-" + way;
        floor.person(hasty, hasty + "@desk.example", "legal");
        floor.person(other, other + "@desk.example", "legal");
        String chief = "chief-" + way;
        floor.person(chief, chief + "@desk.example", "camunda-admin");
        String number = floor.sent("requester", Submission.withLegalReview());
        String task = floor.task(number, "reviewLegalExposure");
        Webapp candidate = Webapp.of(floor, hasty);

        isRefused(candidate.post("task/" + task + "/" + way, CLEARED), hasty, number);

        candidate.post("task/" + task + "/claim", Map.of("userId", hasty)).expect(204);
        isRefused(Webapp.of(floor, other).post("task/" + task + "/" + way, CLEARED), other, number);
        isRefused(Webapp.of(floor, chief).post("task/" + task + "/" + way, CLEARED), chief, number);

        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isEqualTo(hasty);
        candidate.post("task/" + task + "/" + way, CLEARED).expect(204);
    }

    @Test
    void andNobodyTakesItAwayByClaimingItForNobody() {
        floor.person("holder-of-it", "holder-of-it@desk.example", "legal");
        floor.person("taker-of-it", "taker-of-it@desk.example", "legal");
        String task = floor.task(floor.sent("requester", Submission.withLegalReview()), "reviewLegalExposure");
        Webapp.of(floor, "holder-of-it")
                .post("task/" + task + "/claim", Map.of("userId", "holder-of-it"))
                .expect(204);

        Answer taken = Webapp.of(floor, "taker-of-it").post("task/" + task + "/claim", "{\"userId\": null}");

        assertThat(taken.status()).isEqualTo(400);
        assertThat(taken.text()).contains("Somebody else has this task.");
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isEqualTo("holder-of-it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unclaim", "assignee"})
    void andWhoeverHasItHandsItBackToItsGroupAndNobodyElseDoes(String way) {
        String holder = "holder-" + way;
        String other = "bystander-" + way;
        floor.person(holder, holder + "@desk.example", "legal");
        floor.person(other, other + "@desk.example", "legal");
        String number = floor.sent("requester", Submission.withLegalReview());
        String task = floor.task(number, "reviewLegalExposure");
        Webapp.of(floor, holder)
                .post("task/" + task + "/claim", Map.of("userId", holder))
                .expect(204);

        Answer taken = Webapp.of(floor, other).post("task/" + task + "/" + way, "{\"userId\": null}");
        assertThat(taken.status()).isEqualTo(403);
        assertThat(assignee(task)).isEqualTo(holder);

        Webapp.of(floor, holder)
                .post("task/" + task + "/" + way, "{\"userId\": null}")
                .expect(204);
        assertThat(assignee(task)).isNull();
        assertThat(tasks.getIdentityLinksForTask(task))
                .extracting(IdentityLink::getGroupId)
                .containsExactly("legal");
        Webapp.of(floor, other)
                .post("task/" + task + "/claim", Map.of("userId", other))
                .expect(204);
        Webapp.of(floor, other).post("task/" + task + "/complete", CLEARED).expect(204);
    }

    @Test
    void andWhoeverHasItGivesItToNobodyElse() {
        floor.person("giver-of-it", "giver-of-it@desk.example", "legal");
        floor.person("given-to", "given-to@desk.example", "legal");
        String task = floor.task(floor.sent("requester", Submission.withLegalReview()), "reviewLegalExposure");
        Webapp giver = Webapp.of(floor, "giver-of-it");
        giver.post("task/" + task + "/claim", Map.of("userId", "giver-of-it")).expect(204);

        Answer given = giver.post("task/" + task + "/assignee", Map.of("userId", "given-to"));

        assertThat(given.status()).isEqualTo(403);
        assertThat(assignee(task)).isEqualTo("giver-of-it");
    }

    @Test
    void andARequestThatComesBackStaysWithWhoMadeIt() {
        String number = floor.sent("requester", Submission.withLegalReview());
        floor.completes(
                "legal",
                number,
                "reviewLegalExposure",
                Map.of("legalOutcome", "CHANGES_NEEDED", "legalReason", "Which scene?"));
        String task = floor.task(number, "amendRequest");

        Answer left = Webapp.of(floor, "requester").post("task/" + task + "/unclaim", Map.of());

        assertThat(left.status()).isEqualTo(400);
        assertThat(left.text()).contains("This task stays with whoever made the request.");
        assertThat(assignee(task)).isEqualTo("requester");
    }

    private String assignee(String task) {
        return tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
    }

    @ParameterizedTest
    @ValueSource(strings = {"resolve", "delegate"})
    void andNobodyResolvesOrDelegatesOne(String way) {
        String number = floor.sent("requester", Submission.withLegalReview());
        String task = floor.task(number, "reviewLegalExposure");
        String person = "candidate-" + way;
        floor.person(person, person + "@desk.example", "legal");
        Webapp candidate = Webapp.of(floor, person);
        String before = tasks.getVariables(task).toString();

        Answer answer = candidate.post(
                "task/" + task + "/" + way,
                Map.of("userId", person, "variables", Map.of("tier", Map.of("value", "LOW"))));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(tasks.getVariables(task)).hasToString(before);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getDelegationState())
                .isNull();
        assertThat(attempts.newest(0, 50)).anySatisfy(attempt -> {
            assertThat(attempt.who()).isEqualTo(person);
            assertThat(attempt.kind()).isEqualTo(RefusedAttempt.Kind.NOT_ALLOWED);
            assertThat(attempt.route()).endsWith("/" + way);
        });
    }

    private void isRefused(Answer answer, String user, String number) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("Only whoever has claimed this task can answer it.");
        assertThat(attempts.newest(0, 50)).anySatisfy(attempt -> {
            assertThat(attempt.who()).isEqualTo(user);
            assertThat(attempt.kind()).isEqualTo(RefusedAttempt.Kind.STEP_REFUSED);
            assertThat(attempt.number()).isEqualTo(number);
        });
    }
}
