package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A page of another site lets the victim's browser send calls with the victim's cookies. */
@RunningDesk
class ForeignCallsTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TOKEN = "DESK-CSRF";
    private static final String WEBAPP_TOKEN = "XSRF-TOKEN";
    private static final String SIGN_OUT_OF_TASKLIST = "/camunda/api/admin/auth/user/default/logout";

    private final Floor floor;

    ForeignCallsTest(Floor floor) {
        this.floor = floor;
    }

    /** What the attacker sends along, given the victim's token and one of their own. */
    static Stream<Arguments> tokens() {
        return Stream.of(
                token("none", own -> ""),
                token("made up", own -> "2f1c0f1e-0000-4000-8000-000000000000"),
                token("of the attacker's session", own -> own));
    }

    private static Arguments token(String name, Function<String, String> sent) {
        return Arguments.of(Named.of(name, sent));
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void toTheApiAreRefusedAndStoreNothing(Function<String, String> token) {
        String foreign = token.apply(sessionOf("requester2").cookie(TOKEN));
        Visitor victim = sessionOf("requester");
        Map<String, Long> before = floor.rows();

        // A neighbour under the same domain can plant the cookie too.
        victim.holds(TOKEN, foreign)
                .with("X-DESK-CSRF", foreign)
                .post("/api/requests", Submission.lowRisk())
                .expectProblem(403);
        victim.upload("/api/evidence", "a.txt", "text".getBytes()).expectProblem(403);

        assertThat(floor.rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void toTheWithdrawalOnItsPageAreRefused(Function<String, String> token) {
        String foreign = token.apply(sessionOf("requester2").cookie(TOKEN));
        String number = floor.sent("requester", Submission.withLegalReview());
        Visitor victim = sessionOf("requester").holds(TOKEN, foreign);

        victim.post("/requests/" + number + "/withdrawal", FORM, "reason=No+more&_csrf=" + foreign)
                .expect(403);

        assertThat(floor.as("requester")
                        .get("/api/requests/" + number)
                        .json()
                        .get("status")
                        .asText())
                .isEqualTo("IN_REVIEW");
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void cannotSignTheVictimInAsTheAttacker(Function<String, String> token) {
        Visitor attacker = floor.nobody();
        attacker.get("/login").expect(200);
        String foreign = token.apply(attacker.cookie(TOKEN));
        Visitor victim = floor.nobody().holds(TOKEN, foreign);

        victim.post("/login", FORM, "username=requester2&password=requester2&_csrf=" + foreign)
                .expect(403);

        victim.get("/api/requests").expectProblem(401);
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void cannotSignTheVictimOut(Function<String, String> token) {
        String foreign = token.apply(sessionOf("requester2").cookie(TOKEN));
        Visitor victim = sessionOf("requester");

        victim.holds(TOKEN, foreign).post("/logout", FORM, "_csrf=" + foreign).expect(403);

        victim.get("/api/requests").expect(200);
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void cannotSignTheVictimOutOfTheDeskThroughTasklist(Function<String, String> token) {
        String foreign = token.apply(sessionOf("requester2").cookie(WEBAPP_TOKEN));
        Visitor victim = sessionOf("requester");
        Visitor elsewhere = floor.signedIn("requester");

        // A browser sends this along; the webapp's own check would end the session that was attacked.
        victim.with("Sec-Fetch-Site", "cross-site")
                .with("X-XSRF-TOKEN", foreign)
                .post(SIGN_OUT_OF_TASKLIST, Map.of())
                .expect(403);

        victim.get("/api/requests").expect(200);
        elsewhere.get("/api/requests").expect(200);
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void cannotSignOutOtherSessionsThroughTasklistEvenFromAnOldBrowser(Function<String, String> token) {
        String foreign = token.apply(sessionOf("requester2").cookie(WEBAPP_TOKEN));
        Visitor elsewhere = floor.signedIn("requester");

        sessionOf("requester")
                .with("X-XSRF-TOKEN", foreign)
                .post(SIGN_OUT_OF_TASKLIST, Map.of())
                .expect(403);

        elsewhere.get("/api/requests").expect(200);
    }

    @Test
    void tasklistItselfSignsOut() {
        Visitor person = sessionOf("requester");

        person.with("X-XSRF-TOKEN", person.cookie(WEBAPP_TOKEN))
                .with("Sec-Fetch-Site", "same-origin")
                .post(SIGN_OUT_OF_TASKLIST, Map.of())
                .expect(204);

        person.get("/api/requests").expectProblem(401);
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void toTheWebappAreRefusedAndStoreNothing(Function<String, String> token) {
        String foreign = token.apply(sessionOf("requester2").cookie(WEBAPP_TOKEN));
        Visitor victim = sessionOf("requester");
        Map<String, Long> before = floor.rows();

        victim.holds(WEBAPP_TOKEN, foreign)
                .with("X-XSRF-TOKEN", foreign)
                .post(
                        "/camunda/api/engine/engine/default/process-definition/key/genai-clearance/submit-form",
                        Map.of("variables", Map.of()))
                .expect(403);

        assertThat(floor.rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://evil.example",
        "Origin, http://127.0.0.1:1",
        "Origin, null"
    })
    void fromAPageOfAnotherSiteAreRefusedEvenWithTheRightToken(String header, String value) {
        Visitor victim = sessionOf("requester");
        Map<String, Long> before = floor.rows();

        victim.with("X-DESK-CSRF", victim.cookie(TOKEN))
                .with(header, value)
                .post("/api/requests", Submission.lowRisk())
                .expectProblem(403);

        assertThat(floor.rows()).isEqualTo(before);
    }

    @Test
    void theTokenIsAnotherOneAfterTheSignIn() {
        Visitor person = floor.nobody();
        person.get("/login").expect(200);
        String before = person.cookie(TOKEN);

        person.signsIn("requester", "requester").expect(302);

        assertThat(person.cookie(TOKEN)).isNotBlank().isNotEqualTo(before);
        person.with("X-DESK-CSRF", before)
                .post("/api/triage", Submission.facts("R-02"))
                .expectProblem(403);
        person.with("X-DESK-CSRF", person.cookie(TOKEN))
                .with("Origin", person.address())
                .post("/api/triage", Submission.facts("R-02"))
                .expect(200);
    }

    @Test
    void aProgramGetsNeitherASessionNorAToken() {
        Answer answer = floor.as("requester").get("/api/requests").expect(200);

        assertThat(answer.response().headers().allValues("Set-Cookie")).isEmpty();
    }

    /** Somebody who has looked at Tasklist, so that they hold its token too. */
    private Visitor sessionOf(String user) {
        Visitor person = floor.signedIn(user);
        person.get("/camunda/app/tasklist/default/").expect(200);
        return person;
    }
}
