package org.clearancedesk.nodes;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.clearancedesk.ClearanceDesk;
import org.clearancedesk.Postgres;

/** A desk in a Java virtual machine of its own, on this machine. It can be killed and started again. */
final class Node implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(4);

    private final String name;
    private final int port = freePort();
    private final List<String> command = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private Process process;

    Node(String name, Postgres database, int mailPort) {
        this.name = name;
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ClearanceDesk.class.getName(),
                "--spring.profiles.active=demo",
                "--spring.datasource.url=" + database.url(),
                "--server.port=" + port,
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mailPort,
                "--clearance-desk.demo-cases=false",
                // What a dead node had taken on is free again soon, so that the test ends soon.
                "--camunda.bpm.job-execution.lock-time-in-millis=20000"));
        // Whoever breaks the test off leaves no desk running.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        for (String limit : List.of(
                "triage-per-minute",
                "requests-per-minute",
                "evidence-per-minute",
                "public-pages-per-minute",
                "unknown-letters-per-minute",
                "wrong-tries-from-address")) {
            command.add("--clearance-desk.limits." + limit + "=0");
        }
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Lets the program begin; {@link #isReady} tells when it takes calls. */
    Node starts() {
        try {
            Path logs = Files.createDirectories(Path.of("target", "nodes"));
            File log = logs.resolve(name + ".log").toFile();
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void isReady() {
        await("node " + name + ", whose log is in target/nodes")
                // The mail server complains about whoever dies while talking to it.
                .dontCatchUncaughtExceptions()
                .atMost(STARTS_WITHIN)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("Node " + name + " ended by itself; see target/nodes.");
                    }
                    return answers();
                });
    }

    private boolean answers() throws InterruptedException {
        try {
            return client.send(
                                    HttpRequest.newBuilder(URI.create(address() + "/actuator/health/readiness"))
                                            .timeout(Duration.ofSeconds(2))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Ends it at once, whatever it is doing (SIGKILL). */
    void isKilled() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (process != null) {
            isKilled();
        }
    }

    static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
