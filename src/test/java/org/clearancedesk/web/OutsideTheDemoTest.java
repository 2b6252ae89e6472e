package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.clearancedesk.engine.identity.DemoUsers;
import org.clearancedesk.people.signin.DemoAccount;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.TestConstructor;

/** The demo's people at a desk that has the cookies of real life: what holds when no profile says otherwise. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.profiles.active=demo",
            "server.servlet.session.cookie.name=__Host-DESK-SESSION",
            "server.servlet.session.cookie.secure=true",
            "clearance-desk.demo-cases=false",
            "spring.datasource.url=jdbc:h2:mem:outside-the-demo;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "clearance-desk.mail.directory=target/mail-outside-the-demo",
            "camunda.bpm.job-execution.enabled=false",
            // The webapp finds engines by name, in all desks that run in the same program.
            "camunda.bpm.process-engine-name=outside",
            "camunda.bpm.admin-user.id=boss",
            "camunda.bpm.admin-user.password=boss",
            "camunda.bpm.admin-user.email=boss@desk.example"
        })
@Import(Floor.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class OutsideTheDemoTest {

    private static final List<String> COOKIE = List.of("name", "secure", "http-only", "same-site", "path");

    private final Floor floor;
    private final Environment environment;
    private final IdentityService identity;
    private final DemoUsers demoUsers;

    OutsideTheDemoTest(Floor floor, Environment environment, IdentityService identity, DemoUsers demoUsers) {
        this.floor = floor;
        this.environment = environment;
        this.identity = identity;
        this.demoUsers = demoUsers;
    }

    @Test
    void anAccountOfTheDemoThatWasDeletedDoesNotComeBackWithTheNextStart() {
        identity.deleteUser("requester2");

        demoUsers.make();

        assertThat(identity.createUserQuery().userId("requester2").count()).isZero();
        assertThat(demoUsers.all())
                .extracting(DemoAccount::user)
                .contains("requester", "boss")
                .doesNotContain("requester2");
    }

    @Test
    void noCookieTravelsWithoutTls() {
        Visitor person = floor.nobody();
        Answer page = person.get("/login").expect(200);
        String session = cookie(page, "__Host-DESK-SESSION");
        String token = cookie(page, "DESK-CSRF");
        person.with("Cookie", session + "; " + token);
        Answer signedIn = person.post(
                        "/login",
                        "application/x-www-form-urlencoded",
                        "username=boss&password=boss&_csrf=" + token.substring(token.indexOf('=') + 1))
                .expect(302);
        Answer tasklist = floor.nobody()
                .with("Cookie", cookie(signedIn, "__Host-DESK-SESSION"))
                .get("/camunda/app/tasklist/outside/")
                .expect(200);

        List<String> all = Stream.of(page, signedIn, tasklist)
                .flatMap(answer -> answer.response().headers().allValues("Set-Cookie").stream())
                .toList();

        assertThat(all)
                .anySatisfy(cookie -> assertThat(cookie).startsWith("__Host-DESK-SESSION="))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("DESK-CSRF="))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("XSRF-TOKEN="))
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure").contains("SameSite=Lax"));
    }

    @Test
    void theSessionsCookieBelongsToThisHostAlone() {
        assertThat(floor.nobody().get("/login").response().headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("__Host-DESK-SESSION="))
                .singleElement()
                .asString()
                .contains("Path=/;", "HttpOnly", "Secure")
                .doesNotContain("Domain");
    }

    @Test
    void browsersAreToldToComeOverTlsFromNowOn() {
        Stream.of("/login", "/api/requests", "/verify/GL-1999-000001", "/nowhere")
                .forEach(address -> assertThat(floor.nobody().get(address).header("Strict-Transport-Security"))
                        .as(address)
                        .contains("max-age=31536000", "includeSubDomains"));
    }

    @Test
    void soItIsWhenNoProfileSaysOtherwiseAndInProduction() throws IOException {
        PropertySource<?> always = settings("application.yaml");
        PropertySource<?> production = settings("application-production.yaml");

        for (String setting : COOKIE) {
            assertThat(always.getProperty("server.servlet.session.cookie." + setting))
                    .as(setting)
                    .hasToString(environment.getProperty("server.servlet.session.cookie." + setting));
        }
        assertThat(always.getProperty("server.servlet.session.cookie.secure")).isEqualTo(true);
        for (String where : List.of("server.servlet.session.cookie.", "camunda.bpm.webapp.session-cookie.")) {
            COOKIE.forEach(setting -> assertThat(production.getProperty(where + setting))
                    .as(where + setting)
                    .isIn(null, true));
        }
    }

    private static PropertySource<?> settings(String file) throws IOException {
        return new YamlPropertySourceLoader()
                .load(file, new ClassPathResource(file))
                .get(0);
    }

    private static String cookie(Answer answer, String name) {
        return answer.response().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
