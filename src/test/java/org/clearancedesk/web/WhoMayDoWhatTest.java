package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearancedesk.web.Submission.with;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every role and every action, on a case of the own production and on one of another, over the API and over the interface
 * that Tasklist works on. The case waits for legal review. A cell is the status of the answer; or, after {@code #}, how
 * often the case is in it, where {@code +} means that there is something.
 */
@RunningDesk
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoMayDoWhatTest {

    /** The asker sent the case, the colleague is a member of its production, and the contact is the one it names. */
    private static final List<String> ROLES = List.of(
            "asker", "colleague", "outsider", "contact", "contact2", "legal", "talent", "approver", "admin", "nobody");

    private static final String OWN_PRODUCTION =
            """
            read the case              | 200 | 200 | 404 | 200 | 404 | 200 | 404 | 404 | 200 | 401
            read its page              | 200 | 200 | 404 | 200 | 404 | 200 | 404 | 404 | 200 | 302
            read its record            | 200 | 200 | 404 | 200 | 404 | 200 | 404 | 404 | 200 | 401
            read its dossier           | 200 | 200 | 404 | 200 | 404 | 200 | 404 | 404 | 200 | 401
            take its archive away      | 200 | 200 | 404 | 200 | 404 | 200 | 404 | 404 | 200 | 401
            read its file              | 200 | 200 | 404 | 200 | 404 | 200 | 404 | 404 | 200 | 401
            read its letter            | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 401
            find it by number          | #1  | #1  | #0  | #1  | #0  | #1  | #0  | #0  | #1  | 401
            find it by title           | #1  | #1  | #0  | #1  | #0  | #1  | #0  | #0  | #1  | 401
            find it by production      | #1  | #1  | #0  | #1  | #0  | #1  | #0  | #0  | #1  | 401
            hand in a file             | 201 | 201 | 404 | 201 | 404 | 201 | 404 | 404 | 201 | 403
            withdraw it                | 204 | 403 | 404 | 403 | 404 | 403 | 404 | 404 | 403 | 403
            grant a standing approval  | 403 | 403 | 404 | 403 | 404 | 403 | 404 | 404 | 403 | 403
            end a standing approval    | 403 | 403 | 404 | 403 | 404 | 403 | 404 | 404 | 403 | 403
            withdraw it on its page    | 302 | 403 | 404 | 403 | 404 | 403 | 404 | 404 | 403 | 403
            see its task               | #0  | #0  | #0  | #0  | #0  | #1  | #0  | #0  | #1  | 401
            count its tasks            | #0  | #0  | #0  | #0  | #0  | #1  | #0  | #0  | #1  | 401
            see it among tasks to do   | #0  | #0  | #0  | #0  | #0  | #1  | #0  | #0  | #0  | 401
            open its task              | 404 | 404 | 404 | 404 | 404 | 200 | 404 | 404 | 200 | 401
            read its variables         | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 401
            read its form's variables  | 403 | 403 | 403 | 403 | 403 | 200 | 403 | 403 | 200 | 401
            find its variables         | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | #+  | 401
            find its process           | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | #1  | 401
            find its past process      | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | #1  | 401
            find its past tasks        | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | #1  | 401
            claim its task             | 403 | 403 | 403 | 403 | 403 | 204 | 403 | 403 | 400 | 401
            claim it for somebody else | 403 | 403 | 403 | 403 | 403 | 400 | 403 | 403 | 204 | 401
            assign it to oneself       | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 400 | 401
            delegate it to the asker   | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403
            complete its task          | 403 | 403 | 403 | 403 | 403 | 400 | 403 | 403 | 400 | 401
            send its form              | 403 | 403 | 403 | 403 | 403 | 400 | 403 | 403 | 400 | 401
            change its task's variables | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403
            change its variables       | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403
            withdraw it by message     | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403
            delete its process         | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403
            """;

    private static final String OTHER_PRODUCTION =
            """
            read the case              | 404 | 404 | 200 | 200 | 404 | 200 | 404 | 404 | 200 | 401
            read its page              | 404 | 404 | 200 | 200 | 404 | 200 | 404 | 404 | 200 | 302
            read its record            | 404 | 404 | 200 | 200 | 404 | 200 | 404 | 404 | 200 | 401
            read its dossier           | 404 | 404 | 200 | 200 | 404 | 200 | 404 | 404 | 200 | 401
            take its archive away      | 404 | 404 | 200 | 200 | 404 | 200 | 404 | 404 | 200 | 401
            read its file              | 404 | 404 | 200 | 200 | 404 | 200 | 404 | 404 | 200 | 401
            read its letter            | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 401
            find it by number          | #0  | #0  | #1  | #1  | #0  | #1  | #0  | #0  | #1  | 401
            find it by title           | #0  | #0  | #1  | #1  | #0  | #1  | #0  | #0  | #1  | 401
            find it by production      | #0  | #0  | #1  | #1  | #0  | #1  | #0  | #0  | #1  | 401
            hand in a file             | 404 | 404 | 201 | 201 | 404 | 201 | 404 | 404 | 201 | 403
            withdraw it                | 404 | 404 | 204 | 403 | 404 | 403 | 404 | 404 | 403 | 403
            grant a standing approval  | 404 | 404 | 403 | 403 | 404 | 403 | 404 | 404 | 403 | 403
            end a standing approval    | 404 | 404 | 403 | 403 | 404 | 403 | 404 | 404 | 403 | 403
            withdraw it on its page    | 404 | 404 | 302 | 403 | 404 | 403 | 404 | 404 | 403 | 403
            see its task               | #0  | #0  | #0  | #0  | #0  | #1  | #0  | #0  | #1  | 401
            count its tasks            | #0  | #0  | #0  | #0  | #0  | #1  | #0  | #0  | #1  | 401
            see it among tasks to do   | #0  | #0  | #0  | #0  | #0  | #1  | #0  | #0  | #0  | 401
            open its task              | 404 | 404 | 404 | 404 | 404 | 200 | 404 | 404 | 200 | 401
            read its variables         | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 401
            find its variables         | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | #+  | 401
            find its process           | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | #1  | 401
            claim its task             | 403 | 403 | 403 | 403 | 403 | 204 | 403 | 403 | 400 | 401
            claim it for somebody else | 403 | 403 | 403 | 403 | 403 | 400 | 403 | 403 | 204 | 401
            assign it to oneself       | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 400 | 401
            complete its task          | 403 | 403 | 403 | 403 | 403 | 400 | 403 | 403 | 400 | 401
            withdraw it by message     | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403
            delete its process         | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403
            """;

    /** What is asked of the desk as a whole. */
    private static final String NO_CASE =
            """
            send a request             | 201 | 201 | 201 | 403 | 403 | 403 | 403 | 403 | 403 | 403
            send the intake form       | 200 | 200 | 200 | 403 | 403 | 403 | 403 | 403 | 400 | 401
            ask for a triage           | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 403
            verify every record        | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 401
            take a checkpoint          | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 201 | 403
            read the checkpoints       | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 401
            read the figures           | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 302
            make a filter              | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 401
            list the users             | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | #+  | 401
            list the consents          | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 403 | 200 | 401
            open the consents          | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 403 | 200 | 302
            open a consent             | 403 | 403 | 403 | 403 | 403 | 403 | 404 | 403 | 404 | 401
            withdraw a consent         | 403 | 403 | 403 | 403 | 403 | 403 | 404 | 403 | 404 | 403
            limit a consent            | 403 | 403 | 403 | 403 | 403 | 403 | 404 | 403 | 404 | 403
            withdraw one on its page   | 403 | 403 | 403 | 403 | 403 | 403 | 404 | 403 | 404 | 403
            read the agreements        | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 401
            open the agreements        | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 403 | 200 | 302
            note a strike              | 403 | 403 | 403 | 403 | 403 | 403 | 404 | 403 | 404 | 403
            note a strike on the page  | 403 | 403 | 403 | 403 | 403 | 403 | 404 | 403 | 404 | 403
            list the grants            | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | #+  | 401
            """;

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final Map<String, Object> CLEARED =
            Map.of("variables", Map.of("legalOutcome", Map.of("value", "CLEARED", "type", "String")));
    private static final Map<String, Object> LOW = Map.of("value", "LOW", "type", "String");

    /** @param body what is sent along; a file when it is bytes */
    private record Action(String method, String path, Object body) {

        static Action get(String path) {
            return new Action("GET", path, Map.of());
        }

        static Action post(String path, Object body) {
            return new Action("POST", path, body);
        }

        boolean changesSomething() {
            return !method.equals("GET");
        }

        Answer by(Visitor visitor, Case on, String user) {
            String target = on.fill(path, user);
            if (body instanceof byte[] file) {
                return visitor.upload(target, "more.txt", file);
            }
            if (body instanceof String form) {
                return visitor.post(target, "application/x-www-form-urlencoded", form);
            }
            Object filled = body instanceof Map<?, ?> fields && fields.containsKey("userId")
                    ? Map.of("userId", on.fill(String.valueOf(fields.get("userId")), user))
                    : body instanceof Map<?, ?> message && message.containsKey("messageName")
                            ? Map.of("messageName", "request withdrawn", "businessKey", on.number)
                            : body;
            return changesSomething() ? visitor.send(method, target, filled) : visitor.get(target);
        }
    }

    private static final Map<String, Action> ACTIONS = new LinkedHashMap<>();

    static {
        ACTIONS.put("read the case", Action.get("/api/requests/{number}"));
        ACTIONS.put("read its page", Action.get("/requests/{number}"));
        ACTIONS.put("read its record", Action.get("/api/requests/{number}/record"));
        ACTIONS.put("read its dossier", Action.get("/api/requests/{number}/record.pdf"));
        ACTIONS.put("take its archive away", Action.get("/api/requests/{number}/record.zip"));
        ACTIONS.put("read its file", Action.get("/api/requests/{number}/evidence/{file}"));
        ACTIONS.put("read its letter", Action.get("/api/requests/{number}/letter"));
        ACTIONS.put("find it by number", Action.get("/api/requests?size=200&q={number}"));
        ACTIONS.put("find it by title", Action.get("/api/requests?size=200&q=zebra%20finches"));
        ACTIONS.put("find it by production", Action.get("/api/requests?size=200&production={production}"));
        ACTIONS.put(
                "hand in a file",
                Action.post("/api/requests/{number}/evidence", "A note.".getBytes(StandardCharsets.UTF_8)));
        ACTIONS.put("withdraw it", Action.post("/api/requests/{number}/withdrawal", Map.of("reason", "No.")));
        ACTIONS.put(
                "grant a standing approval",
                Action.post(
                        "/api/requests/{number}/standing-approval",
                        Map.of("usesLimit", 3, "validUntil", "2099-01-01", "reason", "Routine.")));
        ACTIONS.put(
                "end a standing approval",
                Action.post("/api/requests/{number}/standing-approval/end", Map.of("reason", "Over.")));
        ACTIONS.put("withdraw it on its page", Action.post("/requests/{number}/withdrawal", "reason=No."));
        ACTIONS.put("see its task", Action.get(ENGINE + "/task?processInstanceBusinessKey={number}"));
        ACTIONS.put("count its tasks", Action.get(ENGINE + "/task/count?processInstanceBusinessKey={number}"));
        ACTIONS.put("see it among tasks to do", Action.get(ENGINE + "/filter/{todo}/list?maxResults=2000"));
        ACTIONS.put("open its task", Action.get(ENGINE + "/task/{task}"));
        ACTIONS.put("read its variables", Action.get(ENGINE + "/task/{task}/variables?deserializeValues=false"));
        ACTIONS.put(
                "read its form's variables",
                Action.get(ENGINE + "/task/{task}/form-variables?deserializeValues=false"));
        ACTIONS.put(
                "find its variables",
                Action.get(ENGINE + "/variable-instance?processInstanceIdIn={process}&deserializeValues=false"));
        ACTIONS.put(
                "find its process",
                Action.get(ENGINE + "/process-instance?processDefinitionKey=genai-clearance&businessKey={number}"));
        ACTIONS.put(
                "find its past process",
                Action.get(
                        ENGINE
                                + "/history/process-instance?processDefinitionKey=genai-clearance&processInstanceBusinessKey={number}"));
        ACTIONS.put("find its past tasks", Action.get(ENGINE + "/history/task?processInstanceBusinessKey={number}"));
        ACTIONS.put("claim its task", Action.post(ENGINE + "/task/{task}/claim", Map.of("userId", "{me}")));
        ACTIONS.put(
                "claim it for somebody else",
                Action.post(ENGINE + "/task/{task}/claim", Map.of("userId", "matrixlegal2")));
        ACTIONS.put("assign it to oneself", Action.post(ENGINE + "/task/{task}/assignee", Map.of("userId", "{me}")));
        ACTIONS.put(
                "delegate it to the asker",
                Action.post(ENGINE + "/task/{task}/delegate", Map.of("userId", "matrixasker")));
        ACTIONS.put("complete its task", Action.post(ENGINE + "/task/{task}/complete", CLEARED));
        ACTIONS.put("send its form", Action.post(ENGINE + "/task/{task}/submit-form", CLEARED));
        ACTIONS.put(
                "change its task's variables",
                Action.post(ENGINE + "/task/{task}/variables", Map.of("modifications", Map.of("tier", LOW))));
        ACTIONS.put(
                "change its variables", new Action("PUT", ENGINE + "/process-instance/{process}/variables/tier", LOW));
        ACTIONS.put("withdraw it by message", Action.post(ENGINE + "/message", Map.of("messageName", "")));
        ACTIONS.put("delete its process", new Action("DELETE", ENGINE + "/process-instance/{process}", Map.of()));
        ACTIONS.put("send a request", Action.post("/api/requests", Submission.lowRisk()));
        ACTIONS.put(
                "send the intake form",
                Action.post(
                        ENGINE + "/process-definition/key/genai-clearance/submit-form",
                        Map.of(
                                "variables",
                                Map.of("request", Map.of("type", "Json", "value", text(Submission.lowRisk()))))));
        ACTIONS.put("ask for a triage", Action.post("/api/triage", Submission.facts("R-02")));
        ACTIONS.put("verify every record", Action.get("/api/record/verification"));
        ACTIONS.put("take a checkpoint", Action.post("/api/record/checkpoint", Map.of()));
        ACTIONS.put("read the checkpoints", Action.get("/api/record/checkpoints"));
        ACTIONS.put("read the figures", Action.get("/actuator/info"));
        ACTIONS.put(
                "make a filter",
                Action.post(
                        ENGINE + "/filter/create", Map.of("resourceType", "Task", "name", "Mine", "query", Map.of())));
        ACTIONS.put("list the users", Action.get(ENGINE + "/user"));
        ACTIONS.put("list the consents", Action.get("/api/consents"));
        ACTIONS.put("open the consents", Action.get("/consents"));
        ACTIONS.put("open a consent", Action.get("/api/consents/none"));
        ACTIONS.put(
                "withdraw a consent", Action.post("/api/consents/none/withdrawal", Map.of("reason", "She said so.")));
        ACTIONS.put(
                "limit a consent",
                Action.post("/api/consents/none/limitation", Map.of("reason", "She said so.", "scope", "Speech.")));
        ACTIONS.put("withdraw one on its page", Action.post("/consents/none/change", "what=WITHDRAWN&reason=No."));
        ACTIONS.put("read the agreements", Action.get("/api/agreements"));
        ACTIONS.put("open the agreements", Action.get("/agreements"));
        ACTIONS.put(
                "note a strike",
                Action.post("/api/agreements/handshake/strike", Map.of("called", true, "reason", "Called.")));
        ACTIONS.put(
                "note a strike on the page", Action.post("/agreements/handshake/strike", "called=true&reason=Called."));
        ACTIONS.put("list the grants", Action.get(ENGINE + "/authorization"));
    }

    private record Case(
            String number, String production, String title, String file, String task, String process, String todo) {

        String fill(String text, String user) {
            return text.replace("{number}", number)
                    .replace("{production}", production)
                    .replace("{file}", file)
                    .replace("{task}", task)
                    .replace("{process}", process)
                    .replace("{todo}", todo)
                    .replace("{me}", user);
        }
    }

    private final Floor floor;
    private final Map<String, Visitor> people = new LinkedHashMap<>();
    private final Map<String, Case> known = new LinkedHashMap<>();

    WhoMayDoWhatTest(Floor floor) {
        this.floor = floor;
    }

    @BeforeEach
    void everybodyIsThere() {
        floor.person("matrixasker", "asker@desk.example", "requesters", "production-ROOF-S1");
        floor.person("matrixcolleague", "matrixcolleague@desk.example", "requesters", "production-ROOF-S1");
        floor.person("matrixoutsider", "outsider@desk.example", "requesters");
        floor.person("matrixcontact", "roof.contact@desk.example", "netflix-contacts");
        floor.person("matrixcontact2", "cellar.contact@desk.example", "netflix-contacts");
        floor.person("matrixlegal2", "matrixlegal2@desk.example", "legal");
    }

    private static String userOf(String role) {
        return switch (role) {
            case "asker", "colleague", "outsider", "contact", "contact2" -> "matrix" + role;
            default -> role;
        };
    }

    /** One person of each role with a session, and with the tokens of the desk and of Tasklist. */
    private Visitor person(String role) {
        return people.computeIfAbsent(role, name -> {
            if (name.equals("nobody")) {
                return floor.nobody();
            }
            Visitor person = floor.signedIn(userOf(name)).inTasklist();
            person.get("/requests").expect(200);
            return person.with("X-DESK-CSRF", person.cookie("DESK-CSRF"));
        });
    }

    private Case newCase(String asker, String production) {
        String title = "Zebra finches over " + production;
        Map<String, Object> request = with(Submission.withLegalReview(), "title", title);
        request = with(request, "netflixContact", "roof.contact@desk.example");
        request =
                with(request, "production", Map.of("code", production, "title", "The secret garden of " + production));
        String number = floor.sent(asker, request);
        String file = floor.as(asker)
                .upload(
                        "/api/requests/" + number + "/evidence",
                        "garden-plan.txt",
                        "A plan.".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .json()
                .get("id")
                .asText();
        String task = floor.task(number, "reviewLegalExposure");
        Visitor admin = person("admin");
        String process = admin.get(ENGINE + "/task/" + task)
                .json()
                .get("processInstanceId")
                .asText();
        String todo = admin.get(ENGINE + "/filter?resourceType=Task&name=To%20do")
                .json()
                .get(0)
                .get("id")
                .asText();
        return new Case(number, production, title, file, task, process, todo);
    }

    static Stream<Arguments> cells() {
        return Stream.of(
                        cells("own production", OWN_PRODUCTION),
                        cells("other production", OTHER_PRODUCTION),
                        cells("no case", NO_CASE))
                .flatMap(each -> each);
    }

    private static Stream<Arguments> cells(String where, String table) {
        return table.lines().flatMap(line -> {
            List<String> cells =
                    Arrays.stream(line.split("\\|")).map(String::strip).toList();
            return Stream.iterate(0, i -> i < ROLES.size(), i -> i + 1)
                    .map(i -> Arguments.of(where, cells.get(0), ROLES.get(i), cells.get(i + 1)));
        });
    }

    /** Every action is tried, and every line of a table names one. */
    @Test
    void noActionIsLeftOut() {
        assertThat(Stream.of(OWN_PRODUCTION, OTHER_PRODUCTION, NO_CASE)
                        .flatMap(String::lines)
                        .map(line -> line.split("\\|")[0].strip()))
                .containsAll(ACTIONS.keySet())
                .isSubsetOf(ACTIONS.keySet());
    }

    @ParameterizedTest(name = "{0}: {1} as {2}: {3}")
    @MethodSource("cells")
    void everyCellHolds(String where, String name, String role, String expected) {
        Action action = ACTIONS.get(name);
        Case on = action.changesSomething() ? open(where) : known.computeIfAbsent(where, this::open);

        Answer answer = action.by(person(role), on, userOf(role));

        assertThat(found(answer, on, expected)).as(answer.text()).isEqualTo(expected);
        if (!expected.matches("2..|302|#[1+]")) {
            assertThat(answer.text()).doesNotContain(on.title, "garden of " + on.production, "garden-plan");
            assertThat(answer.text().replace(on.fill(action.path, ""), ""))
                    .as("beyond what was asked for")
                    .doesNotContain(action.path.contains("{number}") ? on.file : on.number);
        }
        if (expected.equals("404") && !name.equals("read its letter")) {
            Case nowhere = new Case("GC-1999-000001", "NONE", "", "1", "1", "1", "1");
            Answer unknown = action.by(person(role), nowhere, userOf(role));
            assertThat(answer.words()
                            .replace(on.number, nowhere.number)
                            .replace(on.file, nowhere.file)
                            .replace(on.task, nowhere.task))
                    .isEqualTo(unknown.words());
        }
    }

    private static String text(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Case open(String where) {
        return where.equals("other production")
                ? newCase("matrixoutsider", "CELLAR-S1")
                : newCase("matrixasker", "ROOF-S1");
    }

    private static String found(Answer answer, Case on, String expected) {
        if (!expected.startsWith("#") || answer.status() != 200) {
            return String.valueOf(answer.status());
        }
        JsonNode found = answer.json();
        long count = found.has("count")
                ? found.get("count").asLong()
                : found.has("cases")
                        ? found.get("cases").findValuesAsText("number").stream()
                                .filter(on.number::equals)
                                .count()
                        : StreamSupport.stream(found.spliterator(), false)
                                .filter(each -> !each.has("taskDefinitionKey")
                                        || each.get("id").asText().equals(on.task))
                                .count();
        return expected.equals("#+") && count > 0 ? "#+" : "#" + count;
    }
}
