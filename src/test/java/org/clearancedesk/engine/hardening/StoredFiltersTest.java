package org.clearancedesk.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningDesk
class StoredFiltersTest {

    private final Floor floor;
    private final FilterService filters;
    private final TaskService tasks;
    private final IdentityService identity;
    private final JdbcClient jdbc;
    private List<String> shipped = List.of();

    StoredFiltersTest(
            Floor floor, FilterService filters, TaskService tasks, IdentityService identity, JdbcClient jdbc) {
        this.floor = floor;
        this.filters = filters;
        this.tasks = tasks;
        this.identity = identity;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void remember() {
        shipped = stored();
    }

    @AfterEach
    void tidyUp() {
        stored().stream().filter(id -> !shipped.contains(id)).forEach(filters::deleteFilter);
        identity.deleteMembership("requester2", "camunda-admin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${identityService.createMembership('requester2','camunda-admin')}",
                "#{identityService.createMembership('requester2','camunda-admin')}",
                "${currentUser().getClass()}",
                "${currentUser().toString()}",
                "${currentUserGroups().get(0)}",
                "${now().getClass().getClassLoader()}",
                "${dateTime().getClass()}",
                "${dateTime().plusDays(dateTime().getYear())}",
                "${dateTime().plusDays(1).toDate()}",
                "${dateTime().plusDays('1')}",
                "${dateTime().plusDays(1)}${now()}",
                "${currentUser()} ${now()}",
                "${currentUser()}\n${now()}",
                "x${currentUser()}",
                "${''.getClass().forName('java.lang.Runtime')}",
                "${true}",
                "requester"
            })
    void notEvenAnAdministratorStoresAnExpressionThatIsNotOnTheList(String expression) {
        Webapp admin = Webapp.of(floor, "admin");
        String own = create(admin, Map.of("assignee", "admin"))
                .expect(200)
                .json()
                .get("id")
                .asText();

        for (Map<String, Object> query : List.<Map<String, Object>>of(
                Map.of("assigneeExpression", expression),
                Map.of("orQueries", List.of(Map.of("assigneeExpression", expression))),
                Map.of("orQueries", List.of(Map.of("name", "any"), Map.of("dueBeforeExpression", expression))),
                Map.of("orQueries", List.of(Map.of("orQueries", List.of(Map.of("assigneeExpression", expression))))))) {
            refused(create(admin, query));
            refused(admin.put("filter/" + own, filter(query)));
        }

        assertThat(stored()).hasSize(shipped.size() + 1);
        assertThat(admin.get("filter/" + own).expect(200).text()).contains("\"assignee\":\"admin\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${currentUser()}",
                "${ currentUser() }",
                "#{currentUser()}",
                "${currentUserGroups()}",
                "${now()}",
                "${dateTime()}",
                "${dateTime().plusDays(2)}",
                "${ dateTime().minusMonths(1).plusHours(12) }",
                "${dateTime().withTimeAtStartOfDay().plusWeeks(1)}"
            })
    void harmlessExpressionsAreStoredAndRun(String expression) {
        Webapp admin = Webapp.of(floor, "admin");
        String field = expression.contains("Groups")
                ? "candidateGroupsExpression"
                : expression.contains("User") ? "assigneeExpression" : "dueBeforeExpression";

        String flat = create(admin, Map.of(field, expression))
                .expect(200)
                .json()
                .get("id")
                .asText();
        String deep = create(admin, Map.of("orQueries", List.of(Map.of(field, expression))))
                .expect(200)
                .json()
                .get("id")
                .asText();

        admin.get("filter/" + flat + "/list").expect(200);
        admin.get("filter/" + deep + "/count").expect(200);
    }

    @Test
    void noProgramInsideTheDeskStoresOneEither() {
        Filter filter = filters.newTaskFilter("inside")
                .setQuery(tasks.createTaskQuery()
                        .or()
                        .taskAssigneeExpression("${currentUser().toString()}")
                        .endOr());

        assertThatThrownBy(() -> filters.saveFilter(filter)).isInstanceOf(BadUserRequestException.class);

        assertThat(stored()).isEqualTo(shipped);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"taskAssigneeExpression\":\"%s\"}",
                "{\"orQueries\":[{\"taskAssigneeExpression\":\"%s\"}]}",
                "{\"orQueries\":[{\"name\":\"any\"},{\"taskAssigneeExpression\":\"%s\"}]}"
            })
    void aFilterThatGotIntoTheDatabaseSomeOtherWayDoesNotRun(String query) {
        Webapp admin = Webapp.of(floor, "admin");
        String id = create(admin, Map.of("assignee", "admin"))
                .expect(200)
                .json()
                .get("id")
                .asText();
        jdbc.sql("update act_ru_filter set query_ = ? where id_ = ?")
                .params(query.formatted("${identityService.createMembership('requester2','camunda-admin')}"), id)
                .update();

        for (String result : List.of("list", "singleResult", "count")) {
            refused(admin.get("filter/" + id + "/" + result));
            refused(admin.post("filter/" + id + "/" + result, Map.of("name", "any")));
        }

        admin.get("filter?itemCount=false").expect(200);
        admin.delete("filter/" + id).expect(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"requester", "requester2", "contact", "legal", "talent", "approver"})
    void onlyAdministratorsMakeChangeOrRemoveFilters(String user) {
        Webapp person = Webapp.of(floor, user);
        Map<String, Object> before =
                new HashMap<>(jdbc.sql("select id_, rev_ from act_ru_filter order by id_").query().listOfRows().stream()
                        .collect(
                                HashMap::new,
                                (map, row) -> map.put(row.get("id_").toString(), row.get("rev_")),
                                Map::putAll));

        assertThat(create(person, Map.of("assignee", user)).status()).isEqualTo(403);
        for (String id : shipped) {
            assertThat(person.put("filter/" + id, filter(Map.of("assignee", user)))
                            .status())
                    .isEqualTo(403);
            assertThat(person.delete("filter/" + id).status()).isEqualTo(403);
        }

        assertThat(stored()).isEqualTo(shipped);
        before.forEach((id, revision) -> assertThat(jdbc.sql("select rev_ from act_ru_filter where id_ = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(revision));
    }

    private static Answer create(Webapp person, Map<String, Object> query) {
        return person.post("filter/create", filter(query));
    }

    private static Map<String, Object> filter(Map<String, Object> query) {
        return Map.of("resourceType", "Task", "name", "a filter of mine", "query", query, "properties", Map.of());
    }

    private void refused(Answer answer) {
        answer.expect(400);
        assertThat(answer.json().path("message").asText())
                .matches("(?s)(?=\\p{Lu}).*[Ee]xpression.*\\.|Filter does not returns a valid single result");
        assertThat(identity.createGroupQuery().groupMember("requester2").list())
                .noneMatch(group -> group.getId().equals("camunda-admin"));
    }

    private List<String> stored() {
        return jdbc.sql("select id_ from act_ru_filter order by id_")
                .query(String.class)
                .list();
    }
}
