package org.clearancedesk.process;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.spin.plugin.variable.SpinValues;
import org.clearancedesk.engine.Models;
import org.clearancedesk.intake.ClearanceProcess;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.register.CaseEvent;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.EventType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The desk and its people in a story about one case at a time. Nothing happens by itself: the story runs each job. */
final class Desk {

    final Person requester = new Person("requester", this);
    final Person otherRequester = new Person("requester2", this);
    final Person contact = new Person("contact", this);
    final Person legal = new Person("legal", this);
    final Person talent = new Person("talent", this);
    final Person approver = new Person("approver", this);

    final MovableClock clock;
    final PostOffice post;
    final ClearanceProcess process;
    final CaseRepository cases;
    final TaskService tasks;
    final FormService forms;
    final RuntimeService runtime;
    final HistoryService history;
    final ManagementService jobs;
    final JdbcClient jdbc;
    final IdentityService identity;
    private final ProcessEngine engine;
    private final EngineIdentity engineIdentity;
    private final CurrentCaller caller;
    private final ObjectMapper json;
    private String number = "";

    Desk(
            MovableClock clock,
            PostOffice post,
            ClearanceProcess process,
            CaseRepository cases,
            ProcessEngine engine,
            EngineIdentity engineIdentity,
            CurrentCaller caller,
            JdbcClient jdbc,
            ObjectMapper json) {
        this.clock = clock;
        this.post = post;
        this.process = process;
        this.cases = cases;
        this.engine = engine;
        BpmnAwareTests.init(engine);
        this.tasks = engine.getTaskService();
        this.forms = engine.getFormService();
        this.runtime = engine.getRuntimeService();
        this.history = engine.getHistoryService();
        this.jobs = engine.getManagementService();
        this.identity = engine.getIdentityService();
        this.engineIdentity = engineIdentity;
        this.caller = caller;
        this.jdbc = jdbc;
        this.json = json;
    }

    // --- people

    /** Brings somebody into the desk who is in these groups; who sends requests works on the production of the stories. */
    Person person(String name, DeskGroup... groups) {
        if (identity.createUserQuery().userId(name).count() == 0) {
            User user = identity.newUser(name);
            user.setEmail(name + "@desk.example");
            identity.saveUser(user);
            for (DeskGroup group : groups) {
                identity.createMembership(name, group.id());
            }
            if (List.of(groups).contains(DeskGroup.REQUESTERS)) {
                identity.createMembership(name, "production-ETERNAUTA-S1");
            }
        }
        return new Person(name, this);
    }

    /** Somebody with this address is a Netflix contact from now on. */
    void welcomesContact(String name, String address) {
        if (identity.createUserQuery().userId(name).count() == 0) {
            User user = identity.newUser(name);
            user.setEmail(address);
            identity.saveUser(user);
        }
        identity.createMembership(name, DeskGroup.NETFLIX_CONTACTS.id());
    }

    void takesFromContacts(String name) {
        identity.deleteMembership(name, DeskGroup.NETFLIX_CONTACTS.id());
    }

    void seesOff(Person person) {
        identity.deleteUser(person.name());
    }

