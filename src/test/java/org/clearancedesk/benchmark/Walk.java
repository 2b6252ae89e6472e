package org.clearancedesk.benchmark;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.clearancedesk.review.ConsentRules;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Walks requests from the intake to the approval, up to where the letter would be issued. Every engine is walked by this
 * same code: people look for their task, claim it and complete it; continuations run at once, as the job executor is off.
 */
final class Walk {

    private static final Map<String, Object> LEGAL = Map.of(
            "legalOutcome", "CLEARED_WITH_CONDITIONS",
            "legalReason", "The input stays inside the enterprise tool.",
            "legalConditions", json("[\"Keep the list of shots, prompts and source plates with the delivery.\"]"));
    private static final Map<String, Object> APPROVAL =
            Map.of("approvalOutcome", "APPROVED", "approvalReason", "For the shots as described.");

    /** Starts a request as the person who is signed in, and tells its number. */
    interface Intake {
        String start(AskedCase asked);
    }

    private final Intake intake;
    private final IdentityService identity;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;

    Walk(ProcessEngine engine, Intake intake) {
        this.intake = intake;
        this.identity = engine.getIdentityService();
        this.tasks = engine.getTaskService();
        this.runtime = engine.getRuntimeService();
        this.management = engine.getManagementService();
    }

    /** A consent of the kind that the request is about. */
    private static Map<String, Object> consent(AskedCase asked) {
        String kind =
                ConsentRules.kindsFor(asked.request().facts()).iterator().next().name();
        return Map.of("consentOutcome", "CONFIRMED", "consent", json(consentText(kind)));
    }

    /** The terms of a consent of that kind, as JSON. */
    static String consentText(String kind) {
        return """
                        {"representative": "Talent agency of the lead", "agreement": "SAG-AFTRA TV/Theatrical",
                         "agreementVersion": "2023", "kind": "KIND", "use": "Likeness in the shots of the title, as scripted",
                         "signedSeparately": true, "signedOn": "2024-02-12", "noticeGivenAt": "2024-02-12T10:00",
                         "firstUseAt": "2024-02-20T08:00", "engagedLater": false, "languages": ["Spanish"],
                         "term": "This picture only", "titles": ["BENCH-1"], "exception": "NONE",
                         "compensation": "Days the performer would have worked, with residuals", "evidence": []}
                        """
                .replace("KIND", kind);
    }

    static Object json(String text) {
        return SpinValues.jsonValue(text).create();
    }

    /** @return the number of the request */
    String whole(AskedCase asked) {
        signIn("requester");
        String number = intake.start(asked);
        complete(number, "legal", "legal", "reviewLegalExposure", LEGAL);
        if (asked.needsConsent()) {
            complete(number, "talent", "talent-relations", "confirmConsent", consent(asked));
        }
        complete(number, "approver", "approvers", "approveInWriting", APPROVAL);
        return number;
    }

    /** Sends the notices of a request, as the job executor would. */
    void send(String number) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey("send-notice")
                .list()
                .forEach(notice -> continueWork(notice.getId()));
    }

    /** @throws IllegalStateException when the request is anywhere but before its letter */
    void requireApproved(String number) {
        List<String> waiting = runtime.getActiveActivityIds(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey("genai-clearance")
                .singleResult()
                .getId());
        if (!waiting.equals(List.of("issueWrittenApproval"))) {
            throw new IllegalStateException(number + " waits at " + waiting);
        }
    }

    private void complete(String number, String user, String group, String step, Map<String, Object> answers) {
        signIn(user);
        String process;
        try {
            identity.setAuthentication(user, List.of(group));
            Task task = tasks.createTaskQuery()
                    .processInstanceBusinessKey(number)
                    .taskDefinitionKey(step)
                    .singleResult();
            process = task.getProcessInstanceId();
            tasks.claim(task.getId(), user);
            tasks.complete(task.getId(), answers);
        } finally {
            identity.clearAuthentication();
        }
        if (!step.equals("approveInWriting")) {
            continueWork(process);
        }
    }

    private void continueWork(String process) {
        for (Job job : management
                .createJobQuery()
                .processInstanceId(process)
                .messages()
                .list()) {
            management.executeJob(job.getId());
        }
    }

    private static void signIn(String user) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
    }
}
