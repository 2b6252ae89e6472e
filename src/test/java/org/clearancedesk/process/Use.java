package org.clearancedesk.process;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearancedesk.intake.ClearanceRequest;

/** A request as the intake form sends it, made from a worked case of the policy. */
record Use(Map<String, Object> request) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Map<String, Object>> WORKED_CASES = workedCases();

    /** Concept pictures before the shoot: inform only. */
    static Use lowRisk() {
        return of("R-05");
    }

    /** Posters in the background, prominence and originality not certain. */
    static Use inDoubt() {
        return of("R-10");
    }

    /** Machine draft of subtitles: in doubt, and a represented craft is concerned. */
    static Use inDoubtWithCraft() {
        return of("LO-01").naming("Subtitlers");
    }

    /** A final key visual without anybody's likeness: written approval, legal alone. */
    static Use keyVisual() {
        return of("R-02");
    }

    /** De-ageing of performers: written approval, legal and the consent of each. */
    static Use deAgeing(String... performers) {
        return of("R-06").naming(performers);
    }

    static Use of(String workedCase) {
        Map<String, Object> worked = WORKED_CASES.stream()
                .filter(each -> each.get("id").equals(workedCase))
                .findFirst()
                .orElseThrow();
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("title", worked.get("title"));
        request.put("description", worked.get("description"));
        request.put("production", Map.of("code", "ETERNAUTA-S1", "title", "El Eternauta"));
        request.put("tool", Map.of("name", "Image generator", "vendor", "Eyeline"));
        request.put("netflixContact", "carla@studio.example");
        request.put("performers", List.of());
        request.put("facts", worked.get("facts"));
        request.put("evidence", List.of());
        return new Use(request);
    }

    Use naming(String... performers) {
        return with(
                "performers",
                Arrays.stream(performers)
                        .map(name -> Map.of("name", name, "role", "PRINCIPAL", "use", "Shown younger in flashbacks"))
                        .toList());
    }

    Use with(String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(request);
        changed.put(field, value);
        return new Use(changed);
    }

    /** The same case with the facts of another. */
    Use becoming(Use other) {
        return with("facts", other.request.get("facts")).with("performers", other.request.get("performers"));
    }

    ClearanceRequest read() {
        return ClearanceRequest.from(request);
    }

    private static List<Map<String, Object>> workedCases() {
        try (InputStream source = Use.class.getResourceAsStream("/cases.json")) {
            return JSON.readValue(source, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
