package org.clearancedesk.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The floor of the running desk: who comes in at the front, and what goes on behind it. */
public class Floor {

    private final Environment environment;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final IdentityService identity;
    private final ObjectMapper json;
    private final JdbcClient jdbc;

    Floor(
            Environment environment,
            TaskService tasks,
            ManagementService jobs,
            IdentityService identity,
            ObjectMapper json,
            JdbcClient jdbc) {
        this.environment = environment;
        this.tasks = tasks;
        this.jobs = jobs;
        this.identity = identity;
        this.json = json;
        this.jdbc = jdbc;
    }

    public Visitor nobody() {
        return new Visitor("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
    }

    /** A program with the password of a demo user, which is the user name. */
    public Visitor as(String user) {
        return nobody().withPassword(user, user);
    }

    /** A person with a session. */
    public Visitor signedIn(String user) {
        Visitor visitor = nobody();
        visitor.signsIn(user, user).expect(302);
        return visitor;
    }

    /** Sends a request and gives its number. */
    public String sent(String user, Map<String, ?> request) {
        return as(user).post("/api/requests", request)
                .expect(201)
                .json()
                .get("number")
                .asText();
    }

    /** Does whatever waits in the background, mails too; timers stay where they are. */
    public void settle() {
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            due.forEach(job -> jobs.executeJob(job.getId()));
        }
    }

    private List<Job> due() {
        return jobs.createJobQuery().messages().withRetriesLeft().listPage(0, 1);
    }

    /** The id of the task in which a case waits at a step. */
    public String task(String number, String step) {
        settle();
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(step)
                .listPage(0, 1)
                .get(0)
                .getId();
    }

    /** Completes a step of a case the way Tasklist does, on behalf of a user. */
    public void completes(String user, String number, String step, Map<String, ?> answers) {
        String task = task(number, step);
        Map<String, Object> variables = new HashMap<>();
        answers.forEach((name, answer) -> variables.put(
                name,
                answer instanceof String
                        ? answer
                        : SpinValues.jsonValue(json.valueToTree(answer).toString())
                                .create()));
        try {
            SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
            tasks.complete(task, variables);
        } finally {
            SecurityContextHolder.clearContext();
        }
        settle();
    }

    /** A request of the requester that has come to its letter. */
    public String approved(Map<String, ?> approval) {
        String number = sent("requester", Submission.withLegalReview());
        completes("legal", number, "reviewLegalExposure", Map.of("legalOutcome", "CLEARED"));
        completes("approver", number, "approveInWriting", approval);
        return number;
    }

    /** The number of a case's letter; one that no letter has when there is none. */
    public String letterOf(String number) {
        return jdbc.sql("select number from clearance_letter where case_number = ?")
                .param(number)
                .query(String.class)
                .optional()
                .orElse("GL-1999-0000-000X");
    }

    /** Brings somebody into the desk; the password is the user name. */
    public void person(String name, String email, String... groups) {
        if (identity.createUserQuery().userId(name).count() == 0) {
            User user = identity.newUser(name);
            user.setEmail(email);
            user.setPassword(name);
            identity.saveUser(user);
            for (String group : groups) {
                joins(name, group);
            }
        } else {
            belongsTo(name, groups);
        }
    }

    /** Stories share a desk: two of them that mean different people by one name would depend on their order. */
    private void belongsTo(String name, String... groups) {
        for (String group : groups) {
            if (identity.createUserQuery().userId(name).memberOfGroup(group).count() == 0) {
                throw new IllegalStateException(
                        "Another story has a “" + name + "” who is not in " + group + ". Take a name of your own.");
            }
        }
    }

    /** Puts somebody into a group, which is there from then on. */
    public void joins(String user, String group) {
        if (identity.createGroupQuery().groupId(group).count() == 0) {
            identity.saveGroup(identity.newGroup(group));
        }
        if (identity.createUserQuery().userId(user).memberOfGroup(group).count() == 0) {
            identity.createMembership(user, group);
        }
    }

    /** Gives somebody an address past the rules for accounts, as on a desk from before there were any. */
    void hasAddress(String user, String email) {
        jdbc.sql("update act_id_user set email_ = ? where id_ = ?")
                .params(email, user)
                .update();
    }

    void leaves(String name, String group) {
        identity.deleteMembership(name, group);
    }

    /** How many rows each table of the record and of the engine holds that a case leaves traces in. */
    public Map<String, Long> rows() {
        Map<String, Long> rows = new LinkedHashMap<>();
        jdbc
                .sql(
                        "select table_name from information_schema.tables where table_schema = 'PUBLIC' order by table_name")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> table.matches("(?i)clearance_.*|act_(ru|hi|ge_bytearray).*"))
                .filter(table -> !table.matches("(?i)act_ru_meter_log|act_ru_authorization|act_ru_filter"))
                .forEach(table -> rows.put(
                        table,
                        jdbc.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single()));
        return rows;
    }
}