    <T> T as(String user, Supplier<T> work) {
        try {
            SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
            return engineIdentity.of(caller.get(), work);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    String follow(String caseNumber) {
        number = caseNumber;
        return caseNumber;
    }

    /** On the desk's own page; the engine acts for the desk then, not for the person. */
    void withdraws(String user, String reason) {
        onAPage(user, () -> process.withdraw(number, reason));
    }

    void onAPage(String user, Runnable work) {
        try {
            SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
            work.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    // --- what moves

    /** Runs the waiting job of a step, the next one when there are several. */
    void runs(String step) {
        jobs.executeJob(waitingJob(step).getId());
    }

    /** Runs every job that waits behind completed reviews. */
    void goesOn() {
        for (Job job = nextContinuation(); job != null; job = nextContinuation()) {
            jobs.executeJob(job.getId());
        }
    }

    /** Tries a step in vain until the engine gives up. */
    Incident givesUpOn(String step) {
        Job job = waitingJob(step);
        while (job.getRetries() > 0) {
            try {
                jobs.executeJob(job.getId());
                throw new AssertionError(step + " went through, although it could not.");
            } catch (RuntimeException inVain) {
                job = waitingJob(step);
            }
        }
        return runtime.createIncidentQuery()
                .activityId(step)
                .processInstanceId(job.getProcessInstanceId())
                .singleResult();
    }

    /** An administrator has mended the cause and tries again. */
    void triesAgain(String step) {
        Job job = waitingJob(step);
        jobs.setJobRetries(job.getId(), 1);
        jobs.executeJob(job.getId());
    }

    /** Sends every notice that is queued about the case. */
    void sendsWaitingMail() {
        queuedNotices().forEach(job -> jobs.executeJob(job.getId()));
    }

    List<Job> queuedNotices() {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(Models.NOTICE_PROCESS)
                .processInstanceBusinessKey(number)
                .list()
                .stream()
                .flatMap(notice -> jobs.createJobQuery().processInstanceId(notice.getId()).list().stream())
                .toList();
    }

    /** Fires every timer of the case that is due by the desk's clock; how many these were. */
    int firesDueTimers() {
        List<Job> due = jobs.createJobQuery()
                .processInstanceId(instance().getId())
                .timers()
                .duedateLowerThan(Date.from(clock.instant().plusMillis(1)))
                .list();
        due.forEach(timer -> jobs.executeJob(timer.getId()));
        return due.size();
    }

    // --- what is

    String number() {
        return number;
    }

    ClearanceCase onRecord() {
        return cases.get(number);
    }

    List<EventType> events() {
        return cases.events(number).stream().map(CaseEvent::type).toList();
    }

    List<PostOffice.Delivered> mails() {
        return post.about(number);
    }

    /** Mails of one subject, by recipient. */
    List<String> told(String subject) {
        return mails().stream()
                .filter(mail -> mail.subject().startsWith("[%s] %s".formatted(number, subject)))
                .map(PostOffice.Delivered::to)
                .toList();
    }

    ProcessInstance instance() {
        // Several desks run in the same program, and these assertions know one engine at a time.
        BpmnAwareTests.init(engine);
        ProcessInstance running = runtime.createProcessInstanceQuery()
                .processDefinitionKey(Models.PROCESS)
                .processInstanceBusinessKey(number)
                .singleResult();
        if (running == null) {
            throw new AssertionError(number + " is over.");
        }
        return running;
    }

    HistoricProcessInstance past() {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(Models.PROCESS)
                .processInstanceBusinessKey(number)
                .singleResult();
    }

    /** Every node that the case went through, once for each time, in order. */
    List<String> route() {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(past().getId())
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .filter(node -> node.getEndTime() != null && !node.isCanceled())
                .map(node -> node.getActivityId())
                .toList();
    }

    /** The steps before which people sit now. */
    List<String> waitingSteps() {
        return tasks.createTaskQuery().processInstanceBusinessKey(number).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    boolean isOver() {
        return past().getEndTime() != null;
    }

    Object variable(String name) {
        return runtime.getVariable(instance().getId(), name);
    }

    Task task(String step) {
        List<Task> waiting = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(step)
                .initializeFormKeys()
                .list();
        if (waiting.isEmpty()) {
            throw new AssertionError("%s does not wait at %s but at %s.".formatted(number, step, waitingSteps()));
        }
        return waiting.get(0);
    }

    Task consentTask(String performer) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey("confirmConsent")
                .list()
                .stream()
                .filter(task -> task.getName().endsWith(": " + performer))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody is asked for the consent of " + performer));
    }

    String definition() {
        return definitionOf(Models.PROCESS);
    }

    String definitionOf(String process) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }

    /** Lists and objects as JSON, everything else as it is: so the forms send it. */
    Map<String, Object> variables(Map<String, Object> answers) {
        Map<String, Object> variables = new HashMap<>();
        answers.forEach((name, answer) -> variables.put(
                name,
                answer instanceof Map || answer instanceof List
                        ? SpinValues.jsonValue(json.valueToTree(answer).toString())
                                .create()
                        : answer));
        return variables;
    }

    private Job waitingJob(String step) {
        Set<String> definitions = definitionsOf(step);
        String key = step.equals("sendNotice") ? Models.NOTICE_PROCESS : Models.PROCESS;
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(key)
                .processInstanceBusinessKey(number)
                .list()
                .stream()
                .flatMap(each -> jobs.createJobQuery().processInstanceId(each.getId()).list().stream())
                .filter(job -> definitions.contains(job.getJobDefinitionId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No job of %s waits at %s.".formatted(number, step)));
    }

    private Set<String> definitionsOf(String step) {
        return jobs.createJobDefinitionQuery().activityIdIn(step).jobType("async-continuation").list().stream()
                .map(JobDefinition::getId)
                .collect(toSet());
    }

    private Job nextContinuation() {
        Set<String> reviews = new HashSet<>(definitionsOf("reviewLegalExposure"));
        reviews.addAll(definitionsOf("confirmConsent"));
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(Models.PROCESS)
                .processInstanceBusinessKey(number)
                .list()
                .stream()
                .flatMap(each -> jobs.createJobQuery().processInstanceId(each.getId()).list().stream())
                .filter(job -> reviews.contains(job.getJobDefinitionId()))
                .findFirst()
                .orElse(null);
    }
}
