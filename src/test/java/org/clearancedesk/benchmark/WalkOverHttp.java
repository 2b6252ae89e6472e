package org.clearancedesk.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.clearancedesk.review.ConsentRules;
import org.clearancedesk.web.Visitor;

/**
 * Walks requests from the intake to the approval through the addresses that a browser calls: the desk's own and Tasklist's,
 * each person with a session. What runs in the background runs at once, as the job executor is off.
 */
final class WalkOverHttp {

    private final ThreadLocal<Map<String, Visitor>> people = ThreadLocal.withInitial(ConcurrentHashMap::new);
    private final String address;
    private final String engine;
    private final ManagementService management;
    private final RuntimeService runtime;

    WalkOverHttp(int port, ProcessEngine engine) {
        this.address = "http://localhost:" + port;
        this.engine = "/camunda/api/engine/engine/" + engine.getName();
        this.management = engine.getManagementService();
        this.runtime = engine.getRuntimeService();
    }

    void whole(AskedCase asked) {
        String number = person("requester")
                .post("/api/requests", asked.request())
                .expect(201)
                .json()
                .get("number")
                .asText();
        continueWork(number);
        complete(
                number,
                "legal",
                "reviewLegalExposure",
                Map.of(
                        "legalOutcome", text("CLEARED_WITH_CONDITIONS"),
                        "legalReason", text("The input stays inside the enterprise tool."),
                        "legalConditions",
                                json("[\"Keep the list of shots, prompts and source plates with the delivery.\"]")));
        if (asked.needsConsent()) {
            complete(
                    number,
                    "talent",
                    "confirmConsent",
                    Map.of("consentOutcome", text("CONFIRMED"), "consent", json(consent(asked))));
        }
        complete(
                number,
                "approver",
                "approveInWriting",
                Map.of("approvalOutcome", text("APPROVED"), "approvalReason", text("For the shots as described.")));
    }

    private void complete(String number, String user, String step, Map<String, Object> variables) {
        Visitor person = person(user);
        String task = person.send(
                        "POST",
                        engine + "/task?maxResults=1",
                        Map.of("processInstanceBusinessKey", number, "taskDefinitionKey", step))
                .expect(200)
                .json()
                .get(0)
                .get("id")
                .asText();
        person.send("POST", engine + "/task/" + task + "/claim", Map.of("userId", user))
                .expect(204);
        person.send("POST", engine + "/task/" + task + "/submit-form", Map.of("variables", variables))
                .expect(204);
        if (!step.equals("approveInWriting")) {
            continueWork(number);
        }
    }

    private void continueWork(String number) {
        String process = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey("genai-clearance")
                .singleResult()
                .getId();
        List<Job> jobs = management
                .createJobQuery()
                .processInstanceId(process)
                .messages()
                .list();
        jobs.forEach(job -> management.executeJob(job.getId()));
    }

    private Visitor person(String user) {
        return people.get().computeIfAbsent(user, name -> {
            Visitor visitor = new Visitor(address);
            visitor.signsIn(name, name).expect(302);
            visitor.inTasklist();
            return visitor.with("X-DESK-CSRF", visitor.cookie("DESK-CSRF"));
        });
    }

    private static Map<String, Object> text(String value) {
        return value("String", value);
    }

    private static Map<String, Object> json(String value) {
        return value("Json", value);
    }

    private static Map<String, Object> value(String type, String value) {
        Map<String, Object> variable = new LinkedHashMap<>();
        variable.put("type", type);
        variable.put("value", value);
        return variable;
    }

    private static String consent(AskedCase asked) {
        return Walk.consentText(
                ConsentRules.kindsFor(asked.request().facts()).iterator().next().name());
    }
}
