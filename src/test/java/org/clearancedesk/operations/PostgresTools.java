package org.clearancedesk.operations;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL from the operating system's package, whose server and whose programs belong together. */
final class PostgresTools implements AutoCloseable {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path data;
    private final int port;

    PostgresTools() {
        programs = programs().orElseThrow();
        port = freePort();
        try {
            data = Files.createTempDirectory("postgres-with-tools");
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        asServer(
                "initdb",
                "-U",
                "postgres",
                "-A",
                "trust",
                "-D",
                data.resolve("db").toString());
        asServer(
                "pg_ctl",
                "-w",
                "-D",
                data.resolve("db").toString(),
                "-l",
                data.resolve("log").toString(),
                "-o",
                "-p %d -k %s -c listen_addresses=127.0.0.1 -c fsync=off".formatted(port, data),
                "start");
    }

    /** Where a complete PostgreSQL lies; the newest when there are several. */
    static Optional<Path> programs() {
        try (Stream<Path> versions = Files.isDirectory(DEBIAN) ? Files.list(DEBIAN) : Stream.empty()) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Stream.of("initdb", "pg_ctl", "pg_dump", "pg_restore", "psql")
                            .allMatch(program -> Files.isExecutable(bin.resolve(program))))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    void create(String database) {
        asServer("createdb", "-h", "127.0.0.1", "-p", String.valueOf(port), "-U", "postgres", database);
    }

    void destroy(String database) {
        asServer("dropdb", "-f", "-h", "127.0.0.1", "-p", String.valueOf(port), "-U", "postgres", database);
    }

    /** Runs a command of ours with these programs, and gives what it said; throws when it fails. */
    String run(String database, Map<String, String> environment, String... command) {
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("PATH", programs + File.pathSeparator + System.getenv("PATH"));
        process.environment().put("SPRING_DATASOURCE_URL", url(database));
        process.environment().put("SPRING_DATASOURCE_USERNAME", "postgres");
        process.environment().put("SPRING_DATASOURCE_PASSWORD", "unused");
        process.environment().putAll(environment);
        return end(process);
    }

    @Override
    public void close() {
        asServer("pg_ctl", "-D", data.resolve("db").toString(), "-m", "immediate", "stop");
    }

    /** The server refuses to run as root. */
    private void asServer(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder process =
                new ProcessBuilder(command).redirectErrorStream(true).directory(data.toFile());
        process.redirectOutput(data.resolve(program + ".out").toFile());
        try {
            Process running = process.start();
            if (!running.waitFor(1, TimeUnit.MINUTES) || running.exitValue() != 0) {
                throw new IllegalStateException(command + ": " + Files.readString(data.resolve(program + ".out")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String end(ProcessBuilder process) {
        try {
            Process running = process.start();
            String said = new String(running.getInputStream().readAllBytes());
            if (running.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
