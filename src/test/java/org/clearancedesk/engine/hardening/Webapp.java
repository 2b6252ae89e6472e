package org.clearancedesk.engine.hardening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.Visitor;

/** Somebody who is signed in and sends what they like to the webapp's own interface, as a page in their browser could. */
record Webapp(Visitor visitor) {

    static final String ENGINE = "/camunda/api/engine/engine/default/";
    private static final ObjectMapper JSON = new ObjectMapper();

    static Webapp of(Floor floor, String user) {
        Visitor visitor = floor.signedIn(user);
        visitor.get("/camunda/app/welcome/default/").expect(200);
        return new Webapp(visitor.with("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN")));
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** A path of the engine's interface, or one from the root. */
    Answer send(String method, String path, Object body) {
        try {
            return visitor.call(
                    method,
                    path.startsWith("/") ? path : ENGINE + path,
                    body == null ? Map.of() : Map.of("Content-Type", "application/json"),
                    body == null
                            ? new byte[0]
                            : (body instanceof String text ? text : JSON.writeValueAsString(body))
                                    .getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
