package org.clearancedesk.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.task.TaskQuery;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.clearancedesk.web.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@RunningDesk
class ExpressionsInSearchesTest {

    /** Whoever gets this evaluated is an administrator. */
    private static final String ATTACK = "${identityService.createMembership('requester2','camunda-admin')}";

    private final Floor floor;
    private final IdentityService identity;
    private final FilterService filters;
    private final TaskService tasks;
    private final HistoryService history;
    private final RuntimeService runtime;

    ExpressionsInSearchesTest(
            Floor floor,
            IdentityService identity,
            FilterService filters,
            TaskService tasks,
            HistoryService history,
            RuntimeService runtime) {
        this.floor = floor;
        this.identity = identity;
        this.filters = filters;
        this.tasks = tasks;
        this.history = history;
        this.runtime = runtime;
    }

    @AfterEach
    void nobodyHasRisen() {
        identity.deleteMembership("requester2", "camunda-admin");
    }

    static Stream<Map<String, Object>> searches() {
        Map<String, Object> attack = Map.of("assigneeExpression", ATTACK);
        return Stream.of(
                attack,
                Map.of("orQueries", List.of(attack)),
                Map.of("orQueries", List.of(Map.of("name", "any"), attack)),
                Map.of("orQueries", List.of(Map.of("orQueries", List.of(attack)))),
                Map.of("orQueries", List.of(Map.of("dueBeforeExpression", ATTACK, "name", "any"))),
                Map.of("orQueries", List.of(Map.of("candidateGroupsExpression", ATTACK))));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void nobodyHasAnExpressionEvaluatedBySearchingForTasks(Map<String, Object> search) {
        Webapp attacker = Webapp.of(floor, "requester2");

        refused(attacker.post("task", search));
        refused(attacker.post("task/count", search));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void norByNarrowingAFilter(Map<String, Object> search) {
        String filter =
                filters.createFilterQuery().filterName("To do").singleResult().getId();
        Webapp attacker = Webapp.of(floor, "requester2");

        for (String result : List.of("list", "singleResult", "count")) {
            refused(attacker.post("filter/" + filter + "/" + result, search));
        }
        attacker.visitor().with("Accept", "application/hal+json");
        refused(attacker.post("filter/" + filter + "/list?firstResult=0&maxResults=15", search));
    }

    @Test
    void norInTheAddressOfASearch() {
        Webapp attacker = Webapp.of(floor, "requester2");

        refused(attacker.get("task?assigneeExpression=%24%7BidentityService.createMembership"
                + "('requester2'%2C'camunda-admin')%7D"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"history/task", "process-instance", "history/process-instance"})
    void norInSearchesThatKnowNoExpressions(String path) {
        Webapp attacker = Webapp.of(floor, "requester2");

        for (Map<String, Object> search : searches().toList()) {
            assertThat(attacker.post(path, search).status()).isEqualTo(400);
            assertThat(attacker.post(path + "/count", search).status()).isEqualTo(400);
            nothingWasEvaluated();
        }
    }

    @Test
    void norWhenAFilterIsNarrowedInsideTheDesk() {
        String filter =
                filters.createFilterQuery().filterName("To do").singleResult().getId();
        TaskQuery narrowed =
                tasks.createTaskQuery().or().taskAssigneeExpression(ATTACK).endOr();

        assertThatThrownBy(() -> filters.list(filter, narrowed)).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> filters.count(filter, narrowed)).isInstanceOf(BadUserRequestException.class);

        nothingWasEvaluated();
    }

    @Test
    void notEvenHarmlessOnes() {
        Webapp person = Webapp.of(floor, "legal");

        refused(person.post("task", Map.of("orQueries", List.of(Map.of("assigneeExpression", "${currentUser()}")))));
    }

    @Test
    void everyKindOfSearchIsRefusedWhateverItAsksFor() {
        List<Consumer<TaskQuery>> questions =
                List.of(Query::list, Query::count, Query::singleResult, Query::unlimitedList, q -> q.listPage(0, 1));

        for (Consumer<TaskQuery> question : questions) {
            TaskQuery query =
                    tasks.createTaskQuery().or().taskAssigneeExpression(ATTACK).endOr();
            assertThatThrownBy(() -> question.accept(query)).isInstanceOf(BadUserRequestException.class);
        }
        for (Query<?, ?> outer : List.of(
                history.createHistoricTaskInstanceQuery().or().taskName("any").endOr(),
                history.createHistoricProcessInstanceQuery()
                        .or()
                        .processInstanceBusinessKey("any")
                        .endOr(),
                runtime.createProcessInstanceQuery()
                        .or()
                        .processInstanceBusinessKey("any")
                        .endOr())) {
            lastPartOf(outer).addExpression("any", ATTACK);
            assertThatThrownBy(outer::list).isInstanceOf(BadUserRequestException.class);
        }
        nothingWasEvaluated();
    }

    @Test
    void theDesksOwnFiltersStillFindTheTasksOfTheirPeople() {
        String number = floor.sent("requester", Submission.withLegalReview());
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
        Webapp legal = Webapp.of(floor, "legal");
        Webapp talent = Webapp.of(floor, "talent");
        Map<String, Object> narrowed = Map.of("orQueries", List.of(Map.of("processInstanceBusinessKey", number)));

        List<Filter> shipped = filters.createFilterQuery().list().stream()
                .filter(filter -> List.of("To do", "My tasks", "My group's tasks", "Due soon", "Overdue")
                        .contains(filter.getName()))
                .toList();
        assertThat(shipped).hasSize(5);
        for (Filter filter : shipped) {
            String path = "filter/" + filter.getId();
            legal.get(path + "/count").expect(200);
            legal.get(path + "/list").expect(200);
            legal.post(path + "/list", Map.of()).expect(200);
            boolean listed = List.of("To do", "My group's tasks").contains(filter.getName());
            assertThat(legal.post(path + "/list", narrowed).expect(200).text().contains(task))
                    .as(filter.getName())
                    .isEqualTo(listed);
            assertThat(talent.post(path + "/list", narrowed).expect(200).json()).isEmpty();
        }
    }

    private static AbstractQuery<?, ?> lastPartOf(Query<?, ?> query) {
        List<? extends AbstractQuery<?, ?>> parts = PartsOfQueries.of(query);
        return parts.get(parts.size() - 1);
    }

    private void refused(Answer answer) {
        answer.expect(400);
        assertThat(answer.json().path("message").asText())
                .matches("(?s)(?=\\p{Lu}).*[Ee]xpressions.*\\.|Filter does not returns a valid single result");
        nothingWasEvaluated();
    }

    private void nothingWasEvaluated() {
        assertThat(identity.createGroupQuery().groupMember("requester2").list())
                .noneMatch(group -> group.getId().equals("camunda-admin"));
    }
}
