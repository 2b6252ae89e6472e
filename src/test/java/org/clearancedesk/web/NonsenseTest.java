package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;

/** Two thousand calls that nobody means. Another seed: {@code -Dnonsense.seed=…}. */
@RunningDesk
class NonsenseTest {

    private static final long SEED = Long.getLong("nonsense.seed", 20_260_224L);
    private static final int CALLS = Integer.getInteger("nonsense.calls", 2_000);
    private static final String ENGINE = "/camunda/api/engine/engine/default/";
    private static final String PARAMETER = "\\{[^}]*}";

    private static final Pattern INNARDS =
            Pattern.compile("\\n\\s*at [\\w.$/]+\\(|\\.java:\\d+\\)|Caused by:|Apache Tomcat/\\d|Whitelabel");

    /** What Tasklist and Cockpit change and search through; people are named who are not there. */
    private static final List<String> WEBAPP = List.of(
            "POST task",
            "POST task/count",
            "GET task",
            "POST history/task",
            "POST process-instance",
            "POST history/process-instance",
            "GET history/process-instance",
            "POST filter/create",
            "PUT filter/{id}",
            "POST filter/{id}/list",
            "GET filter/{id}/list",
            "POST task/{task}/claim",
            "POST task/{task}/unclaim",
            "POST task/{task}/complete",
            "POST task/{task}/submit-form",
            "POST task/{task}/assignee",
            "POST task/{task}/delegate",
            "POST task/{task}/resolve",
            "POST task/{task}/comment/create",
            "POST task/{task}/identity-links",
            "PUT task/{task}",
            "GET task/{task}/form-variables",
            "POST process-definition/key/genai-clearance/submit-form",
            "POST decision-definition/key/guideline-triage/evaluate",
            "POST user/create",
            "PUT user/{id}/profile",
            "PUT user/{id}/credentials",
            "POST group/create",
            "PUT group/{id}/members/{id}",
            "POST authorization/create",
            "GET authorization/check",
            "PUT job/{id}/retries",
            "POST message",
            "POST nowhere");

    private static final List<String> PAGES = List.of(
            "GET /",
            "GET /login",
            "POST /login",
            "GET /requests",
            "GET /requests/{number}",
            "POST /requests/{number}/withdrawal",
            "GET /verify/{letter}",
            "GET /error",
            "GET /actuator/health",
            "GET /actuator/{any}",
            "GET /camunda/app/tasklist/default/",
            "GET /camunda/app/{any}",
            "GET /{any}/{any}");

    private final Floor floor;
    private final IdentityService identity;
    private final FilterService filters;

    NonsenseTest(Floor floor, IdentityService identity, FilterService filters) {
        this.floor = floor;
        this.identity = identity;
        this.filters = filters;
    }

    @Test
    void nothingThatSomebodySendsBreaksTheDeskOrShowsItsInnards() throws IOException {
        Nonsense nonsense = new Nonsense(SEED);
        int port = URI.create(floor.nobody().address()).getPort();
        List<String> routes = routes();
        List<List<String>> callers = callers();
        String number = floor.sent("requester", Submission.withLegalReview());
        String task = floor.task(number, "reviewLegalExposure");
        Set<String> before = made();
        List<String> offences = new ArrayList<>();

        for (int index = 0; index < CALLS; index++) {
            RawCall call = call(nonsense, routes.get(index % routes.size()), nonsense.oneOf(callers), number, task);
            RawCall.Reply reply = call.sendTo(port);
            if (reply.status() >= 500 || INNARDS.matcher(reply.text()).find()) {
                offences.add(call + "\n  → "
                        + reply.text().substring(0, Math.min(2_500, reply.text().length())));
            }
        }

        made().stream().filter(id -> !before.contains(id)).forEach(this::takeAway);
        assertThat(offences).as("-Dnonsense.seed=%d", SEED).isEmpty();
        floor.nobody().get("/actuator/health").expect(200);
    }

