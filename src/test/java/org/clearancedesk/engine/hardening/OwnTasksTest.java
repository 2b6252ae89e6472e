package org.clearancedesk.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.task.DelegationState;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.clearancedesk.web.Submission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@RunningDesk
class OwnTasksTest {

    private static final Authentication LEGAL = new Authentication("legal", List.of("legal", "readers"));

    private final Floor floor;
    private final IdentityService identity;
    private String free;
    private String taken;

    OwnTasksTest(Floor floor, IdentityService identity) {
        this.floor = floor;
        this.identity = identity;
    }

    @BeforeEach
    void twoBeforeLegal() {
        free = floor.task(floor.sent("requester", Submission.withLegalReview()), "reviewLegalExposure");
        taken = floor.task(floor.sent("requester", Submission.withLegalReview()), "reviewLegalExposure");
        Webapp.of(floor, "legal")
                .post("task/" + taken + "/claim", Map.of("userId", "legal"))
                .expect(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"requester", "requester2", "contact", "legal", "talent", "approver", "admin"})
    void whatIsReadWithoutTheGrantsIsWhatTheGrantsAllow(String user) {
        List<String> groups = identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        Map<String, Object> own = Map.of("assignee", user, "candidateGroups", groups);
        Map<String, Object> underTheGrants = new HashMap<>(own);
        underTheGrants.put("name", "No task is called so");

        List<String> found = ids(user, Map.of("orQueries", List.of(own)));

        assertThat(found).containsExactlyInAnyOrderElementsOf(ids(user, Map.of("orQueries", List.of(underTheGrants))));
        assertThat(found.contains(free)).isEqualTo(user.equals("legal"));
        assertThat(found.contains(taken)).isEqualTo(user.equals("legal"));
        Webapp person = Webapp.of(floor, user);
        assertThat(ids(person.get("filter/" + toDo(person) + "/list")
                        .expect(200)
                        .json()))
                .containsExactlyInAnyOrderElementsOf(found);
    }

    static Stream<Map<String, Object>> reachingFurther() {
        Map<String, Object> mine = Map.of("assignee", "requester");
        Map<String, Object> ours = Map.of("candidateGroups", List.of("requesters"));
        Map<String, Object> anybodys = Map.of("nameLike", "%");
        return Stream.of(
                Map.of(),
                anybodys,
                Map.of("assignee", "legal"),
                Map.of("candidateGroup", "legal"),
                Map.of("candidateGroups", List.of("requesters", "legal")),
                Map.of("candidateUser", "legal"),
                Map.of("involvedUser", "legal"),
                Map.of("candidateGroups", List.of("requesters"), "candidateGroupLike", "%"),
                Map.of("candidateGroups", List.of("legal"), "includeAssignedTasks", true),
                anyOf(mine, anybodys),
                anyOf(ours, anybodys),
                anyOf(mine, Map.of("candidateGroups", List.of("requesters", "legal"))),
                anyOf(ours, Map.of("assignee", "legal")),
                anyOf(mine, Map.of("candidateUser", "legal")),
                anyOf(mine, Map.of("unassigned", true)),
                anyOf(mine, Map.of("assigned", true)),
                anyOf(mine, Map.of("assigneeIn", List.of("legal"))),
                anyOf(mine, Map.of("taskDefinitionKey", "reviewLegalExposure")),
                anyOf(mine, Map.of("createdAfter", "2001-01-01T00:00:00.000+0000")),
                anyOf(
                        mine,
                        Map.of(
                                "processVariables",
                                List.of(Map.of("name", "requester", "operator", "neq", "value", "nobody")))));
    }

    private static Map<String, Object> anyOf(Map<String, Object> own, Map<String, Object> more) {
        Map<String, Object> part = new HashMap<>(own);
        part.putAll(more);
        return Map.of("orQueries", List.of(part));
    }

    @ParameterizedTest
    @MethodSource("reachingFurther")
    void whoeverReachesFurtherFindsNothingOfOthers(Map<String, Object> query) {
        Webapp requester = Webapp.of(floor, "requester");
        String own = toDo(requester);

        List<String> found = ids("requester", query);

        assertThat(found).doesNotContain(free, taken);
        assertThat(requester
                        .post("task/count", query)
                        .expect(200)
                        .json()
                        .get("count")
                        .asInt())
                .isEqualTo(found.size());
        assertThat(ids(requester
                        .post("filter/" + own + "/list", query)
                        .expect(200)
                        .json()))
                .doesNotContain(free, taken);
    }

