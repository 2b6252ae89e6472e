package org.clearancedesk.people.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearancedesk.browser.Chromium;
import org.clearancedesk.browser.InBrowser;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.UserDirectory;
import org.clearancedesk.proxy.Node;
import org.clearancedesk.web.Submission;
import org.clearancedesk.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@InBrowser
@AtTheStudio
class PeopleKeycloakIT {

    private static final String ME = "/camunda/api/admin/auth/user/default";
    private static final String TASKS = "/camunda/api/engine/engine/default/task";
    private static final Duration UNTIL_THE_DESK_ASKS_AGAIN = Duration.ofMinutes(6);

    private static Playwright playwright;
    private static com.microsoft.playwright.Browser chromium;

    private final Studio studio;

    PeopleKeycloakIT(Studio studio) {
        this.studio = studio;
    }

    @BeforeAll
    static void startChromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright.chromium().launch(Chromium.launchOptions());
    }

    @AfterAll
    static void stopChromium() {
        playwright.close();
    }

    @Test
    void oneSignInOpensTasklistWithTheTasksOfOnesOwnGroupsAndTheApi() {
        new Visitor(studio.address())
                .with("Authorization", "Bearer " + studio.keycloak().tokenOf("rosa"))
                .post(
                        "/api/requests",
                        Submission.with(Submission.withLegalReview(), "netflixContact", "carla@studio.example"))
                .expect(201);

        try (Browser legal = browser().works("leo");
                Browser approver = browser().works("aki")) {
            assertThat(legal.page().getByText("Review legal exposure").first()).isVisible();
            legal.seen("tasklist");
            assertThat(legal.asks(TASKS).text()).contains("reviewLegalExposure");
            assertThat(legal.asks("/api/requests").status()).isEqualTo(200);
            assertThat(approver.asks(TASKS).text()).isEqualTo("[]");
            assertThat(legal.failures()).isEmpty();
        }
    }

    @Test
    void cockpitIsForAdministrators() {
        try (Browser admin = browser().works("ada");
                Browser legal = browser().works("leo")) {
            assertThat(admin.asks(ME).text()).contains("cockpit", "admin", "tasklist");
            assertThat(legal.asks(ME).text()).contains("tasklist").doesNotContain("cockpit", "\"admin\"");

            admin.opens("/camunda/app/cockpit/default/");
            assertThat(admin.page().getByText("Running Process Instances").first())
                    .isVisible();
            admin.seen("cockpit");
            legal.opens("/camunda/app/cockpit/default/");
            assertThat(legal.page().getByText("Running Process Instances")).hasCount(0);
            legal.seen("cockpit");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit"})
    void leavingTasklistOrCockpitSignsOutAtTheProviderToo(String app) {
        try (Browser person = browser().works("ada")) {
            person.opens("/camunda/app/%s/default/".formatted(app));
            person.page().getByText("Ada Minh").first().click();
            person.page().getByText("Log out").first().click();

            comesBackOnlyWithThePassword(person);
        }
    }

    @Test
    void signingOutOnThePagesOfTheDeskSignsOutAtTheProviderToo() {
        try (Browser person = browser().works("ada")) {
            person.opens("/requests");
            person.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out ada"))
                    .click();

            comesBackOnlyWithThePassword(person);
        }
    }

    private static void comesBackOnlyWithThePassword(Browser person) {
        assertThat(person.page().getByText("You are signed out.")).isVisible();
        person.seen("signed-out");
        assertThat(person.asks(TASKS).status()).isEqualTo(401);
        person.page().getByText("Sign in with your studio account").click();
        assertThat(person.providersForm()).isVisible();
        person.signsInAs("ada");
        assertThat(person.page().getByText("To do")).isVisible();
        assertThat(person.failures()).isEmpty();
    }

    @Test
    void somebodyWithoutAPlaceAtTheDeskIsToldWhatToDoAndCanComeBackAsSomebodyElse() {
        try (Browser person = browser()) {
            person.opens("/requests");
            person.signsInAs("nora");

            assertThat(person.page().getByText("none of the groups that use the clearance desk"))
                    .isVisible();
            person.seen("refused");
            assertThat(person.asks(TASKS).status()).isEqualTo(401);
            assertThat(known("nora")).isEmpty();
            person.page().getByText("use another account").click();
            person.page().getByText("Sign in with your studio account").click();
            person.signsInAs("rosa");
            assertThat(person.page().getByText("Requests").first()).isVisible();
        }
    }

    @Test
    void whatTheProviderSaysOfSomebodyIsAllThatTheDeskKeepsAndNoPassword() {
        try (Browser carla = browser().works("carla");
                Browser mallory = browser().works("mallory")) {
            assertThat(known("carla")).hasValueSatisfying(caller -> {
                assertThat(caller.email()).isEqualTo("carla@studio.example");
                assertThat(caller.groups()).containsExactly("netflix-contacts");
            });
            assertThat(known("mallory"))
                    .as("nobody has shown that the address is theirs")
                    .hasValueSatisfying(caller -> assertThat(caller.email()).isNull());
            assertThat(studio.part(JdbcClient.class)
                            .sql("select count(*) from act_id_user where pwd_ is not null or salt_ is not null")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void everyCookieOfTheDeskStaysOnTlsAndTheSessionsAwayFromScripts() {
        try (Browser person = browser().works("rosa")) {
            person.opens("/requests");

            assertThat(person.context().cookies(studio.address()))
                    .filteredOn(cookie -> cookie.name.contains("DESK-") || cookie.name.equals("XSRF-TOKEN"))
                    .filteredOn(cookie -> !cookie.name.equals("DESK-CSRF"))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.secure);
            assertThat(person.context().cookies(studio.address()))
                    .filteredOn(cookie -> cookie.name.endsWith("DESK-SESSION"))
                    .singleElement()
                    .satisfies((Cookie session) -> assertThat(session.httpOnly).isTrue());
        }
    }

    @Test
    void whoeverTheProviderSignsOutIsOutAtOnce() {
        studio.keycloak().hires("ruth", "desk-legal");
        try (Browser ruth = browser().works("ruth")) {
            assertThat(ruth.asks("/api/requests").status()).isEqualTo(200);

            studio.keycloak().signsOut("ruth");

            assertThat(ruth.asks("/api/requests").status()).isEqualTo(401);
            assertThat(ruth.asks(TASKS).status()).isEqualTo(401);
            ruth.opens("/requests");
            assertThat(ruth.providersForm()).isVisible();
        }
    }

    /** A browser gives its cookies to every port of a machine, so each step can go to the node that knows least of it. */
    @Test
    void whoeverBeginsToSignInAtOneNodeEndsAtAnotherAndIsKnownOrSignedOutAtBoth() throws Exception {
        studio.keycloak().hires("olga", "desk-legal");
        try (Node another = studio.anotherNode();
                Browser olga = new Browser(chromium, "http://localhost:" + another.port())) {
            olga.opens("/requests");
            assertThat(olga.providersForm()).isVisible();
            assertThat(olga.page().url())
                    .as("the provider sends everybody back to the first node")
                    .contains("redirect_uri=%s/login/".formatted(studio.address()));
            olga.signsInAs("olga");
            assertThat(olga.page().getByText("Sign out olga")).isVisible();

            olga.opens("/requests");
            assertThat(olga.page().getByText("Sign out olga")).isVisible();
            for (String call : List.of(TASKS, "/api/requests")) {
                assertThat(olga.asks(call).status()).as(call).isEqualTo(200);
                assertThat(olga.page().request().get(studio.address() + call).status())
                        .as(call)
                        .isEqualTo(200);
            }
            assertThat(olga.failures()).isEmpty();

            studio.keycloak().signsOut("olga");

            assertThat(olga.asks("/api/requests").status())
                    .as("the provider has told the first node only")
                    .isEqualTo(401);
            assertThat(olga.asks(TASKS).status()).isEqualTo(401);
        }
    }

    @Test
    void whoeverMovesToAnotherGroupHasItsRightsWhenTheDeskAsksAgain() {
        studio.keycloak().hires("vera", "desk-legal", "production-FIRST-FILM");
        try (Browser vera = browser().works("vera")) {
            assertThat(known("vera").orElseThrow().groups())
                    .containsExactlyInAnyOrder("legal", "production-FIRST-FILM");

            studio.keycloak().leaves("vera", "desk-legal");
            studio.keycloak().joins("vera", "desk-admins");
            studio.wait(UNTIL_THE_DESK_ASKS_AGAIN);

            assertThat(vera.asks(ME).text()).contains("cockpit");
            assertThat(vera.asks("/actuator/info").status()).isEqualTo(200);
            assertThat(known("vera").orElseThrow().groups())
                    .containsExactlyInAnyOrder("camunda-admin", "production-FIRST-FILM");

            studio.keycloak().leaves("vera", "desk-admins");
            studio.keycloak().joins("vera", "desk-requesters");
            studio.wait(UNTIL_THE_DESK_ASKS_AGAIN);

            assertThat(vera.asks(ME).text()).contains("tasklist").doesNotContain("cockpit");
            assertThat(vera.asks("/actuator/info").status()).isEqualTo(403);
            assertThat(vera.asks("/api/requests").status()).isEqualTo(200);
        }
    }

    @Test
    void whoeverIsDisabledOrLeavesEveryGroupIsOutWhenTheDeskAsksAgain() {
        studio.keycloak().hires("dora", "desk-legal");
        studio.keycloak().hires("gina", "desk-legal");
        try (Browser dora = browser().works("dora");
                Browser gina = browser().works("gina")) {
            studio.keycloak().disables("dora");
            studio.keycloak().leaves("gina", "desk-legal");
            studio.wait(UNTIL_THE_DESK_ASKS_AGAIN);

            assertThat(dora.asks("/api/requests").status()).isEqualTo(401);
            assertThat(dora.asks(TASKS).status()).isEqualTo(401);
            assertThat(gina.asks(TASKS).status()).isEqualTo(401);
            assertThat(known("gina").orElseThrow().groups()).isEmpty();
        }
    }

    @Test
    void aUserNameThatBelongedToSomebodyElseOpensNothing() {
        studio.keycloak().hires("temp", "desk-requesters");
        browser().works("temp").close();
        studio.keycloak().removes("temp");
        studio.keycloak().hires("temp", "desk-admins");

        try (Browser another = browser()) {
            another.opens("/requests");
            another.signsInAs("temp");

            assertThat(another.page().getByText("belonged to somebody else")).isVisible();
            another.seen("reused");
            assertThat(another.asks("/api/requests").status()).isEqualTo(401);
        }
        new Visitor(studio.address())
                .with("Authorization", "Bearer " + studio.keycloak().tokenOf("temp"))
                .get("/api/requests")
                .expectProblem(403);
        assertThat(known("temp").orElseThrow().groups()).containsExactly("requesters");
    }

    @Test
    void whoeverIsRenamedStaysThePersonTheyWere() {
        studio.keycloak().hires("maiden", "desk-requesters");
        browser().works("maiden").close();
        studio.keycloak().renames("maiden", "married");

        try (Browser person = browser()) {
            person.opens("/requests");
            person.providersForm().fill("married");
            person.page().locator("#password").fill("a password of maiden");
            person.page().locator("#kc-login").click();

            assertThat(person.page().getByText("Sign out maiden")).isVisible();
            assertThat(known("married")).isEmpty();
        }
    }

    @Test
    void nobodyIsLedToMakeAFirstAdministrator() {
        try (Browser person = browser().works("rosa")) {
            person.opens("/camunda/app/admin/default/setup/");

            assertThat(person.page()
                            .getByText("Sign out rosa")
                            .or(person.page().getByText("not yours"))
                            .first())
                    .isVisible();
            assertThat(person.page().url()).doesNotContain("#/setup");
        }
    }

    private Optional<Caller> known(String user) {
        return studio.part(UserDirectory.class).find(user);
    }

    private Browser browser() {
        return new Browser(chromium, studio.address());
    }
}
