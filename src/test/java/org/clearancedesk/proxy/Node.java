package org.clearancedesk.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.clearancedesk.ClearanceDesk;
import org.springframework.test.util.TestSocketUtils;

/** One desk in a program of its own. */
public final class Node implements AutoCloseable {

    private static final Duration A_COLD_START = Duration.ofMinutes(5);

    /** What {@code docker/compose.yaml} grants as {@code stop_grace_period}. */
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(45);

    private final int port;
    private final List<String> command;
    private final File log;
    private Process program;

    private Node(int port, List<String> command, File log) throws IOException {
        this.port = port;
        this.command = command;
        this.log = log;
        this.program = begun();
    }

    public static Node start(Path folder, Map<String, String> settings) throws Exception {
        int port = TestSocketUtils.findAvailableTcpPort();
        File log = folder.resolve("desk-%d.log".formatted(port)).toFile();
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx512m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ClearanceDesk.class.getName(),
                                "--server.port=" + port),
                        settings.entrySet().stream()
                                .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue())))
                .toList();
        Node node = new Node(port, command, log);
        try {
            node.comesUp();
        } catch (RuntimeException | Error failure) {
            node.close();
            throw failure;
        }
        return node;
    }

    private Process begun() throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    private void comesUp() {
        await().atMost(A_COLD_START).pollInterval(Duration.ofMillis(200)).until(this::isReady);
    }

    /** Stops as a service does, and starts again at the same place. */
    void restarts() throws Exception {
        program.destroy();
        assertThat(program.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS))
                .as("The desk does not stop; see %s", log)
                .isTrue();
        program = begun();
        comesUp();
    }

    private boolean isReady() throws Exception {
        assertThat(program.isAlive()).as("The desk ended; see %s", log).isTrue();
        try {
            return HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create(address() + "/actuator/health/readiness"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Ends as when the machine loses its power. */
    void dies() {
        program.destroyForcibly().onExit().join();
    }

    @Override
    public void close() throws InterruptedException {
        program.destroy();
        if (!program.waitFor(30, TimeUnit.SECONDS)) {
            dies();
        }
    }
}
