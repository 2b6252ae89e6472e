package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.task.Task;
import org.clearancedesk.approval.Suspension;
import org.clearancedesk.engine.Models;
import org.clearancedesk.intake.Step;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.register.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each step takes what it asks for. Whoever completes it, in whatever way, gives no other variable along. */
@Scenario
class VariablesThatNobodyAskedForTest {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z]+");

    /** The engine's own, and what a model of another desk might look at. */
    private static final List<String> FURTHER = List.of(
            "loopCounter",
            "nrOfInstances",
            "nrOfActiveInstances",
            "nrOfCompletedInstances",
            "decisionResult",
            "notice",
            "correlation",
            "execution",
            "task",
            "anything",
            "CLOSEOUT",
            "",
            " ",
            "closeOut ");

    private final Desk desk;
    private final Life life;
    private final Person admin;

    VariablesThatNobodyAskedForTest(Desk desk, Life life) {
        this.desk = desk;
        this.life = life;
        this.admin = desk.person("admin-of-variables", DeskGroup.ADMINS);
    }

    /** Every name of the catalogue, every identifier in an expression of a model, and more. */
    private static Set<String> names() {
        Set<String> names = new TreeSet<>(FURTHER);
        Arrays.stream(CaseVariable.values()).map(CaseVariable::id).forEach(names::add);
        ModelText.ALL.stream()
                .flatMap(model -> model.expressions().stream())
                .flatMap(expression -> NAME.matcher(expression).results())
                .map(found -> found.group())
                .forEach(names::add);
        return names;
    }

    /** A case that waits at the step, before the person whose it is. */
    private Person waitingAt(Step step) {
        switch (step) {
            case ASSESS_ESCALATED_USE -> desk.requester.asksFor(Use.inDoubt());
            case REVIEW_LEGAL_EXPOSURE -> desk.requester.asksFor(Use.keyVisual());
            case CONFIRM_CONSENT -> desk.requester.asksFor(Use.deAgeing("Ana"));
            case APPROVE_IN_WRITING -> {
                desk.requester.asksFor(Use.keyVisual());
                desk.legal.clears();
                desk.goesOn();
            }
            case AMEND_REQUEST -> {
                desk.requester.asksFor(Use.keyVisual());
                desk.legal.wantsLegalChanges("Please name the shots.");
                desk.goesOn();
            }
            case FULFIL_CONDITION -> life.begins("Keep the prompts.");
            case DECIDE_ON_HOLD -> {
                life.begins();
                life.holdsUp(desk.talent, Suspension.Cause.CONSENT_LIMITED, "Ana", "Only in Spanish.");
            }
            case CLOSE_OUT_USE -> life.begins();
        }
        return switch (step) {
            case ASSESS_ESCALATED_USE -> desk.contact;
            case REVIEW_LEGAL_EXPOSURE, DECIDE_ON_HOLD -> desk.legal;
            case CONFIRM_CONSENT -> desk.talent;
            case APPROVE_IN_WRITING -> desk.approver;
            case AMEND_REQUEST, FULFIL_CONDITION, CLOSE_OUT_USE -> desk.requester;
        };
    }

    private static Map<String, Object> answers(Step step) {
        return switch (step) {
            case ASSESS_ESCALATED_USE -> Answers.assessment("APPROVAL_NEEDED");
            case REVIEW_LEGAL_EXPOSURE -> Answers.legalClears();
            case CONFIRM_CONSENT -> Answers.consentConfirmed();
            case APPROVE_IN_WRITING -> Answers.approved();
            case AMEND_REQUEST -> Map.of("request", Use.keyVisual().request());
            case FULFIL_CONDITION ->
                Map.of("conditionOutcome", "FULFILLED", "conditionReason", "They are in the vault.");
            case DECIDE_ON_HOLD -> Map.of("holdOutcome", "RELEASED", "holdReason", "Dubbed again.");
            case CLOSE_OUT_USE -> Map.of("closeOut", Map.of("used", false));
        };
    }

    @ParameterizedTest
    @EnumSource
    void areRefusedAtEveryStepUnderEveryNameAndTheStepStillWorks(Step step) {
        Person person = waitingAt(step);
        Task task = desk.task(TaskIds.idOf(step));
        if (task.getAssignee() == null) {
            person.takes(TaskIds.idOf(step));
        }
        String before = desk.tasks.getVariables(task.getId()).toString();
        Set<String> others = names();
        others.removeAll(CaseVariable.askedAt(step).keySet());

        for (String name : others) {
            Map<String, Object> all = new HashMap<>(answers(step));
            all.put(name, "x");
            assertThatThrownBy(() -> submits(person, task, all)).as(name).satisfies(this::isRefusal);
            assertThatThrownBy(() -> completes(person, task, all)).as(name).satisfies(this::isRefusal);
            assertThatThrownBy(() -> completes(admin, task, all)).as(name).satisfies(this::isRefusal);
        }
        for (Person who : List.of(person, admin)) {
            assertThatThrownBy(() -> resolves(who, task, Map.of("tier", "x"))).satisfies(this::isRefusal);
        }

        assertThat(desk.tasks.getVariables(task.getId())).hasToString(before);
        submits(person, task, answers(step));
        assertThat(desk.tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void areRefusedWhenTheTypeIsAnother(Step step) {
        Person person = waitingAt(step);
        Task task = desk.task(TaskIds.idOf(step));
        if (task.getAssignee() == null) {
            person.takes(TaskIds.idOf(step));
        }

        CaseVariable.askedAt(step).forEach((name, type) -> {
            for (Object other :
                    List.of(true, 1, 2.0, new java.util.Date(0), type == String.class ? Map.of("a", "b") : "a text")) {
                Map<String, Object> all = new HashMap<>(answers(step));
                all.put(name, other);
                assertThatThrownBy(() -> submits(person, task, all))
                        .as("%s as %s", name, other)
                        .hasMessageContaining("“%s” is not of the type that is asked for here.".formatted(name));
            }
        });
        submits(person, task, answers(step));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tier", "verdict", "requester", "approvalOutcome", "requestNumber", "initiator", ""})
    void areRefusedWithTheIntakeForm(String name) {
        long before = desk.runtime.createProcessInstanceQuery().count();

        assertThatThrownBy(() -> desk.requester.sendsTheForm(
                        Map.of("request", Use.keyVisual().request(), name, "x")))
                .hasMessageContaining("“%s” is not asked for here".formatted(name));
        assertThatThrownBy(() -> desk.requester.sendsTheForm(Map.of("request", "a text")))
                .hasMessageContaining("“request” is not of the type");

        assertThat(desk.runtime.createProcessInstanceQuery().count()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {Models.APPROVAL_PROCESS, Models.NOTICE_PROCESS, Models.CHECKPOINT_PROCESS})
    void startNoOtherProcessFromOutside(String process) {
        String number = desk.requester.asksFor(Use.keyVisual());
        String definition = desk.definitionOf(process);
        long before = desk.runtime.createProcessInstanceQuery().count();

        for (Person who : List.of(desk.requester, admin)) {
            assertThatThrownBy(() -> desk.as(
                            who.name(), () -> desk.forms.submitStartForm(definition, number, desk.variables(Map.of()))))
                    .isInstanceOfAny(AuthorizationException.class, BadUserRequestException.class);
        }

        assertThat(desk.runtime.createProcessInstanceQuery().count()).isEqualTo(before);
    }

    @Test
    void leaveNoApprovalThatCannotBeSuspendedReleasedRevokedOrExpired() {
        for (Step step : List.of(Step.CLOSE_OUT_USE, Step.FULFIL_CONDITION)) {
            waitingAt(step);
            Task task = desk.task(TaskIds.idOf(step));
            for (String name : List.of("tier", "request", "holdId", "requester", "title", "production", "dueAt")) {
                Map<String, Object> all = new HashMap<>(answers(step));
                all.put(name, "x");
                assertThatThrownBy(() -> submits(desk.requester, task, all)).satisfies(this::isRefusal);
            }
            submits(desk.requester, task, answers(step));

            life.holdsUp(desk.talent, Suspension.Cause.CONSENT_WITHDRAWN, "Ana", "Withdrawn.");
            assertThat(life.status()).isEqualTo(Status.SUSPENDED);
            desk.legal.answers("decideOnHold", Map.of("holdOutcome", "RELEASED", "holdReason", "Given anew."));
            assertThat(life.status()).isEqualTo(Status.APPROVED);
            if (step == Step.CLOSE_OUT_USE) {
                life.revokes(desk.legal, "Not ours.");
                assertThat(life.status()).isEqualTo(Status.REVOKED);
            } else {
                life.goesOnFor(Duration.ofDays(760));
                assertThat(life.status()).isEqualTo(Status.EXPIRED);
            }
        }
    }

    private void isRefusal(Throwable refused) {
        assertThat(refused).isInstanceOfAny(BadUserRequestException.class, AuthorizationException.class);
        assertThat(refused.getMessage())
                .matches(message -> Stream.of("is not asked for here", "claim it first", "takes the road", "TASK_WORK")
                        .anyMatch(message::contains));
    }

    private void submits(Person who, Task task, Map<String, Object> answers) {
        desk.as(who.name(), () -> {
            desk.forms.submitTaskForm(task.getId(), desk.variables(answers));
            return task;
        });
    }

    private void completes(Person who, Task task, Map<String, Object> answers) {
        desk.as(who.name(), () -> {
            desk.tasks.complete(task.getId(), desk.variables(answers));
            return task;
        });
    }

    private void resolves(Person who, Task task, Map<String, Object> answers) {
        desk.as(who.name(), () -> {
            desk.tasks.resolveTask(task.getId(), desk.variables(answers));
            return task;
        });
    }
}
