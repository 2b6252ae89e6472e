package org.clearancedesk.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestConstructor;

/** People reach the desk as https://clearance.studio.example, through a proxy that says anything. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:published-address;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "clearance-desk.demo-cases=false",
            "clearance-desk.mail.directory=target/mail-of-the-published-address",
            "camunda.bpm.job-execution.enabled=false",
            // The webapp finds engines by name, in all desks that run in the same program.
            "camunda.bpm.process-engine-name=published",
            "server.forward-headers-strategy=native",
            "clearance-desk.base-url=https://clearance.studio.example"
        })
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class PublishedAddressTest {

    private static final String DESK = "Host: clearance.studio.example";
    private static final List<String> LIES = List.of(
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: http",
            "X-Forwarded-Port: 81",
            "X-Forwarded-Prefix: /evil",
            "Forwarded: host=evil.example;proto=http");

    private final int port;
    private final ObjectMapper json;

    PublishedAddressTest(Environment environment, ObjectMapper json) {
        this.port = environment.getRequiredProperty("local.server.port", Integer.class);
        this.json = json;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/requests", "/camunda/app/tasklist/published/", "/camunda", "/consents", "/api/docs"})
    void whoeverIsSentOnIsSentThere(String path) throws IOException {
        RawCall.Reply reply = get(path, DESK, "Accept: text/html");

        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.text().lines().filter(line -> line.startsWith("Location: ")))
                .singleElement()
                .asString()
                .startsWith("Location: https://clearance.studio.example/");
    }

    @Test
    void whatIsMadeIsFoundThere() throws IOException {
        List<String> headers = new ArrayList<>(LIES);
        headers.addAll(List.of(
                DESK,
                "Content-Type: application/json",
                "Authorization: Basic " + Base64.getEncoder().encodeToString("requester:requester".getBytes(UTF_8))));

        RawCall.Reply reply = new RawCall(
                        "POST", "/api/requests", headers, json.writeValueAsBytes(Submission.lowRisk()))
                .sendTo(port);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text()).doesNotContain("evil.example", "http://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "evil.example", "clearance.studio.example.evil.example"})
    void itAnswersToNoOtherName(String host) throws IOException {
        assertThat(get("/login", "Host: " + host).status()).isEqualTo(421);
        assertThat(get("/actuator/health/liveness", "Host: " + host).status()).isEqualTo(200);
    }

    @Test
    void whoeverComesFromOutsideByAnotherNameIsNotToldHowItIsEither() throws IOException {
        assertThat(get("/actuator/health", "Host: evil.example", "X-Forwarded-For: 203.0.113.9")
                        .status())
                .isEqualTo(421);
    }

    private RawCall.Reply get(String path, String... headers) throws IOException {
        List<String> all = new ArrayList<>(LIES);
        all.addAll(List.of(headers));
        return new RawCall("GET", path, all, new byte[0]).sendTo(port);
    }
}
