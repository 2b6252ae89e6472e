package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@RunningDesk
class OneLoginTest {

    private static final String TASKS = "/camunda/api/engine/engine/default/task";
    private final Floor floor;

    OneLoginTest(Floor floor) {
        this.floor = floor;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/requests",
                "/api/requests/GC-2026-000001",
                "/api/nope",
                "/api/openapi",
                "/api/record/verification"
            })
    void programsWithoutAPasswordAreToldToSignIn(String path) {
        Answer answer = floor.nobody().get(path).expectProblem(401);

        assertThat(answer.header("WWW-Authenticate")).isEmpty();
    }

    @Test
    void aPostWithoutASignInIsRefusedAndStoresNothing() {
        Map<String, Long> before = floor.rows();

        assertThat(floor.nobody().post("/api/requests", Submission.lowRisk()).status())
                .isIn(401, 403);

        assertThat(floor.rows()).isEqualTo(before);
    }

    @Test
    void aWrongPasswordOrUserIsRefusedInTheSameWordsAndWithoutABrowsersPasswordWindow() {
        floor.person("forgetful", "forgetful@desk.example", "requesters");
        Answer wrongPassword = floor.nobody()
                .withPassword("forgetful", "wrong")
                .get("/api/requests")
                .expectProblem(401);
        Answer wrongUser = floor.nobody()
                .withPassword("nobody", "wrong")
                .get("/api/requests")
                .expectProblem(401);

        assertThat(wrongUser.words()).isEqualTo(wrongPassword.words());
        assertThat(wrongPassword.header("WWW-Authenticate")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/requests",
                "/requests/GC-2026-000001",
                "/camunda/app/tasklist/default/",
                "/api/docs",
                "/nope"
            })
    void peopleAreLedToTheSignInPage(String path) {
        Answer answer = floor.nobody().get(path).expect(302);

        assertThat(answer.header("Location")).endsWith("/login");
    }

    @Test
    void oneSignInOpensApiPagesAndTasklist() {
        Visitor person = floor.signedIn("requester");

        person.get("/api/requests").expect(200);
        person.get("/requests").expect(200);
        person.get("/camunda/app/tasklist/default/").expect(200);
        assertThat(person.get(TASKS).expect(200).json().isArray()).isTrue();
        assertThat(person.get("/camunda/api/admin/auth/user/default")
                        .expect(200)
                        .json()
                        .get("userId")
                        .asText())
                .isEqualTo("requester");
    }

    @Test
    void tasklistShowsEachGroupItsOwnTasks() {
        String number = floor.sent("requester", Submission.withLegalReview());
        String query = TASKS + "?processInstanceBusinessKey=" + number;

        assertThat(floor.signedIn("legal").get(query).json()).hasSize(1);
        assertThat(floor.signedIn("talent").get(query).json()).isEmpty();
        assertThat(floor.signedIn("requester2").get(query).json()).isEmpty();
    }

    @Test
    void aWrongPasswordOnThePageLeadsBackToItAndOpensNothing() {
        Visitor person = floor.nobody();

        floor.person("forgetful", "forgetful@desk.example", "requesters");
        assertThat(person.signsIn("forgetful", "wrong").expect(302).header("Location"))
                .endsWith("/login?error");
        person.get("/api/requests").expectProblem(401);
    }

    @Test
    void signingInGivesTheSessionANewName() {
        Visitor person = floor.nobody();
        person.get("/login").expect(200);
        String before = person.cookie("DESK-SESSION");

        person.signsIn("requester", "requester").expect(302);

        assertThat(before).isNotBlank();
        assertThat(person.cookie("DESK-SESSION")).isNotBlank().isNotEqualTo(before);
    }

    @Test
    void theSessionsCookieIsForTheServerOnly() {
        Visitor person = floor.nobody();

        assertThat(person.get("/login").response().headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("DESK-SESSION="))
                .hasSize(1)
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
    }

    @Test
    void aSessionSendsItsTokenWithEveryCallThatChangesSomething() {
        Visitor person = floor.signedIn("requester");
        person.get("/requests").expect(200);
        Map<String, Long> before = floor.rows();

        person.post("/api/requests", Submission.lowRisk()).expectProblem(403);
        assertThat(floor.rows()).isEqualTo(before);

        person.with("X-DESK-CSRF", person.cookie("DESK-CSRF"))
                .post("/api/requests", Submission.lowRisk())
                .expect(201);
    }

    @Test
    void aTokenMadeUpByAnotherPageOpensNothing() {
        Visitor person = floor.signedIn("requester");

        person.with("X-DESK-CSRF", "made-up")
                .post("/api/triage", Submission.facts("R-02"))
                .expectProblem(403);
    }

    @Test
    void aProgramWithAPasswordNeedsNoToken() {
        floor.as("requester").post("/api/triage", Submission.facts("R-02")).expect(200);
    }

    @Test
    void signingOutEndsTheSession() {
        Visitor person = floor.signedIn("requester");
        person.get("/requests").expect(200);

        assertThat(person.with("Accept", "text/html")
                        .post("/logout", "application/x-www-form-urlencoded", "_csrf=" + person.cookie("DESK-CSRF"))
                        .expect(302)
                        .header("Location"))
                .endsWith("/login?out");

        person.get("/api/requests").expectProblem(401);
        assertThat(person.get(TASKS).status()).isEqualTo(401);
        person.get("/requests").expect(302);
    }

    @Test
    void aLinkOnAForeignPageSignsNobodyOut() {
        Visitor person = floor.signedIn("requester");

        person.get("/logout");
        person.post("/logout", "application/x-www-form-urlencoded", "").expect(403);

        person.get("/api/requests").expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest", "/engine-rest/task", "/engine-rest/engine", "/rest/task", "/h2-console"})
    void theEnginesOwnInterfaceIsNotThere(String path) {
        assertThat(floor.signedIn("admin").get(path).status()).isEqualTo(404);
        assertThat(floor.nobody().get(path).status()).isIn(302, 404);
    }

    @Test
    void theWebappsInterfaceIsClosedWithoutASignIn() {
        assertThat(floor.nobody().get(TASKS).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"contact, /profile, 403", "contact, /profile/, 403", "contact, /%70rofile, 403", "admin, /profile, 204"
    })
    void onlyAdministratorsChangeAnAddressBecauseCasesOpenToTheOneTheyName(String user, String path, int status) {
        Visitor person = floor.signedIn(user);
        person.get("/camunda/app/tasklist/default/").expect(200);

        Answer answer = person.with("X-XSRF-TOKEN", person.cookie("XSRF-TOKEN"))
                .call(
                        "PUT",
                        "/camunda/api/engine/engine/default/user/" + user + path,
                        Map.of("Content-Type", "application/json"),
                        "{\"id\":\"%s\",\"firstName\":\"A\",\"lastName\":\"B\",\"email\":\"%s@desk.example\"}"
                                .formatted(user, user)
                                .getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/start", "/start/", "/%73tart"})
    void nobodyEntersTheProcessPastRegistrationAndTriage(String path) {
        String victim = floor.sent("requester", Submission.withLegalReview());
        Visitor attacker = floor.signedIn("requester2");
        attacker.get("/camunda/app/tasklist/default/").expect(200);
        Map<String, Long> before = floor.rows();

        Answer answer = attacker.with("X-XSRF-TOKEN", attacker.cookie("XSRF-TOKEN"))
                .post(
                        "/camunda/api/engine/engine/default/process-definition/key/genai-clearance" + path,
                        Map.of(
                                "businessKey",
                                victim,
                                "skipCustomListeners",
                                true,
                                "startInstructions",
                                List.of(Map.of(
                                        "type", "startBeforeActivity", "activityId", "discloseToNetflixContact"))));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(floor.rows()).isEqualTo(before);
    }

    @Test
    void healthIsForAnybodyAndFiguresForAdministrators() {
        assertThat(floor.nobody().get("/actuator/health/readiness").expect(200).text())
                .contains("\"UP\"");
        assertThat(floor.nobody().get("/actuator/prometheus").status()).isNotEqualTo(200);
        assertThat(floor.as("requester").get("/actuator/prometheus").status()).isEqualTo(403);
        assertThat(floor.as("admin").get("/actuator/info").status()).isEqualTo(200);
        assertThat(floor.as("admin").get("/actuator/env").status()).isEqualTo(404);
    }
}
