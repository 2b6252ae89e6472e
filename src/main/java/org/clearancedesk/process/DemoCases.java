package org.clearancedesk.process;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.clearancedesk.intake.ClearanceProcess;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.register.CaseRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Plays a few public cases on an empty desk, by the same road and with the same checks as anybody's. */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "clearance-desk.demo-cases", matchIfMissing = true)
class DemoCases {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCases.class);
    private static final int LOOKS = 300;
    private static final long BETWEEN_LOOKS_MS = 200;

    record Story(String requestedBy, Map<String, Object> request, List<Act> steps) {}

    record Act(String by, String task, Map<String, Object> answers) {}

    private final ClearanceProcess process;
    private final CaseRepository cases;
    private final TaskService tasks;
    private final EngineIdentity engineIdentity;
    private final CurrentCaller caller;
    private final ObjectMapper json;

    DemoCases(
            ClearanceProcess process,
            CaseRepository cases,
            TaskService tasks,
            EngineIdentity engineIdentity,
            CurrentCaller caller,
            ObjectMapper json) {
        this.process = process;
        this.cases = cases;
        this.tasks = tasks;
        this.engineIdentity = engineIdentity;
        this.caller = caller;
        this.json = json;
    }

    @EventListener(ApplicationReadyEvent.class)
    void playInTheBackground() {
        if (cases.numbers().isEmpty()) {
            new Thread(this::play, "demo-cases").start();
        }
    }

    private void play() {
        try (InputStream stories = new ClassPathResource("demo/cases.json").getInputStream()) {
            for (Story story : json.readValue(stories, new TypeReference<List<Story>>() {})) {
                play(story);
            }
            LOG.info("The demo cases are in the desk");
        } catch (IOException e) {
            throw new IllegalStateException("The demo cases cannot be read.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void play(Story story) throws InterruptedException {
        signIn(story.requestedBy);
        String number = process.start(ClearanceRequest.from(story.request));
        for (Act act : story.steps) {
            Task task = waitFor(number, act.task);
            signIn(act.by);
            engineIdentity.of(caller.get(), () -> {
                tasks.claim(task.getId(), act.by);
                tasks.complete(task.getId(), variables(act.answers));
                return task;
            });
        }
    }

    /** The task comes when the job executor has done what lies before it. */
    private Task waitFor(String number, String taskId) throws InterruptedException {
        for (int look = 0; look < LOOKS; look++) {
            List<Task> waiting = tasks.createTaskQuery()
                    .processInstanceBusinessKey(number)
                    .taskDefinitionKey(taskId)
                    .listPage(0, 1);
            if (!waiting.isEmpty()) {
                return waiting.get(0);
            }
            Thread.sleep(BETWEEN_LOOKS_MS);
        }
        throw new IllegalStateException("Demo case %s never reached %s.".formatted(number, taskId));
    }

    private Map<String, Object> variables(Map<String, Object> answers) {
        Map<String, Object> variables = new HashMap<>();
        answers.forEach((name, answer) -> variables.put(
                name,
                answer instanceof String
                        ? answer
                        : SpinValues.jsonValue(json.valueToTree(answer).toString())
                                .create()));
        return variables;
    }

    private static void signIn(String user) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
    }
}
