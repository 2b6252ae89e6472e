package org.clearancedesk.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;

/** A page gives its own name the address of the desk (DNS rebinding), and calls it from the browser of somebody who tries it out. */
@RunningDesk
class ForeignHostsTest {

    private static final String WITH_PASSWORD =
            "Authorization: Basic " + Base64.getEncoder().encodeToString("requester:requester".getBytes(UTF_8));

    private final Floor floor;
    private final int port;

    ForeignHostsTest(Floor floor, Environment environment) {
        this.floor = floor;
        this.port = environment.getRequiredProperty("local.server.port", Integer.class);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /login",
        "POST, /login",
        "GET,  /",
        "GET,  /requests",
        "GET,  /api/requests",
        "POST, /api/triage",
        "POST, /api/requests",
        "GET,  /api/openapi",
        "GET,  /verify/GL-2026-000001",
        "GET,  /camunda/app/tasklist/default/",
        "GET,  /camunda/api/engine/engine/default/task",
        "POST, /camunda/api/engine/engine/default/process-definition/key/genai-clearance/submit-form",
        "POST, /camunda/api/admin/auth/user/default/login/tasklist",
        "GET,  /actuator/prometheus",
        "GET,  /nowhere"
    })
    void areRefusedWhateverTheyAskFor(String method, String path) throws IOException {
        Map<String, Long> before = floor.rows();

        RawCall.Reply reply = call(method, path, "Host: evil.example", "Origin: http://evil.example", WITH_PASSWORD);

        // What is closed to everybody is closed to them first.
        assertThat(reply.status()).isIn(421, 403);
        assertThat(reply.text()).doesNotContain("Set-Cookie", "Location:", "password");
        assertThat(floor.rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "evil.example.localhost",
                "localhost:80.evil.example",
                "127.0.0.2",
                "10.1.2.3",
                "[::2]:8080"
            })
    void areRefusedHoweverNearTheyLook(String host) throws IOException {
        assertThat(call("GET", "/login", "Host: " + host).status()).isIn(400, 421);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:65535"})
    void areNotTheNamesOfThisMachineUnderAnyPort(String host) throws IOException {
        assertThat(call("GET", "/api/requests", "Host: " + host, WITH_PASSWORD).status())
                .isEqualTo(200);
    }

    @Test
    void mayAskForNothingButTheHealthAsContainersAndProxiesDo() throws IOException {
        assertThat(call("GET", "/actuator/health/readiness", "Host: 10.1.2.3:8080")
                        .status())
                .isEqualTo(200);
        assertThat(call("GET", "/actuator/healthy", "Host: 10.1.2.3:8080").status())
                .isEqualTo(421);
    }

    @Test
    void areOnTheListOfRefusedAttempts() throws IOException {
        call("GET", "/api/requests", "Host: rebound.example", WITH_PASSWORD);

        Answer list = floor.as("admin").get("/api/admin/refused-attempts").expect(200);

        assertThat(list.text()).contains("NOT_FROM_OUR_PAGES", "/api/requests");
    }

    @Test
    void decideNothingWhereAProxyNamesThem() throws IOException {
        RawCall.Reply reply = call("GET", "/requests", "X-Forwarded-Host: evil.example", "Accept: text/html");

        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.text()).contains("Location: http://localhost").doesNotContain("evil.example");
    }

    private RawCall.Reply call(String method, String path, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of(headers));
        byte[] body = new byte[0];
        if (method.equals("POST")) {
            all.add("Content-Type: application/json");
            body = "{}".getBytes(UTF_8);
        }
        return new RawCall(method, path, all, body).sendTo(port);
    }
}
