package org.clearancedesk.intake;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of the forms, and the intake as it turns answers into facts. */
record IntakeQuestions(
        List<Question> questions,
        List<Word> roles,
        Map<String, Outcome> outcomes,
        Consent consent,
        Map<String, Object> tiers,
        Map<String, Object> statuses,
        Map<String, Object> scans,
        Map<String, Object> reviews,
        Map<String, Object> steps,
        Map<String, Object> clauses) {

    record Word(Object value, String label) {}

    record Outcome(String step, List<Word> options) {}

    record Consent(List<Word> kinds) {}

    public record Question(
            String fact,
            String clause,
            String guideline,
            String example,
            Object best,
            List<Word> options,
            @Nullable List<Map<String, List<Object>>> askedWhen,
            @Nullable Object otherwise) {

        boolean isAsked(Map<String, Object> facts) {
            return askedWhen == null
                    || askedWhen.stream().anyMatch(alternative -> alternative.entrySet().stream()
                            .allMatch(condition -> condition.getValue().contains(facts.get(condition.getKey()))));
        }
    }

    static final IntakeQuestions IN_FORCE = read();

    /** The facts that the form sends; a question without an answer counts as answered in the best way. */
    Facts factsFrom(Map<String, Object> answers) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (Question question : questions) {
            facts.put(
                    question.fact(),
                    question.isAsked(facts)
                            ? answers.getOrDefault(question.fact(), question.best())
                            : question.otherwise());
        }
        return Facts.from(facts);
    }

    private static IntakeQuestions read() {
        JsonMapper json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try {
            return json.readValue(Path.of("forms", "catalogue.json").toFile(), IntakeQuestions.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
