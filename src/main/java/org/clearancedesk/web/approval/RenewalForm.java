package org.clearancedesk.web.approval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearancedesk.web.intake.Questions;
import org.jspecify.annotations.Nullable;

/** The fields of the page that renews, as the request has them. */
final class RenewalForm {

    private static final int ROWS_MORE = 2;
    private static final int MOST_ROWS = 100;
    private static final List<String> OF_A_PERSON = List.of("name", "role", "union", "representative", "use");

    private RenewalForm() {}

    /** What was sent, as a request; people without a name are left out. */
    static Map<String, Object> read(Map<String, String> sent) {
        Map<String, Object> given = new LinkedHashMap<>();
        for (String name : List.of("title", "codeName", "description", "netflixContact")) {
            given.put(name, sent.getOrDefault(name, ""));
        }
        given.put("production", part(sent, "production.", "code", "title"));
        given.put("tool", part(sent, "tool.", "name", "vendor"));
        given.put("performers", people(sent));
        given.put("facts", Questions.facts(sent));
        return given;
    }

    /** The rows of people, with room for some more. */
    static List<Object> rows(@Nullable Object people) {
        List<Object> rows = new ArrayList<>(people instanceof List<?> given ? given : List.of());
        for (int i = 0; i < ROWS_MORE; i++) {
            rows.add(Map.of());
        }
        return rows;
    }

    private static List<Object> people(Map<String, String> sent) {
        List<Object> people = new ArrayList<>();
        for (int i = 0; i < MOST_ROWS && sent.containsKey("performers[%d].name".formatted(i)); i++) {
            Map<String, Object> person = part(sent, "performers[%d].".formatted(i), OF_A_PERSON.toArray(String[]::new));
            if (!String.valueOf(person.get("name")).isBlank()) {
                people.add(person);
            }
        }
        return people;
    }

    private static Map<String, Object> part(Map<String, String> sent, String prefix, String... names) {
        Map<String, Object> part = new LinkedHashMap<>();
        for (String name : names) {
            part.put(name, sent.getOrDefault(prefix + name, ""));
        }
        return part;
    }
}
