package org.clearancedesk.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests as programs send them, on the facts of worked cases. */
public final class Submission {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Submission() {}

    /** Informing is enough. */
    public static Map<String, Object> lowRisk() {
        return of("M1-02");
    }

    /** Needs a written approval, legal review and nobody's consent. */
    public static Map<String, Object> withLegalReview() {
        return of("R-02");
    }

    /** Needs a written approval and consent. */
    @SafeVarargs
    public static Map<String, Object> withConsent(Map<String, ?>... performers) {
        return with(of("M4-01"), "performers", List.of(performers));
    }

    public static Map<String, Object> performer(String name, String role) {
        Map<String, Object> performer = new LinkedHashMap<>();
        performer.put("name", name);
        performer.put("role", role);
        performer.put("union", "SAG-AFTRA");
        performer.put("representative", "Agency");
        performer.put("use", "A younger face in the flashbacks.");
        return performer;
    }

    public static Map<String, Object> of(String workedCase) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("title", "Concept sketches for the kitchen set");
        request.put("description", "Sketches that designers redraw by hand.");
        request.put("production", new LinkedHashMap<>(Map.of("code", "KITCHEN-S1", "title", "The Kitchen")));
        request.put("tool", new LinkedHashMap<>(Map.of("name", "Image generator", "vendor", "Studio tool")));
        request.put("netflixContact", "contact@desk.example");
        request.put("performers", new ArrayList<>());
        request.put("facts", facts(workedCase));
        return request;
    }

    public static Map<String, Object> facts(String workedCase) {
        try {
            for (JsonNode worked : JSON.readTree(Submission.class.getResource("/cases.json"))) {
                if (worked.get("id").asText().equals(workedCase)) {
                    @SuppressWarnings("unchecked")
                    Map<String, Object> facts = JSON.convertValue(worked.get("facts"), LinkedHashMap.class);
                    return facts;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException("No worked case " + workedCase);
    }

    /** A copy with another value at a field. */
    public static Map<String, Object> with(Map<String, Object> request, String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(request);
        changed.put(field, value);
        return changed;
    }

    /** A copy with another value at a field of an object inside. */
    public static Map<String, Object> with(Map<String, Object> request, String object, String field, Object value) {
        Map<String, Object> inner = new HashMap<>();
        ((Map<?, ?>) request.get(object)).forEach((name, old) -> inner.put(String.valueOf(name), old));
        inner.put(field, value);
        return with(request, object, inner);
    }

    public static Map<String, Object> without(Map<String, Object> request, String field) {
        Map<String, Object> changed = new LinkedHashMap<>(request);
        changed.remove(field);
        return changed;
    }
}
