package org.clearancedesk.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.clearancedesk.web.Submission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** A desk that is told to stop ends what it has begun, and its log can be followed by machines. */
class StoppingInTheMiddleTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REQUESTER =
            "Basic " + Base64.getEncoder().encodeToString("requester:requester".getBytes(UTF_8));
    private static final String ID = "call-that-was-followed";

    @TempDir
    Path folder;

    @Test
    void whatHasBegunIsFinishedAndEveryLineOfTheLogCanBeFollowed() throws Exception {
        try (HeldMailServer mail = new HeldMailServer();
                DeskProcess desk = new DeskProcess(
                        "--server.port=0",
                        "--spring.datasource.url=" + demoDatabase(),
                        "--clearance-desk.demo-cases=false",
                        "--clearance-desk.signature.directory=" + folder.resolve("keys"),
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + mail.port(),
                        "--logging.level.org.clearancedesk.notice.Notices=info",
                        "--logging.structured.format.console=ecs")) {
            int port = desk.port();
            // The first cases of a demo are made before it takes calls.
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> get(port, "/actuator/health/readiness").body().equals("{\"status\":\"UP\"}"));
            assertThat(get(port, "/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
            String number = number(post(port, JSON.writeValueAsString(Submission.lowRisk())));
            mail.awaitSomebody();

            String late = stoppedInTheMiddleOf(port, desk, mail);

            assertThat(desk.ended())
                    .as("the usual code of a program that was told to end")
                    .isEqualTo(143);
            assertThat(late).isNotEqualTo(number).startsWith("GC-");
            assertThat(mail.behind().getReceivedMessages())
                    .as("the job that was under way")
                    .anySatisfy(sent -> {
                        assertThat(sent.getSubject()).contains(number);
                        assertThat(sent.getHeader("X-Correlation-Id")).containsExactly(ID);
                    })
                    .extracting(MimeMessage::getMessageID)
                    .doesNotHaveDuplicates();
            assertFollowed(desk.said(), number);
        }
    }

    /** The demo's own, elsewhere. */
    private String demoDatabase() throws IOException {
        return String.valueOf(new YamlPropertySourceLoader()
                        .load("demo", new ClassPathResource("application-demo.yaml"))
                        .get(0)
                        .getProperty("spring.datasource.url"))
                .replace("./data", folder.toString());
    }

    @Test
    void inProductionTheLogIsWrittenLikeThis() throws IOException {
        assertThat(new YamlPropertySourceLoader()
                        .load("production", new ClassPathResource("application-production.yaml"))
                        .get(0)
                        .getProperty("logging.structured.format.console"))
                .hasToString("ecs");
    }

    private static String stoppedInTheMiddleOf(int port, DeskProcess desk, HeldMailServer mail) throws IOException {
        byte[] body = JSON.writeValueAsBytes(Submission.withLegalReview());
        try (Socket slow = new Socket("127.0.0.1", port)) {
            OutputStream out = slow.getOutputStream();
            out.write(("POST /api/requests HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: %s\r\n"
                            + "Content-Type: application/json\r\nContent-Length: %d\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n")
                    .formatted(port, REQUESTER, body.length)
                    .getBytes(UTF_8));
            out.flush();
            byte[] goOn = slow.getInputStream().readNBytes("HTTP/1.1 100 \r\n\r\n".length());
            assertThat(new String(goOn, UTF_8)).as("the desk has begun").startsWith("HTTP/1.1 100");
            out.write(body, 0, 100);
            out.flush();
            desk.terminate();
            desk.line(Pattern.compile("Commencing graceful shutdown"));
            mail.open();
            out.write(body, 100, body.length - 100);
            out.flush();
            String answer = new String(slow.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).as(() -> String.join("\n", desk.said())).startsWith("HTTP/1.1 201");
            return number(answer);
        }
    }

    private static void assertFollowed(List<String> said, String number) {
        List<JsonNode> lines = said.stream()
                .filter(line -> line.startsWith("{"))
                .map(StoppingInTheMiddleTest::json)
                .toList();
        assertThat(lines)
                .filteredOn(line -> line.path("message").asText().contains(number)
                        && line.path("message").asText().contains("went out"))
                .isNotEmpty()
                .allSatisfy(line -> {
                    assertThat(line.path("correlation").asText()).isEqualTo(ID);
                    assertThat(line.path("requestNumber").asText()).isEqualTo(number);
                    assertThat(line.path("processInstance").asText()).isNotEmpty();
                    assertThat(line.path("task").asText()).isNotEmpty();
                });
        assertThat(lines)
                .filteredOn(line -> line.path("message").asText().equals("POST /api/requests: 201"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.path("actor").asText()).hasSize(12))
                .anySatisfy(
                        line -> assertThat(line.path("correlation").asText()).isEqualTo(ID))
                .extracting(line -> line.path("actor").asText())
                .containsOnly(lines.stream()
                        .filter(line -> line.path("message").asText().startsWith("POST "))
                        .findFirst()
                        .orElseThrow()
                        .path("actor")
                        .asText());
        assertThat(lines)
                .filteredOn(line -> line.path("message").asText().contains("Graceful shutdown complete"))
                .hasSize(1);
    }

    private static String number(String answer) {
        return answer.replaceAll("(?s).*(GC-\\d{4}-\\d{6}).*", "$1");
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + line, e);
        }
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return send(call(port, path).build());
    }

    private static String post(int port, String body) throws IOException, InterruptedException {
        return send(call(port, "/api/requests")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build())
                .body();
    }

    private static HttpRequest.Builder call(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", REQUESTER)
                .header("X-Request-Id", ID);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
