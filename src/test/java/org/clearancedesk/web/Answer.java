package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What came back from the desk. */
public record Answer(HttpResponse<byte[]> response) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Words that mean something only to those who build the desk. */
    private static final String INNER_WORDS =
            "(?is).*(camunda|exception:|(java|jakarta|org|com)\\.\\w+\\.|jackson|\\bSQL\\b|stack ?trace|\\bENGINE-).*";

    public int status() {
        return response.statusCode();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public byte[] bytes() {
        return response.body();
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** What it says to everybody alike: each call has an id of its own. */
    public String words() {
        return text().replaceAll(",\"correlation\":\"[^\"]*\"", "");
    }

    public JsonNode json() {
        try {
            return JSON.readTree(text());
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + text(), e);
        }
    }

    public Answer expect(int status) {
        assertThat(status()).as(text()).isEqualTo(status);
        return this;
    }

    /** A problem document (RFC 9457) with a sentence for a person, and nothing from inside the desk. */
    public Answer expectProblem(int status) {
        expect(status);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = json();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText())
                .as("a sentence")
                .matches("(?s)[\\p{Lu}“].*[.?!”)]")
                .doesNotMatch(INNER_WORDS);
        assertThat(problem.has("trace")).isFalse();
        return this;
    }

    /** A problem document that names exactly these fields, each with a sentence. */
    public Answer expectProblemAt(int status, String... fields) {
        expectProblem(status);
        assertThat(fields()).as(text()).containsExactlyInAnyOrder(fields);
        json().path("errors").forEach(error -> assertThat(error.path("message").asText())
                .matches("(?s)[\\p{Lu}“].*[.?!”]")
                .doesNotMatch(INNER_WORDS));
        return this;
    }

    /** What comes back of calls that are made in the same moment, in their order. */
    @SafeVarargs
    public static List<Answer> atOnce(Supplier<Answer>... calls) {
        return Stream.of(calls).map(CompletableFuture::supplyAsync).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    public List<String> fields() {
        List<String> fields = new ArrayList<>();
        json().path("errors").forEach(error -> fields.add(error.path("field").asText()));
        return fields;
    }
}