    @Test
    void aListIsOfItsReaderByEitherConditionAndByBoth() {
        assertThat(OwnTaskQuery.ofItsReader((TaskQueryImpl) new TaskQueryImpl().taskAssignee("legal"), LEGAL))
                .isTrue();
        assertThat(OwnTaskQuery.ofItsReader(part("assignee", "legal"), LEGAL)).isTrue();
        assertThat(OwnTaskQuery.ofItsReader(part("candidateGroups", List.of("legal")), LEGAL))
                .isTrue();
        assertThat(OwnTaskQuery.ofItsReader(part("candidateGroup", "readers"), LEGAL))
                .isTrue();

        assertThat(OwnTaskQuery.ofItsReader(part("assignee", "legal"), null)).isFalse();
        assertThat(OwnTaskQuery.ofItsReader(part("assignee", "legal"), new Authentication(null, List.of("legal"))))
                .isFalse();
        assertThat(OwnTaskQuery.ofItsReader(part("candidateGroup", "legal"), new Authentication("legal", null)))
                .isFalse();
        assertThat(OwnTaskQuery.ofItsReader(part("candidateGroups", List.of()), LEGAL))
                .isFalse();
        assertThat(OwnTaskQuery.ofItsReader(part("candidateGroups", List.of("legal", "approvers")), LEGAL))
                .isFalse();
        assertThat(OwnTaskQuery.ofItsReader(part("assignee", "approver"), LEGAL))
                .isFalse();
        assertThat(OwnTaskQuery.ofItsReader(new TaskQueryImpl(), LEGAL)).isFalse();
    }

    static Stream<String> otherConditions() {
        Set<String> others = Set.of(
                "assignee",
                "candidateGroup",
                "candidateGroups",
                "queries",
                "isOrQueryActive",
                "cachedCandidateGroups",
                "cachedUserGroups");
        return Arrays.stream(TaskQueryImpl.class.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(Field::getName)
                .filter(name -> !others.contains(name));
    }

    @ParameterizedTest
    @MethodSource("otherConditions")
    void anyOtherConditionBesideThemBringsTheGrantsBack(String condition) throws Exception {
        TaskQueryImpl query = part("assignee", "legal");
        TaskQueryImpl part = query.getQueries().get(1);
        Field field = TaskQueryImpl.class.getDeclaredField(condition);
        field.setAccessible(true);

        field.set(part, something(field));

        assertThat(OwnTaskQuery.ofItsReader(query, LEGAL)).isFalse();
    }

    private static Object something(Field field) throws Exception {
        Class<?> type = field.getType();
        if (type == boolean.class) {
            return !field.getBoolean(new TaskQueryImpl());
        }
        return switch (type.getSimpleName()) {
            case "String" -> "something";
            case "String[]" -> new String[] {"something"};
            case "Integer" -> 1;
            case "Boolean" -> true;
            case "Date" -> new Date(0);
            case "Set" -> Set.of("something");
            case "List" -> Arrays.asList((Object) null);
            case "DelegationState" -> DelegationState.PENDING;
            case "SuspensionState" -> SuspensionState.ACTIVE;
            default -> throw new IllegalArgumentException("No value known for " + field);
        };
    }

    private static TaskQueryImpl part(String condition, Object value) {
        TaskQueryImpl query = new TaskQueryImpl();
        TaskQueryImpl part = (TaskQueryImpl) query.or();
        try {
            Field field = TaskQueryImpl.class.getDeclaredField(condition);
            field.setAccessible(true);
            field.set(part, value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
        return query;
    }

    private List<String> ids(String user, Map<String, Object> query) {
        return ids(Webapp.of(floor, user).post("task", query).expect(200).json());
    }

    private static String toDo(Webapp person) {
        return StreamSupport.stream(
                        person.get("filter?itemCount=false").expect(200).json().spliterator(), false)
                .filter(filter -> filter.get("name").asText().equals("To do"))
                .map(filter -> filter.get("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(JsonNode tasks) {
        return StreamSupport.stream(tasks.spliterator(), false)
                .map(task -> task.get("id").asText())
                .toList();
    }
}
