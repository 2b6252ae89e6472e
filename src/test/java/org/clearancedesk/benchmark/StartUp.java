package org.clearancedesk.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Starts a packaged application again and again on a database of its own. */
final class StartUp {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern STARTED = Pattern.compile("Started \\w+ in ");

    private final List<String> command;
    private final String page;
    private final List<Double> seconds = new ArrayList<>();

    StartUp(Path jar, Path database, String page, String... settings) {
        this.page = page;
        command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                "--server.port=0",
                "--spring.datasource.url=jdbc:h2:file:" + database));
        command.addAll(List.of(settings));
    }

    /** @return seconds from the start of the process until a page was delivered */
    double once() throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader output = process.inputReader()) {
            String port = null;
            StringBuilder said = new StringBuilder();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.append(line).append('\n');
                Matcher opened = PORT.matcher(line);
                port = opened.find() ? opened.group(1) : port;
                if (STARTED.matcher(line).find()) {
                    open(port);
                    return (System.nanoTime() - start) / 1e9;
                }
            }
            throw new IllegalStateException(command + " did not start:\n" + said);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    void measure() throws IOException, InterruptedException {
        seconds.add(once());
    }

    double median() {
        return seconds.stream().sorted().toList().get(seconds.size() / 2);
    }

    private void open(String port) throws IOException, InterruptedException {
        int status = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + page))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
        if (status != 200) {
            throw new IllegalStateException(page + " answered " + status);
        }
    }
}
