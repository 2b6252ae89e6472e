package org.clearancedesk.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A search has so many orders, conditions and parts, as each of them costs the database one more table to look into. */
@RunningDesk
class SearchesThatAskForTooMuchTest {

    private final Floor floor;
    private final FilterService filters;
    private final TaskService tasks;
    private final JdbcClient jdbc;

    SearchesThatAskForTooMuchTest(Floor floor, FilterService filters, TaskService tasks, JdbcClient jdbc) {
        this.floor = floor;
        this.filters = filters;
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    @AfterEach
    void tidyUp() {
        filters.createFilterQuery()
                .filterName("too much")
                .list()
                .forEach(filter -> filters.deleteFilter(filter.getId()));
    }

    static Stream<Map<String, Object>> tooMuch() {
        return Stream.of(
                sortedBy(11),
                variables(21),
                Map.of("orQueries", parts(11)),
                Map.of("orQueries", List.of(variables(21))),
                Map.of("processInstanceBusinessKeyIn", Collections.nCopies(2_001, "x")),
                Map.of("orQueries", Collections.nCopies(5, Map.of("candidateGroups", Collections.nCopies(500, "x")))));
    }

    static Stream<Map<String, Object>> enough() {
        return Stream.of(
                sortedBy(10),
                variables(20),
                Map.of("orQueries", parts(10)),
                Map.of("processInstanceBusinessKeyIn", Collections.nCopies(1_900, "x")));
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void isRefusedInWordsToAnybody(Map<String, Object> search) {
        Webapp person = Webapp.of(floor, "legal");

        refused(person.post("task", search));
        refused(person.post("filter/" + shipped() + "/list", search));
        refused(person.post("filter/" + shipped() + "/count", search));
    }

    @ParameterizedTest
    @MethodSource("enough")
    void isAnsweredWhenItStaysBelow(Map<String, Object> search) {
        Webapp.of(floor, "legal").post("task", search).expect(200);
        Webapp.of(floor, "legal").post("filter/" + shipped() + "/list", search).expect(200);
    }

    @Test
    void isRefusedInTheAddressToo() {
        String conditions =
                IntStream.range(0, 21).mapToObj(i -> "v" + i + "_eq_x").collect(Collectors.joining(","));
        Webapp person = Webapp.of(floor, "legal");
        Webapp admin = Webapp.of(floor, "admin");

        refused(person.get("task?processVariables=" + conditions));
        refused(person.get("task/count?taskVariables=" + conditions));
        refused(admin.get("process-instance?variables=" + conditions));
        refused(admin.get("history/task?taskVariables=" + conditions));
        refused(admin.get("history/process-instance/count?variables=" + conditions));
    }

    @Test
    void isNotStored() {
        Webapp admin = Webapp.of(floor, "admin");

        tooMuch().forEach(search -> refused(admin.post("filter/create", filter(search))));

        assertThat(filters.createFilterQuery().filterName("too much").count()).isZero();
        enough().forEach(search -> admin.post("filter/create", filter(search)).expect(200));
    }

    @Test
    void isNotRunWhenItWasStoredBefore() {
        Webapp admin = Webapp.of(floor, "admin");
        Filter stored = filters.saveFilter(filters.newTaskFilter("too much").setQuery(tasks.createTaskQuery()));
        jdbc.sql("update act_ru_filter set query_ = ? where id_ = ?")
                .params("{\"orQueries\":%s}".formatted(Collections.nCopies(11, "{\"name\":\"x\"}")), stored.getId())
                .update();

        refused(admin.get("filter/" + stored.getId() + "/list"));
        refused(admin.get("filter/" + stored.getId() + "/count"));
    }

    @Test
    void isRefusedBeforeTheDatabaseHearsOfIt() {
        Webapp person = Webapp.of(floor, "legal");

        long began = System.nanoTime();
        refused(person.post("task", sortedBy(1_000)));

        assertThat((System.nanoTime() - began) / 1_000_000).as("milliseconds").isLessThan(2_000);
    }

    private static Map<String, Object> sortedBy(int orders) {
        return Map.of(
                "sorting",
                IntStream.range(0, orders)
                        .mapToObj(i -> Map.of(
                                "sortBy",
                                "processVariable",
                                "sortOrder",
                                "asc",
                                "parameters",
                                Map.of("variable", "v" + i, "type", "String")))
                        .toList());
    }

    private static Map<String, Object> variables(int conditions) {
        return Map.of(
                "processVariables",
                IntStream.range(0, conditions)
                        .mapToObj(i -> Map.of("name", "v" + i, "operator", "eq", "value", "x"))
                        .toList());
    }

    private static List<Map<String, Object>> parts(int parts) {
        return IntStream.range(0, parts)
                .mapToObj(i -> Map.<String, Object>of("name", "n" + i))
                .toList();
    }

    private static Map<String, Object> filter(Map<String, Object> query) {
        return Map.of("resourceType", "Task", "name", "too much", "query", query, "properties", Map.of());
    }

    private String shipped() {
        return filters.createFilterQuery().filterName("To do").singleResult().getId();
    }

    private static void refused(Answer answer) {
        answer.expect(400);
        assertThat(answer.json().path("message").asText())
                .matches(
                        "A search has up to \\d+ (orders|conditions on variables|parts of “or”|entries in its lists).*\\.");
    }
}
