package org.clearancedesk.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.clearancedesk.engine.StepListeners;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;

/**
 * The engine with a process of the desk's shape and the same decision, and nothing of the desk: delegates do nothing, and
 * no listener but the tasks' timers is left. What the desk finds out on the way is given at the start, so that as many
 * variables are kept; there is no record, no notice and nobody's answer is checked.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    CamundaBpmAutoConfiguration.class
})
class BareEngine {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Map<String, String>> FINDINGS = List.of(
            Map.of("clause", "FINAL-1", "tier", "WRITTEN_APPROVAL", "union", "true", "reason", "x".repeat(160)),
            Map.of("clause", "NOTIFY", "tier", "LOW", "union", "false", "reason", "x".repeat(160)));

    static final class Nothing implements JavaDelegate, TaskListener {

        @Override
        public void execute(DelegateExecution execution) {}

        @Override
        public void notify(DelegateTask task) {}
    }

    @Bean
    Nothing nothing() {
        return new Nothing();
    }

    static Walk walk(ProcessEngine engine) {
        boolean second =
                engine.getIdentityService().createUserQuery().userId("legal").count() > 0;
        if (!second) {
            prepare(engine);
        }
        // Two nodes on one database must not give the same number.
        long node = ProcessHandle.current().pid();
        return new Walk(engine, asked -> {
            try {
                engine.getIdentityService().setAuthentication("requester", List.of("requesters"));
                String number = "GC-%d-%06d".formatted(node, NUMBER.incrementAndGet());
                engine.getRuntimeService()
                        .startProcessInstanceByKey("genai-clearance", number, variables(number, asked));
                return number;
            } finally {
                engine.getIdentityService().clearAuthentication();
            }
        });
    }

    private static void prepare(ProcessEngine engine) {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("bpmn/genai-clearance.bpmn", sameShape())
                .addClasspathResource("bpmn/guideline-triage.dmn")
                .deploy();
        Map.of("requester", "requesters", "legal", "legal", "talent", "talent-relations", "approver", "approvers")
                .forEach((user, group) -> join(engine, user, group));
        grant(
                engine,
                Resources.PROCESS_DEFINITION,
                "genai-clearance",
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.CREATE_INSTANCE);
        grant(engine, Resources.PROCESS_INSTANCE, "*", Permissions.CREATE);
    }

    private static Map<String, Object> variables(String number, AskedCase asked) {
        Instant now = Instant.now();
        Map<String, Object> variables = new HashMap<>();
        variables.put("request", Walk.json(JSON.valueToTree(asked.request()).toString()));
        variables.put("requestNumber", number);
        variables.put("title", asked.request().title());
        variables.put("production", asked.request().production().title());
        variables.put("tier", "WRITTEN_APPROVAL");
        variables.put("reviews", Walk.json(asked.needsConsent() ? "[\"LEGAL\",\"UNION_CONSENT\"]" : "[\"LEGAL\"]"));
        variables.put("findings", Walk.json(JSON.valueToTree(FINDINGS).toString()));
        variables.put("guidelineVersion", "2025-11-11");
        variables.put("legalNeeded", true);
        variables.put("consentNeeded", asked.needsConsent());
        variables.put("consentsNeeded", 1);
        variables.put("covered", false);
        variables.put("verdict", "CLEARED");
        variables.put("dueAt", Date.from(now.plus(3, ChronoUnit.DAYS)));
        variables.put("remindAt", Date.from(now.plus(2, ChronoUnit.DAYS)));
        variables.put("unclaimedAt", Date.from(now.plus(1, ChronoUnit.DAYS)));
        return variables;
    }

    private static BpmnModelInstance sameShape() {
        String deployed = StepListeners.attachTo(written());
        BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(deployed.getBytes(UTF_8)));
        Collection<ServiceTask> services = model.getModelElementsByType(ServiceTask.class);
        services.forEach(service -> service.setCamundaDelegateExpression("${nothing}"));
        model.getModelElementsByType(CamundaExecutionListener.class).forEach(BareEngine::remove);
        for (CamundaTaskListener listener : model.getModelElementsByType(CamundaTaskListener.class)) {
            if (listener.getCamundaEvent().equals("timeout")) {
                listener.setCamundaDelegateExpression("${nothing}");
            } else {
                remove(listener);
            }
        }
        return model;
    }

    private static String written() {
        try {
            return new ClassPathResource("bpmn/genai-clearance.bpmn").getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(ModelElementInstance element) {
        element.getParentElement().removeChildElement(element);
    }

    private static void join(ProcessEngine engine, String name, String group) {
        User user = engine.getIdentityService().newUser(name);
        user.setPassword(name);
        engine.getIdentityService().saveUser(user);
        engine.getIdentityService().saveGroup(engine.getIdentityService().newGroup(group));
        engine.getIdentityService().createMembership(name, group);
    }

    private static void grant(ProcessEngine engine, Resource resource, String id, Permission... permissions) {
        Authorization grant = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId("requesters");
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.setPermissions(permissions);
        engine.getAuthorizationService().saveAuthorization(grant);
    }
}
