package org.clearancedesk.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The proxy of {@code docker/nginx.conf}, on this machine instead of among containers. */
final class Nginx implements AutoCloseable {

    private static final String CALLS = "calls.log";

    private final Process server;
    private final Path folder;

    private Nginx(Process server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    static Nginx start(Path folder, int port, Path secrets, List<Node> nodes) throws Exception {
        Path configuration = folder.resolve("nginx.conf");
        Files.createDirectories(folder.resolve("tmp"));
        Files.deleteIfExists(folder.resolve(CALLS));
        Files.writeString(configuration, onThisMachine(folder, port, secrets, nodes));
        Process server = new ProcessBuilder(
                        NginxIsThere.executable("nginx").orElseThrow().toString(),
                        "-p",
                        folder.toString(),
                        "-c",
                        configuration.toString(),
                        "-g",
                        "daemon off; user %s;".formatted(System.getProperty("user.name")))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        Nginx nginx = new Nginx(server, folder);
        await().until(() -> nginx.listens(port));
        return nginx;
    }

    /** Each place has to be found, or the test would be about something else than what is delivered. */
    private static String onThisMachine(Path folder, int port, Path secrets, List<Node> nodes) throws IOException {
        String servers = nodes.stream()
                .map(node -> "server 127.0.0.1:%d max_fails=1 fail_timeout=5s;".formatted(node.port()))
                .collect(Collectors.joining("\n"));
        String text = Files.readString(Path.of("docker/nginx.conf"));
        for (List<String> change : List.of(
                List.of("/tmp/", folder.resolve("tmp") + "/"),
                List.of("server desk:8080 resolve max_fails=1 fail_timeout=5s;", servers),
                List.of("server keycloak:8080 resolve;", "server 127.0.0.1:1;"),
                List.of("listen 8443", "listen 127.0.0.1:" + port),
                List.of("server_name desk.localhost", "server_name localhost"),
                List.of("/run/secrets/", secrets + "/"),
                List.of("/dev/stderr", folder.resolve("errors.log").toString()),
                List.of("/dev/stdout", folder.resolve(CALLS).toString()))) {
            assertThat(text).contains(change.get(0));
            text = text.replace(change.get(0), change.get(1));
        }
        return text;
    }

    private boolean listens(int port) {
        assertThat(server.isAlive()).as("nginx ended; see %s", folder).isTrue();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What it noted of each call, with the node that answered as the last word. */
    List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve(CALLS));
    }

    /** All that it noted, once such a call is among it: nginx notes a call when it is over, which may be after its answer. */
    List<String> awaitCall(Predicate<String> noted) {
        return await().atMost(Duration.ofSeconds(30))
                .until(this::calls, calls -> calls.stream().anyMatch(noted));
    }

    @Override
    public void close() {
        server.destroy();
        server.onExit().join();
    }
}
