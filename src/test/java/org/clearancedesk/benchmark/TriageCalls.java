package org.clearancedesk.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.clearancedesk.intake.Facts;

/** Calls {@code POST /api/triage} over HTTP, signed in with a session as the intake form is. */
final class TriageCalls {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final String desk;

    TriageCalls(int port) {
        desk = "http://localhost:" + port;
        send(HttpRequest.newBuilder(URI.create(desk + "/login")).GET(), 200);
        send(
                HttpRequest.newBuilder(URI.create(desk + "/login"))
                        .header("X-DESK-CSRF", csrf())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=requester&password=requester")),
                302);
        send(HttpRequest.newBuilder(URI.create(desk + "/login")).GET(), 200);
    }

    void call(String facts) {
        send(
                HttpRequest.newBuilder(URI.create(desk + "/api/triage"))
                        .header("X-DESK-CSRF", csrf())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(facts)),
                200);
    }

    /** Facts at random, so that there are none like them in memory. */
    static String randomFacts(Random random) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (RecordComponent fact : Facts.class.getRecordComponents()) {
            Object[] values = fact.getType().getEnumConstants();
            facts.put(fact.getName(), values == null ? random.nextBoolean() : values[random.nextInt(values.length)]);
        }
        return JSON.valueToTree(facts).toString();
    }

    private String csrf() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("DESK-CSRF"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private void send(HttpRequest.Builder request, int expected) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() != expected) {
                throw new IllegalStateException(response + " " + response.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("The benchmark broke off.", e);
        }
    }
}
