package org.clearancedesk.people.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.clearancedesk.ClearanceDesk;
import org.clearancedesk.Postgres;
import org.clearancedesk.operations.start.NotFitForProduction;
import org.clearancedesk.signature.StudioKeys;
import org.clearancedesk.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** A desk that closes takes the webapp of every other in the same program with it, so these have one of their own. */
@ExtendWith(OutputCaptureExtension.class)
class StartingForRealIT {

    private Postgres database;

    @BeforeEach
    void startDatabase() {
        database = Postgres.start();
        StudioKeys.expired(Path.of("target", "expired-key.p12"));
    }

    @AfterEach
    void stopDatabase() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            spring.profiles.active                  | demo,production            | not beside demo
            spring.profiles.active                  | staging                    | It is the demo or it is real
            spring.datasource.url                   | jdbc:h2:mem:real           | The database is H2
            spring.datasource.url                   | ''                         | set spring.datasource.url
            spring.datasource.url                   | jdbc:postgresql://127.0.0.1:1/desk | does not let the desk in
            camunda.bpm.admin-user.id               | admin                      | take camunda.bpm.admin-user away
            camunda.bpm.admin-user.password         | admin                      | take camunda.bpm.admin-user away
            clearance-desk.sign-in.groups.admins    | ''                         | No administrator can sign in
            clearance-desk.sign-in.issuer           | ''                         | The login provider is missing
            clearance-desk.sign-in.issuer           | http://login.studio.example | spoken to without TLS
            clearance-desk.sign-in.issuer           | http://localhost.studio.example | spoken to without TLS
            clearance-desk.sign-in.client-id        | ''                         | sign-in.client-id
            clearance-desk.sign-in.client-secret    | ''                         | sign-in.client-secret
            clearance-desk.sign-in.audience         | clearance-desk             | not to the client id
            clearance-desk.sign-in.audience         | ''                         | sign-in.audience
            clearance-desk.base-url                 | ''                         | set clearance-desk.base-url
            clearance-desk.base-url                 | http://clearance.studio.example | set clearance-desk.base-url
            clearance-desk.base-url                 | http://localhost@clearance.studio.example | set clearance-desk.base-url
            server.servlet.session.cookie.secure    | false                      | server.servlet.session.cookie.secure
            server.forward-headers-strategy         | none                       | Nothing ends TLS
            clearance-desk.signature.key-store      | ''                         | set clearance-desk.signature.key-store to a PKCS#12 file
            clearance-desk.signature.key-store      | target/no-such.p12         | no-such.p12” cannot be read
            clearance-desk.signature.key-store      | target/expired-key.p12     | of old” expired on 2023
            clearance-desk.signature.key-store-password | wrong                  | The password does not open the key store
            clearance-desk.signature.key-alias      | another                    | no signing key “another”
            """)
    void oneThingThatIsNotRightIsEnough(String setting, String value, String sentence) {
        Map<String, String> settings = ProductionDesk.settings(database);
        settings.put(setting, value);

        assertThat(refusals(settings)).singleElement().asString().contains(sentence);
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0", "''", "192.0.2.7"})
    void plainHttpOnThisMachineIsNoWayInFromOutside(String address) {
        Map<String, String> settings = ProductionDesk.settings(database);
        settings.put("clearance-desk.base-url", "http://localhost:8080");
        settings.put("server.address", address);

        assertThat(refusals(settings)).singleElement().asString().contains("Cookies would travel without TLS");
    }

    @Test
    void aCertificateOfItsOwnIsAsGoodAsAProxy() {
        Map<String, String> settings = ProductionDesk.settings(database);
        settings.put("server.forward-headers-strategy", "none");
        settings.put("server.ssl.bundle", "desk");
        settings.put("clearance-desk.sign-in.issuer", "");

        assertThat(refusals(settings)).singleElement().asString().contains("The login provider is missing");
    }

    @Test
    void itStartsWhenEverythingIsRightAndNotAgainOnceSomebodyHasAPassword() {
        Map<String, String> settings = ProductionDesk.settings(database);

        try (ConfigurableApplicationContext desk = start(settings)) {
            assertThat(desk.isActive()).isTrue();
            IdentityService identity = desk.getBean(IdentityService.class);
            assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").list())
                    .as("somebody without a password keeps the webapp's set-up page shut")
                    .singleElement()
                    .satisfies(nobody -> assertThat(nobody.getPassword()).isNull());
            User demo = identity.newUser("requester");
            demo.setPassword("requester");
            identity.saveUser(demo);
        }

        assertThat(refusals(settings))
                .singleElement()
                .asString()
                .contains("users with a password (requester)", "empty database");
    }

    @Test
    void itsSignInPageNamesNobodyAndItsLogNeither(CapturedOutput log) {
        Map<String, String> settings = ProductionDesk.settings(database);
        settings.put("clearance-desk.base-url", "https://localhost:8443");

        try (ConfigurableApplicationContext desk = start(settings)) {
            String page = new Visitor(
                            "http://localhost:" + desk.getEnvironment().getProperty("local.server.port"))
                    .get("/login?out")
                    .text();

            assertThat(page)
                    .contains("You are signed out", "Sign in with your studio account")
                    .doesNotContain("Try it as", "name=\"username\"", "requester", "Leo Gallo");
            assertThat(desk.getBeanNamesForType(DemoAccounts.class)).isEmpty();
        }
        assertThat(log.getOut()).contains("Started ").doesNotContain("Who can sign in", "Leo Gallo");
    }

    @Test
    void aDeskDoesNotStartOnTablesThatANewerOneHasChanged() {
        Map<String, String> settings = ProductionDesk.settings(database);
        start(settings).close();
        database.execute("insert into databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)"
                + " values ('of-next-year', 'clearance-desk', 'db/changelog/099-later.yaml', now(), 9999, 'EXECUTED')");

        assertThat(refusals(settings))
                .singleElement()
                .asString()
                .contains("raised by a newer desk", "(of-next-year)", "spring.datasource.url");
    }

    @Test
    void aDeskDoesNotStartOnTablesThatItsChangelogDidNotMake() {
        database.execute("create table act_ge_property (name_ varchar(64))");

        assertThat(refusals(ProductionDesk.settings(database)))
                .singleElement()
                .asString()
                .contains("did not make", "spring.datasource.url");
    }

    @Test
    void aDeskDoesNotStartByAnotherClockThanTheDatabases() {
        database.execute("create function public.clock_timestamp() returns timestamptz language sql as"
                + " $$ select pg_catalog.clock_timestamp() - interval '31 seconds' $$");
        database.execute("do $$ begin execute format('alter database %I set search_path = public, pg_catalog',"
                + " current_database()); end $$");

        assertThat(refusals(ProductionDesk.settings(database)))
                .singleElement()
                .asString()
                .contains("31 seconds ahead of the database's", "same time server");
    }

    @Test
    void aDeskThatWasKilledWhileItRaisedTheTablesKeepsNoOtherFromStarting() {
        database.execute("create table databasechangeloglock (id int primary key, locked boolean not null,"
                + " lockgranted timestamp, lockedby varchar(255))");
        database.execute("insert into databasechangeloglock values (1, true, now(), 'node-7')");

        try (ConfigurableApplicationContext desk = start(ProductionDesk.settings(database))) {
            assertThat(desk.isActive()).isTrue();
        }
    }

    @Test
    void everythingThatIsNotRightIsSaidAtOnceInSentencesAndTheProgramEndsWithAFailure() throws Exception {
        Process desk = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClearanceDesk.class.getName(),
                        "--spring.profiles.active=production")
                .redirectErrorStream(true)
                .start();

        String said = new String(desk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(desk.waitFor()).isNotZero();
        assertThat(said)
                .contains(
                        "APPLICATION FAILED TO START",
                        "The database is H2",
                        "The login provider is missing",
                        "sign-in.client-id",
                        "sign-in.client-secret",
                        "No administrator can sign in",
                        "set clearance-desk.base-url",
                        "set clearance-desk.signature.key-store")
                .doesNotContain("\tat ", "Caused by");
    }

    private static List<String> refusals(Map<String, String> settings) {
        return catchThrowableOfType(
                        NotFitForProduction.class, () -> start(settings).close())
                .sentences();
    }

    private static ConfigurableApplicationContext start(Map<String, String> settings) {
        return SpringApplication.run(ClearanceDesk.class, ProductionDesk.arguments(settings));
    }
}
