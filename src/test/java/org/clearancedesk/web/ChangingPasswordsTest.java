package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.clearancedesk.process.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever changes a password shows their own; three wrong ones are allowed, here as at the sign-in. */
@GuardedDesk
class ChangingPasswordsTest {

    private static final String ENGINE = "/camunda/api/engine/engine/guarded/";
    private static final String HERE = "203.0.113.40";
    private static final String FORWARDED = "X-Forwarded-For";

    private final Floor floor;
    private final MovableClock clock;
    private final IdentityService identity;
    private final String name = "keeper-" + UUID.randomUUID();

    ChangingPasswordsTest(Floor floor, MovableClock clock, IdentityService identity) {
        this.floor = floor;
        this.clock = clock;
        this.identity = identity;
    }

    @BeforeEach
    void nextDay() {
        clock.passes(Duration.ofDays(1));
    }

    @AfterEach
    void seeOff() {
        identity.deleteUser(name);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "          ",
                "1234567",
                "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0",
                "\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B"
            })
    void toNothingOrTooLittleIsRefused(String password) {
        floor.person(name, name + "@desk.example", "requesters");

        for (String person : new String[] {name, "admin"}) {
            Answer answer = change(inAdmin(person), name, person, password);

            assertThat(answer.status()).as(person).isEqualTo(400);
            assertThat(answer.json().path("message").asText()).contains("at least 8 characters");
        }
        Answer created = inAdmin("admin")
                .send(
                        "POST",
                        ENGINE + "user/create",
                        Map.of(
                                "profile",
                                Map.of("id", "short-one", "firstName", "S", "lastName", "O", "email", "s@o.example"),
                                "credentials",
                                Map.of("password", password == null ? "" : password)));
        assertThat(created.status()).isEqualTo(400);

        assertThat(identity.createUserQuery().userId("short-one").count()).isZero();
        assertThat(signsIn(name, name)).isEqualTo(200);
    }

    @Test
    void isForThemselvesWithTheRightOne() {
        floor.person(name, name + "@desk.example", "approvers");

        change(inAdmin(name), name, name, "a longer password").expect(204);

        assertThat(signsIn(name, "a longer password")).isEqualTo(200);
        assertThat(signsIn(name, name)).isEqualTo(401);
    }

    @Test
    void countsWrongOnesAsTheSignInDoesAndListsThem() {
        floor.person(name, name + "@desk.example", "requesters");
        Visitor thief = inAdmin(name);
        for (int wrong = 0; wrong < 3; wrong++) {
            Answer answer = change(thief, name, "guess " + wrong, "a longer password");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("message").asText()).contains("Your own password is not right");
        }

        change(thief, name, name, "a longer password").expect(429);

        assertThat(signsIn(name, name)).as("they count at the sign-in too").isEqualTo(429);
        assertThat(attempts()).contains("SIGN_IN_FAILED", "SIGN_IN_HELD_UP", name, "credentials");
        clock.passes(Duration.ofDays(1));
        assertThat(signsIn(name, name))
                .as("nothing was changed or shut for good")
                .isEqualTo(200);
    }

    @Test
    void byDisguisedAddressesOrWithoutTheirOwnIsRefused() {
        floor.person(name, name + "@desk.example", "requesters");
        Visitor thief = inAdmin(name);

        Answer without =
                thief.send("PUT", ENGINE + "user/" + name + "/credentials", Map.of("password", "a longer password"));
        Answer disguised = thief.send(
                "PUT",
                ENGINE + "user/" + name + "/%63redentials/",
                Map.of("password", "a longer password", "authenticatedUserPassword", "wrong"));
        Answer nonsense = thief.call(
                "PUT",
                ENGINE + "user/" + name + "/credentials",
                Map.of("Content-Type", "application/json"),
                "[\"password".getBytes(StandardCharsets.UTF_8));

        assertThat(without.status()).isEqualTo(400);
        assertThat(disguised.status()).isBetween(400, 499);
        assertThat(nonsense.status()).isEqualTo(400);
        assertThat(signsIn(name, name)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"camunda-admin", "approvers", "legal", "talent-relations", "netflix-contacts", "requesters"})
    void isNobodysButTheOwners(String group) {
        floor.person(name, name + "@desk.example", group);

        Answer answer = change(inAdmin("admin"), name, "admin", "a longer password");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("message").asText()).contains("Everybody changes their password themselves");
        assertThat(signsIn(name, name)).isEqualTo(200);
        assertThat(attempts()).contains("NOT_ALLOWED");
    }

    @Test
    void isNotTakenOverByWayOfAGroupThatSomebodyIsTakenOutOf() {
        floor.person(name, name + "@desk.example", "legal");
        Visitor admin = inAdmin("admin");

        admin.send("DELETE", ENGINE + "group/legal/members/" + name, Map.of()).expect(204);
        Answer change = change(admin, name, "admin", "a longer password");

        assertThat(change.status()).isEqualTo(400);
        assertThat(signsIn(name, name)).isEqualTo(200);
        assertThat(signsIn(name, "a longer password")).isEqualTo(401);
    }

    @Test
    void ofSomebodyElseByARequesterIsRefusedAndNothingOfItIsListedAsDone() {
        floor.person(name, name + "@desk.example", "requesters");

        Answer answer = change(inAdmin("requester2"), name, "requester2", "a longer password");

        assertThat(answer.status())
                .as("whether there is such an account is not theirs to know")
                .isEqualTo(404);
        assertThat(signsIn(name, name)).isEqualTo(200);
    }

    @Test
    void endsTheOtherSessionsOfThatPerson() {
        floor.person(name, name + "@desk.example", "requesters");
        Visitor elsewhere = inAdmin(name);
        Visitor here = inAdmin(name);

        change(here, name, name, "a longer password").expect(204);

        assertThat(here.get("/requests").status()).isEqualTo(200);
        assertThat(elsewhere.get("/api/requests").status()).isEqualTo(401);
    }

    private Visitor inAdmin(String user) {
        Visitor visitor = floor.nobody().with(FORWARDED, HERE);
        visitor.signsIn(user, user).expect(302);
        visitor.get("/camunda/app/welcome/guarded/").expect(200);
        return visitor.with("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN"));
    }

    private static Answer change(Visitor person, String user, String own, String password) {
        Map<String, Object> change = new HashMap<>();
        change.put("authenticatedUserPassword", own);
        change.put("password", password);
        return person.send("PUT", ENGINE + "user/" + user + "/credentials", change);
    }

    private int signsIn(String user, String password) {
        return floor.nobody()
                .withPassword(user, password)
                .with(FORWARDED, HERE)
                .get("/api/requests")
                .status();
    }

    /** What was listed since the day began. */
    private String attempts() {
        Instant dayBegan = clock.instant().minus(Duration.ofHours(12));
        StringBuilder all = new StringBuilder();
        floor.as("admin")
                .get("/api/admin/refused-attempts?size=50")
                .expect(200)
                .json()
                .forEach(attempt -> {
                    if (Instant.parse(attempt.get("at").asText()).isAfter(dayBegan)) {
                        all.append(attempt).append('\n');
                    }
                });
        return all.toString();
    }
}