    private static RawCall call(Nonsense nonsense, String route, List<String> caller, String number, String task) {
        String method = route.substring(0, route.indexOf(' '));
        String target = route.substring(route.indexOf(' ') + 1);
        while (target.contains("{")) {
            String known = target.matches(".*?\\{task}.*") && nonsense.timesIn(1, 2)
                    ? task
                    : nonsense.timesIn(1, 3) ? number : nonsense.step();
            target = target.replaceFirst(PARAMETER, known);
        }
        if (nonsense.timesIn(1, 4)) {
            target += "?" + nonsense.query();
        }
        List<String> headers = new ArrayList<>(caller);
        headers.addAll(nonsense.headers());
        if (!method.equals("GET") || nonsense.timesIn(1, 5)) {
            headers.add("Content-Type: " + nonsense.type());
        }
        String sent = nonsense.timesIn(1, 12)
                ? nonsense.oneOf(List.of("PATCH", "TRACE", "OPTIONS", "HEAD", "PROPFIND", "nonsense"))
                : method;
        return new RawCall(sent, target, headers, method.equals("GET") ? new byte[0] : nonsense.body(near(target)));
    }

    /** A body that would be taken there, or somewhere else. */
    private static Map<String, ?> near(String target) {
        if (target.startsWith("/api/triage")) {
            return Submission.facts("R-02");
        }
        if (target.contains("user/create")) {
            return Map.of("profile", Map.of("id", "x y", "firstName", "A"), "credentials", Map.of("password", "b"));
        }
        if (target.startsWith(ENGINE)) {
            return Map.of(
                    "variables",
                    Map.of("legalOutcome", Map.of("value", "CLEARED", "type", "String")),
                    "userId",
                    "legal",
                    "sorting",
                    List.of(Map.of("sortBy", "dueDate", "sortOrder", "asc")),
                    "orQueries",
                    List.of(Map.of("name", "any")),
                    "dueBefore",
                    "2026-02-24T10:00:00.000+0000");
        }
        return Submission.withConsent(Submission.performer("Somebody", "PRINCIPAL"));
    }

    private List<String> routes() {
        List<String> routes = new ArrayList<>(PAGES);
        WEBAPP.forEach(route -> routes.add(route.replaceFirst(" ", " " + ENGINE)));
        floor.as("admin")
                .get("/api/openapi")
                .expect(200)
                .json()
                .path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(routes).contains("POST /api/requests", "POST /api/triage", "GET /api/requests/{number}/letter");
        return routes;
    }

    private List<List<String>> callers() {
        return List.of(List.of(), program("requester"), session("requester"), session("legal"), session("admin"));
    }

    private static List<String> program(String user) {
        return List.of("Authorization: Basic "
                + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> session(String user) {
        Visitor person = floor.signedIn(user);
        person.get("/requests").expect(200);
        person.inTasklist();
        return List.of(
                "Cookie: DESK-SESSION=%s; DESK-CSRF=%s; XSRF-TOKEN=%s"
                        .formatted(
                                person.cookie("DESK-SESSION"), person.cookie("DESK-CSRF"), person.cookie("XSRF-TOKEN")),
                "X-DESK-CSRF: " + person.cookie("DESK-CSRF"),
                "X-XSRF-TOKEN: " + person.cookie("XSRF-TOKEN"));
    }

    private Set<String> made() {
        Set<String> made = filters.createFilterQuery().list().stream()
                .map(filter -> "filter " + filter.getId())
                .collect(Collectors.toSet());
        identity.createGroupQuery().list().forEach(group -> made.add("group " + group.getId()));
        identity.createUserQuery().list().forEach(user -> made.add("user " + user.getId()));
        return made;
    }

    private void takeAway(String made) {
        String id = made.substring(made.indexOf(' ') + 1);
        switch (made.charAt(0)) {
            case 'f' -> filters.deleteFilter(id);
            case 'g' -> identity.deleteGroup(id);
            default -> identity.deleteUser(id);
        }
    }
}
