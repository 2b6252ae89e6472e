package org.clearancedesk.operations;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clearancedesk.ClearanceDesk;

/** The desk as a program of its own, as the operating system sees it. */
final class DeskProcess implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final int PATIENCE_IN_SECONDS = 120;

    private final Process process;
    private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();
    private final List<String> said = new ArrayList<>();

    /** @param settings of the desk, and of its Java when they begin with -D */
    DeskProcess(String... settings) throws IOException {
        Map<Boolean, List<String>> ofJava =
                Arrays.stream(settings).collect(Collectors.partitioningBy(setting -> setting.startsWith("-D")));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                withoutTests()));
        command.addAll(ofJava.getOrDefault(true, List.of()));
        command.add(ClearanceDesk.class.getName());
        command.addAll(ofJava.getOrDefault(false, List.of()));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread reader = new Thread(this::read, "output of the desk");
        reader.setDaemon(true);
        reader.start();
    }

    /** Waits until it takes calls. */
    int port() {
        String line = line(PORT);
        line(Pattern.compile("Started ClearanceDesk"));
        Matcher port = PORT.matcher(line);
        return port.find() ? Integer.parseInt(port.group(1)) : 0;
    }

    /** Waits for a line that the desk has not written before. */
    String line(Pattern wanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_IN_SECONDS);
        while (System.nanoTime() < end) {
            String line = next();
            if (line != null && wanted.matcher(line).find()) {
                return line;
            }
            if (line == null && !process.isAlive() && unread.isEmpty()) {
                break;
            }
        }
        throw new AssertionError("No “%s” in\n%s".formatted(wanted, String.join("\n", said)));
    }

    /** What an operating system does that wants a program to end. */
    void terminate() {
        // Process.destroy would close its output, too.
        process.toHandle().destroy();
    }

    /** Waits for the end and gives the exit code. */
    int ended() throws InterruptedException {
        if (!process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("It goes on:\n" + String.join("\n", said));
        }
        for (String line = next(); line != null; line = next()) {}
        return process.exitValue();
    }

    List<String> said() {
        return List.copyOf(said);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private String next() {
        try {
            String line = unread.poll(300, TimeUnit.MILLISECONDS);
            if (line != null) {
                said.add(line);
            }
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                unread.add(line);
            }
        } catch (IOException ended) {
            unread.add("(its output ended: " + ended.getMessage() + ")");
        }
    }

    private static String withoutTests() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(place -> !place.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
