package org.clearancedesk.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Submission;
import org.clearancedesk.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One caller is as slow as they can be, forty times at once; the desk has 512 MB. The others notice nothing. */
class SlowCallersIT {

    private static final Duration WATCHED = Duration.ofSeconds(20);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int LARGE = 24 * 1024 * 1024;
    private static final String REQUESTER = basic("requester");

    @TempDir
    private static Path folder;

    private static DeskProcess desk;
    private static int port;
    private static String place = "";
    private static String file = "";

    @BeforeAll
    static void aCaseWithALargeFile() throws Exception {
        desk = new DeskProcess(
                "--server.port=0",
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("desk") + ";LOCK_TIMEOUT=10000",
                "--clearance-desk.demo-cases=false",
                // All who call here have one address; how often it may call is shown elsewhere.
                "--clearance-desk.limits.public-pages-per-minute=0",
                "--clearance-desk.mail.directory=" + folder.resolve("mail"),
                "--clearance-desk.signature.directory=" + folder.resolve("keys"));
        port = desk.port();
        Visitor requester = visitor("requester");
        place = "/api/requests/"
                + requester
                        .post("/api/requests", Submission.withLegalReview())
                        .expect(201)
                        .json()
                        .get("number")
                        .asText();
        file = requester
                .upload(place + "/evidence", "large.txt", text())
                .expect(201)
                .json()
                .get("id")
                .asText();
    }

    @AfterAll
    static void hasNotRunOutOfMemory() throws Exception {
        desk.terminate();
        assertThat(desk.ended()).isEqualTo(143);
        assertThat(desk.said()).noneMatch(line -> line.contains("OutOfMemoryError"));
        desk.close();
    }

    @Test
    void whoHardlySendsASignInKeepsNobodyOut() throws Exception {
        try (SlowCallers slow = SlowCallers.whoHardlySend(port, "/login")) {
            othersAreAnsweredSoon();
            new Visitor("http://127.0.0.1:" + port).signsIn("legal", "legal").expect(302);
        }
    }

    @Test
    void whoHardlySendsToAPageThatNobodyMayCallKeepsNobodyOut() throws Exception {
        try (SlowCallers slow = SlowCallers.whoHardlySend(port, "/api/requests")) {
            othersAreAnsweredSoon();
        }
    }

    @Test
    void whoDoesNotReadArchivesKeepsNobodyOut() throws Exception {
        try (SlowCallers slow = SlowCallers.whoReadNothing(port, place + "/record.zip", REQUESTER)) {
            othersAreAnsweredSoon();
        }
    }

    @Test
    void whoDoesNotReadDossiersKeepsNobodyOut() throws Exception {
        try (SlowCallers slow = SlowCallers.whoReadNothing(port, place + "/record.pdf", REQUESTER)) {
            othersAreAnsweredSoon();
            assertThat(connectionsInUse()).isLessThan(3);
        }
    }

    @Test
    void whoDoesNotReadLargeFilesKeepsNobodyOut() throws Exception {
        try (SlowCallers slow = SlowCallers.whoReadNothing(port, place + "/evidence/" + file, REQUESTER)) {
            othersAreAnsweredSoon();
            assertThat(connectionsInUse()).isLessThan(3);
        }
    }

    @Test
    void whoTakesMoreFilesAtOnceThanAPersonCanIsToldToWait() throws Exception {
        try (SlowCallers slow = SlowCallers.whoReadNothing(port, place + "/evidence/" + file, REQUESTER)) {
            assertThat(slow.statuses())
                    .as("three are let in, and the others are told so at once")
                    .containsOnly("200", "429")
                    .filteredOn("200"::equals)
                    .hasSizeLessThanOrEqualTo(3);
            Answer refused = visitor("requester").get(place + "/record.pdf").expectProblem(429);
            assertThat(refused.header("Retry-After")).isNotEmpty();
            visitor("legal").get(place + "/record.pdf").expect(200);
        }
    }

    @Test
    void aFileComesBackWhole() throws Exception {
        assertThat(visitor("legal").get(place + "/evidence/" + file).expect(200).bytes())
                .isEqualTo(text());
    }

    @Test
    void whoHardlySendsIsCutOff() throws Exception {
        try (SlowCallers slow = SlowCallers.whoHardlySend(port, "/login");
                Socket probe = new Socket("127.0.0.1", port)) {
            long start = System.nanoTime();
            probe.setSoTimeout(60_000);
            probe.getOutputStream()
                    .write("POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 90\r\n\r\nu".getBytes(UTF_8));
            while (probe.getInputStream().read() >= 0) {}
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        }
    }

    /** Half of the calls within two seconds, and none of them waits for somebody slow to end. */
    private static void othersAreAnsweredSoon() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        List<Duration> pages = new ArrayList<>();
        List<Duration> checks = new ArrayList<>();
        // What is slow has been let in, or turned away, by then.
        TimeUnit.SECONDS.sleep(1);
        long end = System.nanoTime() + WATCHED.toNanos();
        while (System.nanoTime() < end) {
            pages.add(answered(client, "/login", ""));
            pages.add(answered(client, "/requests", basic("legal")));
            checks.add(answered(client, "/actuator/health/liveness", ""));
        }
        assertThat(median(pages)).as("pages").isLessThan(SOON);
        assertThat(median(checks)).as("liveness").isLessThan(SOON);
        assertThat(Collections.max(checks)).as("the slowest check").isLessThan(SOON.multipliedBy(5));
    }

    private static double connectionsInUse() {
        return visitor("admin")
                .get("/actuator/prometheus")
                .expect(200)
                .text()
                .lines()
                .filter(line -> line.startsWith("hikaricp_connections_active"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static Duration answered(HttpClient client, String path, String authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        long start = System.nanoTime();
        assertThat(client.send(request.build(), BodyHandlers.discarding()).statusCode())
                .as(path)
                .isEqualTo(200);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration median(List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static Visitor visitor(String user) {
        return new Visitor("http://127.0.0.1:" + port).withPassword(user, user);
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(UTF_8));
    }

    /** Letters without an order, which no archive makes small. */
    private static byte[] text() {
        byte[] bytes = new byte[LARGE / 4 * 3];
        new Random(11).nextBytes(bytes);
        return Base64.getEncoder().encode(bytes);
    }
}
