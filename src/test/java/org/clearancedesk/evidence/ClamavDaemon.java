package org.clearancedesk.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** ClamAV's daemon as a process of its own, with a data base that knows one virus. */
public final class ClamavDaemon {

    private final Path folder;
    private final int port;
    private Process process;

    public ClamavDaemon() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
            folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "clamd")
                    .toAbsolutePath();
            Path signatures = Files.createDirectory(folder.resolve("signatures"));
            Files.writeString(
                    signatures.resolve("desk.ndb"),
                    "Desk-Test:0:*:%s\n".formatted(HexFormat.of().formatHex(Virus.CONTENT)));
            Files.write(
                    folder.resolve("clamd.conf"),
                    List.of(
                            "TCPSocket " + port,
                            "TCPAddr 127.0.0.1",
                            "DatabaseDirectory " + signatures,
                            "TemporaryDirectory " + folder,
                            "StreamMaxLength 26M",
                            "Foreground yes"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<Path> executable() {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(place -> Path.of(place, "clamd"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public int port() {
        return port;
    }

    /** Comes back when the daemon listens. */
    public void start() {
        try {
            process = new ProcessBuilder(
                            executable().orElseThrow().toString(), "--config-file=" + folder.resolve("clamd.conf"))
                    .redirectErrorStream(true)
                    .start();
            BufferedReader said = process.inputReader();
            String line = said.readLine();
            while (line != null && !line.contains("Self checking")) {
                line = said.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("clamd ended with %d.".formatted(process.waitFor()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void stop() {
        try {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
