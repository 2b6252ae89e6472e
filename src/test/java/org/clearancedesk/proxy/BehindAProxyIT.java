package org.clearancedesk.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Submission;
import org.clearancedesk.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people and programs see of a desk that stands behind the nginx of {@code docker/}. */
@ExtendWith(NginxIsThere.class)
class BehindAProxyIT {

    private static final int MEGABYTE = 1024 * 1024;

    private static Front front;

    @BeforeAll
    static void open() {
        front = Front.with("behind-a-proxy", 1);
    }

    @AfterAll
    static void close() throws Exception {
        front.close();
    }

    @ParameterizedTest
    @CsvSource({"/,/login", "/requests,/login", "/camunda/app/tasklist/default/,/login"})
    void everyWayInLeadsToTheSignInUnderThePublishedAddress(String wanted, String led) {
        assertThat(front.nobody().get(wanted).expect(302).header("Location")).isEqualTo(front.address() + led);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-Host, evil.example",
        "X-Forwarded-Proto, http",
        "X-Forwarded-Port, 80",
        "X-Forwarded-Prefix, /evil",
        "Forwarded, host=evil.example;proto=http"
    })
    void nobodyOutsideCanTellItThatItIsSomewhereElse(String header, String lie) {
        Answer answer = front.nobody().with(header, lie).get("/").expect(302);

        assertThat(answer.header("Location")).isEqualTo(front.address() + "/login");
    }

    @Test
    void everyCookieStaysOnTlsAndBrowsersAreToldToComeBackThatWayOnly() {
        Visitor person = front.nobody();
        Answer page = person.get("/login").expect(200);
        Answer signedIn = person.signsIn("requester", "requester").expect(302);
        Answer tasklist = person.get("/camunda/app/tasklist/default/").expect(200);

        assertThat(List.of(page, signedIn, tasklist))
                .flatExtracting(answer -> answer.response().headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("__Host-DESK-SESSION=") && cookie.contains("HttpOnly"))
                .anyMatch(cookie -> cookie.startsWith("DESK-CSRF="))
                .anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN="))
                .allMatch(cookie -> cookie.contains("Secure"));
        assertThat(page.header("Strict-Transport-Security")).contains("max-age=");
        assertThat(signedIn.header("Location")).isEqualTo(front.address() + "/");
    }

    @Test
    void aCallWithTheTokenOfItsSessionIsTakenAndOneWithoutIsNot() {
        Visitor person = front.signedIn("requester");

        person.post("/api/requests", Submission.lowRisk()).expect(201);
        person.with("X-DESK-CSRF", "made up")
                .post("/api/requests", Submission.lowRisk())
                .expectProblem(403);
    }

    @Test
    void pagesOfOtherOriginsAreTurnedAwayAndItsOwnAreNot() {
        Visitor person = front.signedIn("requester");

        person.with("Origin", front.address())
                .post("/api/triage", Submission.facts("M1-02"))
                .expect(200);
        for (String foreign : List.of(
                "https://evil.example", "https://localhost", front.node(0).address(), "null")) {
            person.with("Origin", foreign)
                    .post("/api/triage", Submission.facts("M1-02"))
                    .expectProblem(403);
        }
        person.with("Origin", front.address())
                .with("Sec-Fetch-Site", "same-site")
                .post("/api/triage", Submission.facts("M1-02"))
                .expectProblem(403);
    }

    @Test
    void tasklistWorksThroughIt() {
        front.as("requester")
                .post("/api/requests", Submission.withLegalReview())
                .expect(201);
        Visitor legal = front.signedIn("legal").inTasklist();

        String task = legal.tasklist("POST", "/task?maxResults=1", Map.of("taskDefinitionKey", "reviewLegalExposure"))
                .expect(200)
                .json()
                .get(0)
                .get("id")
                .asText();
        legal.tasklist("POST", "/task/" + task + "/claim", Map.of("userId", "legal"))
                .expect(204);
    }

    @Test
    void aFileOf25MegabytesComesThroughAndALargerOneIsRefusedInTheWordsOfTheDesk() {
        Visitor person = front.signedIn("requester");

        person.upload("/api/evidence", "large.txt", text(25 * MEGABYTE)).expect(201);
        person.upload("/api/evidence", "large.txt", text(25 * MEGABYTE + 1)).expectProblemAt(413, "file");
        person.upload("/api/evidence", "large.txt", text(26 * MEGABYTE)).expectProblemAt(413, "file");
        person.upload("/api/evidence", "large.txt", text(50 * MEGABYTE)).expectProblemAt(413, "file");
    }

    @Test
    void whatNobodyWouldSendIsRefusedBeforeItReachesTheDesk() {
        front.as("requester")
                .upload("/api/evidence", "huge.txt", text(61 * MEGABYTE))
                .expect(413);

        front.nginx().awaitCall(call -> call.contains(" 413 ") && call.endsWith(" -"));
    }

    @Test
    void healthAndMetricsAreNotForTheWorldAndTheProxySaysNothingOfItself() {
        for (String path : List.of("/actuator/health", "/actuator/prometheus", "/actuator/../actuator/health")) {
            Answer answer = front.nobody().get(path).expect(404);
            assertThat(answer.header("Server")).isEqualTo("nginx");
            assertThat(answer.text()).doesNotContain("UP").doesNotContainPattern("nginx/\\d");
        }
    }

    @Test
    void whoeverCallsItByAnotherNameIsNotLetIn() {
        assertThatThrownBy(() -> front.at(front.address().replace("localhost", "127.0.0.1"))
                        .get("/login"))
                .hasCauseInstanceOf(SSLException.class);
    }

    @Test
    void whatFollowsTheQuestionMarkIsNotNoted() {
        front.nobody().get("/login?code=a-secret-of-the-provider").expect(200);

        assertThat(front.nginx().awaitCall(call -> call.contains("\"GET /login\"")))
                .noneMatch(call -> call.contains("a-secret"));
    }

    private static byte[] text(int size) {
        return "x".repeat(size).getBytes(UTF_8);
    }
}
