package org.clearancedesk.benchmark;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clearancedesk.intake.ClearanceRequest;

/** A worked case of the policy as a whole request, and whether performers have to consent to it. */
record AskedCase(ClearanceRequest request, boolean needsConsent) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Every case that needs written approval, in a mix: three that need both reviews, then one that only legal reviews. */
    static List<AskedCase> gated() {
        List<AskedCase> both = new ArrayList<>();
        List<AskedCase> legalOnly = new ArrayList<>();
        for (JsonNode worked : worked()) {
            JsonNode expected = worked.get("expected");
            if (expected.get("tier").asText().equals("WRITTEN_APPROVAL")) {
                boolean consent = expected.get("reviews").size() == 2;
                (consent ? both : legalOnly).add(new AskedCase(request(worked), consent));
            }
        }
        List<AskedCase> mix = new ArrayList<>();
        for (int index = 0; index < both.size(); index++) {
            mix.add(both.get(index));
            if (index % 3 == 2) {
                mix.add(legalOnly.get(index / 3 % legalOnly.size()));
            }
        }
        return mix;
    }

    /** The facts of every worked case, as JSON. */
    static List<String> facts() {
        List<String> facts = new ArrayList<>();
        worked().forEach(worked -> facts.add(worked.get("facts").toString()));
        return facts;
    }

    private static JsonNode worked() {
        try {
            return JSON.readTree(AskedCase.class.getResource("/cases.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClearanceRequest request(JsonNode worked) {
        return ClearanceRequest.from(Map.of(
                "title", worked.get("title").asText(),
                "description", worked.get("description").asText(),
                "production", Map.of("code", "BENCH-1", "title", "A series that is only ever asked for"),
                "tool", Map.of("name", "Video generator", "vendor", "A vendor"),
                "netflixContact", "contact@desk.example",
                "performers",
                        List.of(Map.of(
                                "name", "Lead performer",
                                "role", "PRINCIPAL",
                                "union", "SAG-AFTRA",
                                "representative", "Talent agency of the lead",
                                "use", "Likeness in the shots of the title")),
                "facts", JSON.convertValue(worked.get("facts"), new TypeReference<Map<String, Object>>() {}),
                "evidence", List.of()));
    }
}
