package org.clearancedesk.web.intake;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The questions of the intake as the forms ask them, for pages that work without a script. */
@Component
public class Questions {

    private static final String CATALOGUE = "META-INF/resources/desk/catalogue.json";

    /** A choice of questions that belong together. */
    record Section(String title, String intro, List<Question> questions) {}

    /** One question about a fact. */
    public record Question(
            String fact, String section, String ask, String guideline, String example, List<Option> options) {

        /** The words of an answer. */
        public String labelOf(@Nullable Object value) {
            return options.stream()
                    .filter(option -> option.value().equals(String.valueOf(value)))
                    .map(Option::label)
                    .findFirst()
                    .orElse(String.valueOf(value));
        }
    }

    /** One answer that can be chosen; the value as text. */
    record Option(String value, String label) {}

    private final List<Section> sections;
    private final List<Option> roles;
    private final Map<String, Question> byFact = new LinkedHashMap<>();

    Questions(ObjectMapper json) {
        ObjectMapper reader = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        try (InputStream source = new ClassPathResource(CATALOGUE).getInputStream()) {
            JsonNode catalogue = reader.readTree(source);
            List<Question> questions = reader.convertValue(catalogue.get("questions"), new TypeReference<>() {});
            questions.forEach(question -> byFact.put(question.fact(), question));
            sections = StreamSupport.stream(catalogue.get("sections").spliterator(), false)
                    .map(section -> new Section(
                            section.get("title").asText(),
                            section.get("intro").asText(),
                            questions.stream()
                                    .filter(each -> each.section()
                                            .equals(section.get("id").asText()))
                                    .toList()))
                    .toList();
            roles = reader.convertValue(catalogue.get("roles"), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("The catalogue of questions cannot be read.", e);
        }
    }

    public List<Section> sections() {
        return sections;
    }

    public List<Option> roles() {
        return roles;
    }

    public Question about(String fact) {
        Question question = byFact.get(fact);
        if (question == null) {
            throw new IllegalArgumentException("Nobody asks about " + fact);
        }
        return question;
    }

    /** What a page sent as text, with true and false as the facts have them. */
    public static Map<String, Object> facts(Map<String, String> sent) {
        Map<String, Object> facts = new LinkedHashMap<>();
        sent.forEach((name, value) -> {
            if (name.startsWith("facts.")) {
                boolean flag = value.equals("true") || value.equals("false");
                facts.put(name.substring("facts.".length()), flag ? Boolean.valueOf(value) : value);
            }
        });
        return facts;
    }
}
