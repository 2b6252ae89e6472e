package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@RunningDesk
class OversizedBodiesTest {

    private static final int LARGEST = 1024 * 1024;
    private static final String PASSWORD = "Basic cmVxdWVzdGVyOnJlcXVlc3Rlcg==";

    private final Floor floor;

    OversizedBodiesTest(Floor floor) {
        this.floor = floor;
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/triage",
        "POST, /api/requests",
        "POST, /%61pi/requests",
        "POST, /api/requests/validation",
        "POST, /api/requests/GC-1999-000001/withdrawal",
        "POST, /camunda/api/engine/engine/default/task",
        "PUT, /camunda/api/engine/engine/default/user/requester/profile"
    })
    void areTurnedAwayWithASentence(String method, String path) {
        Map<String, Long> before = floor.rows();

        Answer answer =
                floor.as("requester").call(method, path, Map.of("Content-Type", "application/json"), text(LARGEST + 1));

        answer.expect(413);
        assertThat(answer.text()).contains("larger than the desk takes");
        assertThat(floor.rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/triage", "/camunda/api/engine/engine/default/task"})
    void areTurnedAwayWhenTheyComeInPiecesAndDoNotSayHowLongTheyAre(String path) throws Exception {
        assertThat(inPieces(path, text(LARGEST + 1)).status()).isEqualTo(413);
    }

    @Test
    void inPiecesAreReadWhenTheyFit() throws Exception {
        byte[] facts = new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsBytes(Submission.facts("R-02"));

        assertThat(inPieces("/api/triage", facts).status()).isEqualTo(200);
        inPieces("/api/triage", text(LARGEST)).expectProblem(400);
    }

    @Test
    void ofFilesHaveALimitOfTheirOwn() {
        floor.as("requester")
                .upload(
                        "/api/evidence",
                        "long.txt",
                        "line of text\n".repeat(100_000).getBytes(StandardCharsets.UTF_8))
                .expect(201);
    }

    private static byte[] text(int length) {
        return ("\"" + "x".repeat(length - 2) + "\"").getBytes(StandardCharsets.UTF_8);
    }

    private Answer inPieces(String path, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(floor.nobody().address() + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", PASSWORD)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        return new Answer(HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray()));
    }
}
