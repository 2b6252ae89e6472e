package org.clearancedesk.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clearancedesk.ClearanceDesk;
import org.clearancedesk.audit.VerifyRecordCommand;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Submission;
import org.clearancedesk.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** A desk that closes takes the webapp of every other in the same program with it, so these have one of their own. */
@ExtendWith(PostgresToolsAreThere.class)
class BackupAndRestoreIT {

    private static final String BACKUP =
            Path.of("docker/backup").toAbsolutePath().toString();
    private static final String RESTORE =
            Path.of("docker/restore").toAbsolutePath().toString();
    private static final int ENOUGH = 20;

    private static PostgresTools postgres;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        postgres = new PostgresTools();
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void whatWasTakenBeforeTheBackupIsThereAfterTheDisasterAndEveryRecordIsWhole() throws Exception {
        postgres.create("desk");
        Path keys = folder.resolve("keys");
        Path backup = folder.resolve("desk.tar");
        List<String> before = new ArrayList<>();
        ConcurrentLinkedQueue<String> taken = new ConcurrentLinkedQueue<>();
        String published;
        try (ConfigurableApplicationContext desk = start("desk", keys)) {
            published =
                    requester(desk).get("/.well-known/jwks.json").expect(200).text();
            AtomicBoolean goesOn = new AtomicBoolean(true);
            List<Thread> people = List.of(
                    new Thread(() -> sendRequests(desk, taken, goesOn)),
                    new Thread(() -> sendRequests(desk, taken, goesOn)));
            people.forEach(Thread::start);
            try {
                awaitAtLeast(ENOUGH, taken);
                before.addAll(taken);
                postgres.run("desk", Map.of("KEYS", keys.toString()), BACKUP, backup.toString());
                awaitAtLeast(taken.size() + 2, taken);
            } finally {
                goesOn.set(false);
                for (Thread person : people) {
                    person.join();
                }
            }
        }
        postgres.destroy("desk");
        postgres.create("again");
        Path newKeys = folder.resolve("keys-of-the-new-machine");

        postgres.run("again", Map.of("KEYS", newKeys.toString()), RESTORE, backup.toString());

        assertThat(verified("again")).contains(" records checked, 0 broken.").doesNotStartWith("0 ");
        try (ConfigurableApplicationContext desk = start("again", newKeys)) {
            assertThat(published).contains("kty");
            assertThat(requester(desk).get("/.well-known/jwks.json").text())
                    .as("letters of before the disaster can still be checked")
                    .isEqualTo(published);
            assertThat(desk.getBean(HealthEndpoint.class)
                            .healthForPath("signingKey")
                            .getStatus())
                    .isEqualTo(Status.UP);
            assertThat(before).hasSizeGreaterThanOrEqualTo(ENOUGH).allSatisfy(number -> requester(desk)
                    .get("/api/requests/" + number)
                    .expect(200));
            assertThat(desk.getBean(HealthEndpoint.class)
                            .healthForPath("readiness")
                            .getStatus())
                    .isEqualTo(Status.UP);
            assertThat(desk.getBean(HealthEndpoint.class).healthForPath("jobs").getStatus())
                    .isEqualTo(Status.UP);
            assertThat(desk.getBean(MeterRegistry.class)
                            .get("clearance.requests")
                            .tags("tier", "WRITTEN_APPROVAL", "outcome", "IN_REVIEW")
                            .gauge()
                            .value())
                    .isGreaterThanOrEqualTo(ENOUGH);
            assertThat(desk.getBean(MeterRegistry.class)
                            .get("clearance.tasks.waiting")
                            .tags("group", "legal", "age", "under_1_day")
                            .gauge()
                            .value())
                    .isGreaterThanOrEqualTo(ENOUGH);
            assertThat(send(desk)).as("it goes on where it was").isNotIn(taken);
        }
        assertThat(verified("again")).contains(" 0 broken.");
    }

    @Test
    void aDatabaseInWhichSomethingIsIsLeftAsItIs() throws IOException {
        postgres.create("full");
        postgres.run(
                "full",
                Map.of(),
                "psql",
                postgres.url("full").substring(5) + "?user=postgres",
                "-c",
                "create table there (id int)");
        Path backup = folder.resolve("some.tar");
        postgres.run("full", Map.of(), BACKUP, backup.toString());

        assertThatThrownBy(() -> postgres.run("full", Map.of(), RESTORE, backup.toString()))
                .hasMessageContaining("holds 1 tables already")
                .hasMessageContaining("nothing was changed");
    }

    @Test
    void aDamagedBackupIsNotPutBack() throws IOException {
        postgres.create("source");
        postgres.create("target");
        Path backup = folder.resolve("damaged.tar");
        postgres.run("source", Map.of(), BACKUP, backup.toString());
        byte[] bytes = Files.readAllBytes(backup);
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        int inTheDump = text.indexOf("PGDMP") + 20;
        bytes[inTheDump] ^= 1;
        Files.write(backup, bytes);

        assertThatThrownBy(() -> postgres.run("target", Map.of(), RESTORE, backup.toString()))
                .hasMessageContaining("The backup is damaged; nothing was changed.");
    }

    private static void sendRequests(
            ConfigurableApplicationContext desk, ConcurrentLinkedQueue<String> taken, AtomicBoolean goesOn) {
        while (goesOn.get()) {
            taken.add(send(desk));
        }
    }

    private static String send(ConfigurableApplicationContext desk) {
        Answer answer = requester(desk).post("/api/requests", Submission.withLegalReview());
        return answer.expect(201).json().get("number").asText();
    }

    private static Visitor requester(ConfigurableApplicationContext desk) {
        return new Visitor("http://127.0.0.1:" + desk.getEnvironment().getRequiredProperty("local.server.port"))
                .with(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("requester:requester".getBytes(UTF_8)));
    }

    private static void awaitAtLeast(int count, ConcurrentLinkedQueue<String> taken) throws InterruptedException {
        for (long end = System.nanoTime() + 120_000_000_000L; taken.size() < count; Thread.onSpinWait()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Only %d requests were taken.".formatted(taken.size()));
            }
            Thread.sleep(20);
        }
    }

    private String verified(String database) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        VerifyRecordCommand.run(new PrintStream(said, true, UTF_8), arguments(database, folder));
        return said.toString(UTF_8);
    }

    private ConfigurableApplicationContext start(String database, Path keys) {
        return SpringApplication.run(ClearanceDesk.class, arguments(database, keys));
    }

    private String[] arguments(String database, Path keys) {
        return new String[] {
            "--spring.profiles.active=demo",
            "--spring.datasource.url=" + postgres.url(database),
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=unused",
            "--camunda.bpm.process-engine-name=" + database,
            "--clearance-desk.demo-cases=false",
            "--clearance-desk.signature.directory=" + keys,
            "--clearance-desk.mail.directory=" + folder.resolve("mail"),
            "--clearance-desk.limits.requests-per-minute=0",
            "--server.port=0"
        };
    }
}
