package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.clearancedesk.process.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three wrong tries are allowed for an account from one place, eight for an account, twelve from one place. */
@GuardedDesk
class GuessingPasswordsTest {

    private static final String FORWARDED = "X-Forwarded-For";
    private static final String HERE = "203.0.113.7";

    private final Floor floor;
    private final MovableClock clock;

    GuessingPasswordsTest(Floor floor, MovableClock clock) {
        this.floor = floor;
        this.clock = clock;
    }

    @BeforeEach
    void nextDay() {
        clock.passes(Duration.ofDays(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"requester", "nobody-at-all"})
    void isStoppedAfterThreeWrongTriesInTheSameWordsForAnyName(String user) {
        for (int wrong = 0; wrong < 3; wrong++) {
            guess(user, "wrong", HERE).expectProblem(401);
        }

        Answer stopped = guess(user, "wrong", HERE).expectProblem(429);

        assertThat(Integer.parseInt(stopped.header("Retry-After"))).isBetween(1, 600);
        assertThat(stopped.json().get("detail").asText())
                .startsWith("This was tried too often in a short time.")
                .doesNotContain(user);
    }

    @Test
    void isStoppedEvenWhenTheRightPasswordComesNext() {
        for (int wrong = 0; wrong < 3; wrong++) {
            guess("requester", "wrong", HERE).expectProblem(401);
        }

        guess("requester", "requester", HERE).expectProblem(429);
        Visitor onThePage = floor.nobody().with(FORWARDED, HERE);
        Answer page = onThePage.signsIn("requester", "requester").expect(429);

        assertThat(page.header("Retry-After")).isNotBlank();
        assertThat(page.text()).contains("tried too often");
        onThePage.get("/api/requests").expectProblem(401);
    }

    @Test
    void onThePageIsStoppedToo() {
        Visitor guesser = floor.nobody().with(FORWARDED, HERE);
        for (int wrong = 0; wrong < 3; wrong++) {
            guesser.signsIn("requester", "wrong " + wrong).expect(302);
        }

        guesser.signsIn("requester", "requester").expect(429);

        guess("requester", "requester", HERE).expectProblem(429);
    }

    @Test
    void mayGoOnAfterTheTimeThatTheAnswerNames() {
        for (int wrong = 0; wrong < 3; wrong++) {
            guess("requester", "wrong", HERE).expectProblem(401);
        }
        int wait = Integer.parseInt(
                guess("requester", "requester", HERE).expectProblem(429).header("Retry-After"));

        clock.passes(Duration.ofSeconds(wait));

        guess("requester", "requester", HERE).expect(200);
    }

    @Test
    void ofOneAccountFromManyPlacesIsStoppedButNeverForItsOwnerWhereTheySignedInBefore() {
        guess("requester", "requester", "198.51.100.1").expect(200);
        for (int place = 10; place < 18; place++) {
            guess("requester", "wrong", "203.0.113." + place).expectProblem(401);
        }

        guess("requester", "wrong", "203.0.113.99").expectProblem(429);

        guess("requester", "requester", "198.51.100.1").expect(200);
        guess("requester2", "requester2", "203.0.113.99").expect(200);
    }

    @Test
    void ofManyAccountsFromOnePlaceIsStopped() {
        for (int account = 0; account < 12; account++) {
            guess("somebody-" + account, "Winter2026", HERE).expectProblem(401);
        }

        guess("requester", "requester", HERE).expectProblem(429);

        guess("requester", "requester", "198.51.100.2").expect(200);
    }

    @Test
    void neverShutsTheAccountForGood() {
        for (int day = 0; day < 15; day++) {
            guess("legal", "wrong", HERE).expectProblem(401);
            clock.passes(Duration.ofDays(1));
        }

        guess("legal", "legal", HERE).expect(200);
        floor.nobody().with(FORWARDED, HERE).signsIn("legal", "legal").expect(302);
    }

    @Test
    void isForgivenWhenTheRightPasswordComesInTime() {
        for (int round = 0; round < 3; round++) {
            guess("requester", "wrong", HERE).expectProblem(401);
            guess("requester", "wrong", HERE).expectProblem(401);
            guess("requester", "requester", HERE).expect(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/auth/user/guarded/login/tasklist",
                "/camunda/api/admin/auth/user/guarded/login/admin",
                "/camunda/api/engine/engine/guarded/identity/verify",
                "/camunda/api/engine/engine/guarded/identity/verify/",
                "/camunda/api/engine/engine/guarded/identity/%76erify"
            })
    void isNotPossiblePastTheOneLogin(String path) {
        Visitor insider = floor.signedIn("requester");
        insider.get("/camunda/app/tasklist/guarded/").expect(200);

        insider.with("X-XSRF-TOKEN", insider.cookie("XSRF-TOKEN"));
        Answer form = insider.post(path, "application/x-www-form-urlencoded", "username=admin&password=admin");
        Answer json = insider.post(path, "application/json", "{\"username\":\"admin\",\"password\":\"admin\"}");

        assertThat(form.status()).isEqualTo(403);
        assertThat(json.status()).isEqualTo(403);
        assertThat(json.text()).doesNotContain("authenticated");
    }

    private Answer guess(String user, String password, String from) {
        return floor.nobody().withPassword(user, password).with(FORWARDED, from).get("/api/requests");
    }
}
