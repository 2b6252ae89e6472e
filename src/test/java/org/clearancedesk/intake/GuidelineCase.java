package org.clearancedesk.intake;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** A worked case of the policy: what a production answers, and what must follow. */
record GuidelineCase(String id, String title, Facts facts, Expected expected) {

    record Expected(Tier tier, List<ReviewKind> reviews) {}

    static final List<GuidelineCase> ALL = read();

    private static List<GuidelineCase> read() {
        JsonMapper json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build();
        try (InputStream source = GuidelineCase.class.getResourceAsStream("/cases.json")) {
            return List.of(json.readValue(source, GuidelineCase[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return id + " " + title;
    }
}
