package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts on which a pattern would try everything twice, or go as deep as they are long. */
@RunningDesk
class LongTextsTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Floor floor;

    LongTextsTest(Floor floor) {
        this.floor = floor;
    }

    @Test
    void aContactWithSixThousandPartsIsTooLongAndNoFailure() {
        Map<String, Object> request = new HashMap<>(Submission.lowRisk());
        request.put("netflixContact", "a" + ".a".repeat(6_000) + "@b.c");

        Answer answer = floor.as("requester").post("/api/requests", request).expectProblem(422);

        assertThat(answer.text()).contains("netflixContact", "12,005 characters");
    }

    static Stream<String> nasty() {
        return Stream.of(
                "a" + ".a".repeat(50_000) + "@b.c",
                "a@" + "b-".repeat(50_000),
                "a@" + "b.".repeat(50_000),
                "by 2026-12-1 ".repeat(8_000),
                "a1".repeat(50_000) + "!",
                "GC-2026-" + "1".repeat(100_000) + "x",
                " ".repeat(100_000) + "x",
                "\t\n".repeat(50_000) + "x",
                ";  ".repeat(34_000),
                "=".repeat(100_000),
                "{".repeat(100_000),
                "[".repeat(100_000),
                "${".repeat(50_000),
                "\\\"".repeat(50_000),
                "\"a\",".repeat(25_000) + "x",
                "../".repeat(34_000),
                ".".repeat(100_000) + "a",
                "\u0301".repeat(100_000),
                "%25".repeat(34_000));
    }

    @ParameterizedTest
    @MethodSource("nasty")
    void areRefusedAtOnceWhereverTheyAreTyped(String text) {
        Visitor person = floor.as("requester");
        for (String field : List.of("title", "codeName", "description", "netflixContact", "predecessor")) {
            Map<String, Object> request = new HashMap<>(Submission.lowRisk());
            request.put(field, text);
            refused(() -> person.post("/api/requests/validation", request), 204, 422);
        }
        for (String within : List.of("production", "tool", "performers", "facts", "evidence")) {
            Map<String, Object> request = new HashMap<>(Submission.lowRisk());
            request.put(within, text);
            refused(() -> person.post("/api/requests", request), 422);
        }
        refused(() -> person.post("/api/triage", Map.of("facts", Map.of("stage", text))), 422);
        refused(() -> person.post("/api/triage", text), 400);
        refused(() -> person.post("/api/requests/GC-1999-000001/withdrawal", Map.of("reason", text)), 404, 422);
        refused(() -> floor.as("talent").post("/api/consents/nobody/withdrawal", Map.of("reason", text)), 404, 422);
        refused(
                () -> floor.as("approver").post("/api/requests/GC-1999-000001/suspension", Map.of("reason", text)),
                404,
                422);
        refused(() -> person.tasklist("POST", "/task", Map.of("nameLike", text)), 200, 400, 403);
        refused(() -> person.tasklist("POST", "/task", Map.of(text, text)), 400, 403);
        refused(
                () -> person.tasklist(
                        "POST",
                        "/filter/create",
                        Map.of("resourceType", "Task", "name", text, "query", Map.of("assigneeExpression", text))),
                400,
                403);
        refused(
                () -> floor.nobody().post("/login", FORM, "username=" + Visitor.encoded(text) + "&password=x"),
                302,
                401,
                403);
        refused(() -> floor.nobody().withPassword(text.substring(0, 3_000), "x").get("/api/requests"), 400, 401);
        String some = Visitor.encoded(text.substring(0, 2_000));
        refused(() -> person.get("/api/requests?q=" + some), 200, 400, 422);
        refused(() -> person.get("/requests?q=" + some), 200, 400, 422);
        refused(() -> floor.nobody().get("/verify/" + some), 200, 400, 404);
        refused(
                () -> person.upload(
                        "/api/evidence",
                        text.substring(0, 3_000).replaceAll("[\"\\s\\\\%]", "_") + ".txt",
                        "text".getBytes()),
                201,
                400,
                413,
                422);
    }

    private static void refused(java.util.function.Supplier<Answer> call, Integer... statuses) {
        Answer answer = assertTimeout(PATIENCE, call::get);
        assertThat(answer.status()).as(answer.text()).isIn((Object[]) statuses);
    }
}
