package org.clearancedesk.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;

/** Somebody who works with the desk, signed in under their own name, with their own rights and the desk's forms. */
final class Person {

    private final String name;
    private final Desk desk;

    Person(String name, Desk desk) {
        this.name = name;
        this.desk = desk;
    }

    String name() {
        return name;
    }

    /** Sends a request over the API; the story goes on with its case. */
    String asksFor(Use use) {
        return desk.follow(desk.as(name, () -> desk.process.start(use.read())));
    }

    /** Sends the intake form in Tasklist. */
    String sendsTheForm(Map<String, Object> variables) {
        return desk.follow(desk.as(name, () -> desk.forms
                .submitStartForm(desk.definition(), desk.variables(variables))
                .getBusinessKey()));
    }

    void assesses(String outcome) {
        answers("assessEscalatedUse", Answers.assessment(outcome));
    }

    void clears() {
        answers("reviewLegalExposure", Answers.legalClears());
    }

    void clearsOnCondition(String... conditions) {
        answers("reviewLegalExposure", Answers.legalConditions(conditions));
    }

    void wantsLegalChanges(String reason) {
        answers("reviewLegalExposure", Answers.legal("CHANGES_NEEDED", reason));
    }

    void refusesLegally(String reason) {
        answers("reviewLegalExposure", Answers.legal("REFUSED", reason));
    }

    void confirms(String performer) {
        answersOn(performer, Answers.consentConfirmed());
    }

    void saysOf(String performer, String outcome, String reason) {
        answersOn(performer, Answers.consent(outcome, reason));
    }

    void approves() {
        answers("approveInWriting", Answers.approved());
    }

    void wantsChangesBeforeApproval(String reason) {
        answers("approveInWriting", Answers.approval("CHANGES_NEEDED", reason));
    }

    void refusesApproval(String reason) {
        answers("approveInWriting", Answers.approval("REFUSED", reason));
    }

    void amends(Use use) {
        answers("amendRequest", Map.of("request", use.request()));
    }

    void withdraws(String reason) {
        desk.withdraws(name, reason);
    }

    void takes(String step) {
        Task task = desk.task(step);
        desk.as(name, () -> {
            desk.tasks.claim(task.getId(), name);
            return task;
        });
    }

    /** Fills in the form of a step and completes it. */
    void answers(String step, Map<String, Object> answers) {
        complete(desk.task(step), answers);
    }

    void answersOn(String performer, Map<String, Object> answers) {
        complete(desk.consentTask(performer), answers);
    }

    /** Answers as the form asks, and puts something else in besides. */
    void answersWith(String step, Map<String, Object> answers, Map<String, Object> besides) {
        Map<String, Object> all = new HashMap<>(answers);
        all.putAll(besides);
        answers(step, all);
    }

    /** Whoever is refused gives the task back, so that somebody else can take it. */
    private void complete(Task task, Map<String, Object> answers) {
        boolean taken = task.getAssignee() == null;
        desk.as(name, () -> {
            if (taken) {
                desk.tasks.claim(task.getId(), name);
            }
            try {
                desk.forms.submitTaskForm(task.getId(), desk.variables(answers));
            } catch (RuntimeException refused) {
                if (taken) {
                    desk.tasks.claim(task.getId(), null);
                }
                throw refused;
            }
            return task;
        });
    }
}
