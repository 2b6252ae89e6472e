package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearancedesk.people.RefusedAttempt;
import org.clearancedesk.people.RefusedAttempt.Kind;
import org.clearancedesk.people.RefusedAttempts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a call was refused for, administrators find it in the list, once, with who called what. */
@RunningDesk
class RefusedAttemptsAreListedTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    private final Floor floor;
    private final RefusedAttempts attempts;

    RefusedAttemptsAreListedTest(Floor floor, RefusedAttempts attempts) {
        this.floor = floor;
        this.attempts = attempts;
    }

    @Test
    void whatTheEngineRefuses() {
        String task = floor.task(floor.sent("requester", Submission.withLegalReview()), "reviewLegalExposure");
        Visitor person = known("refused-by-engine", "requesters").inTasklist();

        Answer answer = person.tasklist("POST", "/task/" + task + "/claim", Map.of("userId", "refused-by-engine"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).doesNotContain("permission", "Exception", "TASK_");
        isListedOnce("refused-by-engine", Kind.NOT_ALLOWED, "POST " + ENGINE + "/task/*/claim");
    }

    @Test
    void aCallToTheEngineWithoutItsToken() {
        Visitor person = known("without-token", "requesters");
        person.get("/camunda/app/tasklist/default/").expect(200);

        person.tasklist("POST", "/task", Map.of()).expect(403);

        isListedOnce("without-token", Kind.NOT_FROM_OUR_PAGES, "POST " + ENGINE + "/task");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /task/*",
        "GET, /task/*/form",
        "GET, /task/*/form-variables",
        "GET, /task/*/rendered-form",
        "GET, /task/*/deployed-form",
        "GET, /task/*/identity-links",
        "GET, /task/*/comment",
        "PUT, /task/*",
        "POST, /task/*/unclaim",
        "POST, /task/*/assignee",
        "POST, /task/*/complete",
        "POST, /task/*/submit-form",
        "POST, /task/*/comment/create"
    })
    void aTaskThatIsNotTheirs(String method, String route) {
        String name = "guessing-" + Integer.toHexString((method + route).hashCode());
        Visitor person = known(name, "requesters").inTasklist();
        String task = floor.task(floor.sent("requester", Submission.withLegalReview()), "reviewLegalExposure");

        Answer answer =
                person.tasklist(method, route.replace("*", task), method.equals("GET") ? null : Map.of("message", "x"));

        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        assertThat(of(name))
                .as(answer.status() + " " + answer.text())
                .singleElement()
                .satisfies(attempt -> {
                    assertThat(attempt.kind()).isIn(Kind.HIDDEN_CASE, Kind.NOT_ALLOWED, Kind.STEP_REFUSED);
                    assertThat(attempt.route()).isEqualTo(method + " " + ENGINE + route);
                });
    }

    @Test
    void somebodyElsesProfile() {
        Visitor person = known("looking-at-profiles", "requesters").inTasklist();

        person.tasklist("GET", "/user/approver/profile", null).expect(404);

        isListedOnce("looking-at-profiles", Kind.HIDDEN_CASE, "GET " + ENGINE + "/user/*/profile");
    }

    @Test
    void aCallThatNoPageMakes() {
        Visitor person = known("off-the-pages", "requesters").inTasklist();

        person.tasklist("GET", "/history/cleanup/jobs").expect(403);

        isListedOnce("off-the-pages", Kind.NOT_ALLOWED, "GET " + ENGINE + "/history/cleanup/jobs");
    }

    @Test
    void withoutTheWordsThatSomebodyPutIntoTheAddress() {
        Visitor person = known("writing-a-list", "requesters").inTasklist();

        person.tasklist("GET", "/process-instance/keanu-reeves").expect(403);
        floor.nobody().get("/engine-rest/tom-hanks");

        isListedOnce("writing-a-list", Kind.NOT_ALLOWED, "GET " + ENGINE + "/process-instance/*");
        assertThat(attempts.newest(0, 50))
                .extracting(RefusedAttempt::route)
                .noneMatch(route -> route.contains("tom-hanks"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/requests;x=y", "/api/%2e%2e/requests", "/api//requests", "/api/requests/a%252fb"})
    void anAddressWithATrick(String path) {
        String name = "tricks-" + Integer.toHexString(path.hashCode());
        Visitor person = known(name, "requesters");

        person.get(path).expect(400);

        assertThat(of(name)).extracting(RefusedAttempt::kind).containsExactly(Kind.DISGUISED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/requests%2fsecret-one", "/api/requests%00", "/api/%5csecret-two"})
    void anAddressThatTheServerItselfRefuses(String path) throws IOException {
        long before = disguised();

        RawCall.Reply reply = new RawCall("GET", path, List.of(), new byte[0])
                .sendTo(URI.create(floor.nobody().address()).getPort(), ofItsOwn());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(disguised()).isGreaterThan(before);
        assertThat(attempts.newest(0, 200))
                .extracting(RefusedAttempt::route)
                .noneMatch(route -> route.contains("secret"));
    }

    /** Other stories try tricks as well, and more of the same from one address within a minute is not listed. */
    private static InetAddress ofItsOwn() throws IOException {
        return InetAddress.getByName("127.0.77.7");
    }

    @Test
    void aSearchThatAsksForTooMuch() {
        Visitor person = known("asking-much", "requesters").inTasklist();
        List<Map<String, String>> parts = Collections.nCopies(11, Map.of("name", "x"));

        person.tasklist("POST", "/task", Map.of("orQueries", parts)).expect(400);

        isListedOnce("asking-much", Kind.NOT_ALLOWED, "POST " + ENGINE + "/task");
    }

    @Test
    void aFilterWithAnExpression() {
        Visitor person = known("with-expression", "camunda-admin").inTasklist();

        person.tasklist(
                        "POST",
                        "/filter/create",
                        Map.of(
                                "resourceType",
                                "Task",
                                "name",
                                "expressive",
                                "query",
                                Map.of("assigneeExpression", "${execution.id}")))
                .expect(400);

        isListedOnce("with-expression", Kind.NOT_ALLOWED, "POST " + ENGINE + "/filter/create");
    }

    @Test
    void anAccountWithTheNameOfSomebodyWhoHasLeft() {
        floor.person("has-left-listed", "has-left-listed@desk.example");
        Visitor person = known("taking-a-name", "camunda-admin").inTasklist();
        person.tasklist("DELETE", "/user/has-left-listed", null).expect(204);

        person.tasklist(
                        "POST",
                        "/user/create",
                        Map.of(
                                "profile",
                                Map.of("id", "has-left-listed", "firstName", "A", "lastName", "B"),
                                "credentials",
                                Map.of("password", "a new password")))
                .expect(400);

        isListedOnce("taking-a-name", Kind.NOT_ALLOWED, "POST " + ENGINE + "/user/create");
    }

    @Test
    void aBodyInAFormatThatIsNotTakenThere() {
        Visitor person = known("other-format", "requesters").inTasklist();

        person.upload(ENGINE + "/task", "a.pdf", new byte[] {1}).expect(415);

        isListedOnce("other-format", Kind.DISGUISED, "POST " + ENGINE + "/task");
    }

    @Test
    void theirOwnAddressAsTheContact() {
        known("own-contact", "requesters", "netflix-contacts");
        Map<String, Object> request = new HashMap<>(Submission.lowRisk());
        request.put("netflixContact", "own-contact+1@desk.example");

        floor.as("own-contact").post("/api/requests", request).expectProblem(422);

        isListedOnce("own-contact", Kind.NOT_ALLOWED, "POST /api/requests");
    }

    @Test
    void aProductionThatTheyDoNotBelongTo() {
        known("of-another-production", "requesters");
        floor.person("of-the-production", "of-the-production@desk.example", "production-ALIEN-S9");
        Map<String, Object> request = new HashMap<>(Submission.lowRisk());
        request.put("production", Map.of("code", "ALIEN-S9", "title", "Alien"));

        floor.as("of-another-production").post("/api/requests", request).expectProblem(422);

        isListedOnce("of-another-production", Kind.NOT_ALLOWED, "POST /api/requests");
    }

    @Test
    void aRevocationBySomebodyWhoIsNoApprover() {
        known("no-approver", "requesters");
        String number = approvedFor("no-approver");
        String reason = "Because of a secret.";

        floor.as("no-approver")
                .post("/api/requests/" + number + "/revocation", Map.of("reason", reason))
                .expectProblem(403);

        RefusedAttempt attempt =
                isListedOnce("no-approver", Kind.NOT_ALLOWED, "POST /api/requests/{number}/revocation");
        assertThat(attempt.number()).isEqualTo(number);
        assertThat(attempt.toString()).doesNotContain("secret");
    }

    @Test
    void aRevocationOnThePageThatSaysSoAndLooksAsBefore() {
        Visitor person = known("no-approver-either", "requesters");
        String number = approvedFor("no-approver-either");
        person.get("/requests").expect(200);

        Answer page = person.post(
                "/requests/" + number + "/revocation",
                "application/x-www-form-urlencoded",
                "reason=Not+ours&_csrf=" + person.cookie("DESK-CSRF"));

        assertThat(page.text()).contains("Only an approver or somebody of legal");
        isListedOnce("no-approver-either", Kind.NOT_ALLOWED, "POST /requests/{number}/revocation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"standing-approval", "standing-approval/end"})
    void aStandingApprovalBySomebodyWhoReviewedTheCase(String what) {
        String reviewer = "reviewed-" + what.replace('/', '-');
        known(reviewer, "legal", "approvers");
        String number = approvedFor("requester", reviewer);

        floor.as(reviewer)
                .post(
                        "/api/requests/" + number + "/" + what,
                        what.endsWith("end")
                                ? Map.of("reason", "Over.")
                                : Map.of("usesLimit", 3, "validUntil", "2030-01-01", "reason", "Noise is noise."))
                .expectProblem(403);

        isListedOnce(reviewer, Kind.NOT_ALLOWED, "POST /api/requests/{number}/" + what);
    }

    @Test
    void somebodyWhoTakesATaskAwayFromWhoMadeTheRequest() {
        known("taking-away", "camunda-admin");
        String number = floor.sent("requester", Submission.withLegalReview());
        floor.completes(
                "legal",
                number,
                "reviewLegalExposure",
                Map.of("legalOutcome", "CHANGES_NEEDED", "legalReason", "Which scene?"));
        String task = floor.task(number, "amendRequest");

        Answer answer =
                floor.signedIn("taking-away").inTasklist().tasklist("POST", "/task/" + task + "/unclaim", Map.of());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("This task stays with whoever made the request.");
        isListedOnce("taking-away", Kind.NOT_ALLOWED, "POST " + ENGINE + "/task/*/unclaim");
    }

    @Test
    void nothingThatSomebodyMerelyMistyped() {
        known("mistyping", "requesters");
        Map<String, Object> request = new HashMap<>(Submission.lowRisk());
        request.put("netflixContact", "nobody@nowhere.example");

        floor.as("mistyping").post("/api/requests", request).expectProblem(422);
        floor.as("mistyping").post("/api/requests", Map.of()).expectProblem(422);
        Visitor person = floor.signedIn("mistyping");
        person.get("/requests").expect(200);
        person.inTasklist()
                .tasklist("POST", "/task", Map.of("dueBefore", "nonsense"))
                .expect(400);

        assertThat(of("mistyping")).isEmpty();
    }

    private String approvedFor(String requester) {
        return approvedFor(requester, "legal");
    }

    private String approvedFor(String requester, String reviewer) {
        Map<String, Object> request = new HashMap<>(Submission.withLegalReview());
        request.put("production", Map.of("code", "LISTED-S1", "title", "The List"));
        String number = floor.sent(requester, request);
        floor.completes(reviewer, number, "reviewLegalExposure", Map.of("legalOutcome", "CLEARED"));
        floor.completes("approver", number, "approveInWriting", Map.of("approvalOutcome", "APPROVED"));
        return number;
    }

    private Visitor known(String name, String... groups) {
        floor.person(name, name + "@desk.example", groups);
        return floor.signedIn(name);
    }

    private RefusedAttempt isListedOnce(String who, Kind kind, String route) {
        assertThat(of(who)).singleElement().satisfies(attempt -> {
            assertThat(attempt.kind()).isEqualTo(kind);
            assertThat(attempt.route()).isEqualTo(route);
            assertThat(attempt.at()).isNotNull();
        });
        return of(who).get(0);
    }

    private List<RefusedAttempt> of(String who) {
        return attempts.newest(0, 200).stream()
                .filter(attempt -> who.equals(attempt.who()))
                .toList();
    }

    private long disguised() {
        return attempts.newest(0, 10_000).stream()
                .filter(attempt -> attempt.kind() == Kind.DISGUISED || attempt.kind() == Kind.AND_MORE)
                .count();
    }
}
