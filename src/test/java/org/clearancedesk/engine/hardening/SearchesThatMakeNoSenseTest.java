package org.clearancedesk.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.clearancedesk.engine.hardening.SearchFields.Field;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.clearancedesk.web.Submission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriUtils;

/** Whatever a search is asked for, it is answered or refused in words. Another seed: {@code -Dnonsense.seed=…}. */
@RunningDesk
class SearchesThatMakeNoSenseTest {

    private static final long SEED = Long.getLong("nonsense.seed", 20_260_224L);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Names of classes and tables, codes of the engine, and names of its permissions. */
    static final Pattern ENGINE_WORDS =
            Pattern.compile("ENGINE-\\d|[a-z]Exception|Dto\\b|org\\.camunda|\\bACT_|Cannot instantiate|permission|SQL");

    /** Of other products of the engine's, or no list: nothing of the desk is found by them. */
    private static final List<String> ELSEWHERE =
            List.of("CaseDefinitionQueryDto", "CaseExecutionQueryDto", "CaseInstanceQueryDto");

    private static final List<String> VALUES = List.of(
            "\"nonsense\"",
            "-1",
            "2147483648000",
            "1.5",
            "true",
            "\"\"",
            "null",
            "[]",
            "[null]",
            "[\"\",\"x\"]",
            "{}",
            "[{}]",
            "[[]]",
            "[{\"name\":\"x\",\"operator\":\"nonsense\",\"value\":1}]",
            "[{\"name\":\"x\",\"operator\":\"eq\",\"value\":{\"a\":[1]}}]",
            "[{\"name\":null,\"operator\":\"like\",\"value\":null}]",
            "[{\"name\":\"x\",\"operator\":\"lt\",\"value\":true}]",
            "[{\"sortBy\":\"processVariable\",\"sortOrder\":\"asc\",\"parameters\":{\"variable\":\"x\",\"type\":\"Nonsense\"}}]",
            "[{\"sortBy\":\"nonsense\",\"sortOrder\":\"asc\"}]",
            "[{\"sortBy\":\"dueDate\"}]",
            "\"2026-02-31T25:61:61.000+9999\"",
            "\"2026-02-24T10:00:00.000+0000\"",
            "\"99999-02-24T10:00:00.000+0000\"",
            "\"\\u0000\"",
            "\"\\ud800\"");

    private static final List<String> IN_THE_ADDRESS = List.of(
            "nonsense",
            "-1",
            "99999999999999999999",
            "",
            "a,,b",
            "x_eq_1",
            "x_nonsense_1",
            "x_like_",
            "_",
            "2026-02-31T25:61:61",
            "2026-02-24T10:00:00.000+0000",
            "true",
            "${1}",
            "[]",
            "é\u0001");

    private final Floor floor;
    private final ManagementService jobs;
    private final Random random = new Random(SEED);
    private final List<String> offences = new ArrayList<>();
    private int answered;

    SearchesThatMakeNoSenseTest(Floor floor, ManagementService jobs) {
        this.floor = floor;
        this.jobs = jobs;
    }

    @Test
    void areAllOfTheSearchesThatThereAre() {
        assertThat(SearchFields.all())
                .extracting(SearchFields::name)
                .contains(
                        "TaskQueryDto",
                        "ProcessInstanceQueryDto",
                        "VariableInstanceQueryDto",
                        "FilterQueryDto",
                        "JobQueryDto",
                        "HistoricTaskInstanceQueryDto",
                        "HistoricProcessInstanceQueryDto",
                        "IncidentQueryDto",
                        "UserQueryDto")
                .hasSizeGreaterThan(30);
        assertThat(SearchFields.all())
                .allSatisfy(
                        search -> assertThat(search.gets()).as(search.name()).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"requester", "admin"})
    void neverFailAndAreAnsweredInTheDesksWords(String user) {
        floor.sent("requester", Submission.withLegalReview());
        Webapp visitor = Webapp.of(floor, user);

        for (SearchFields search : SearchFields.all()) {
            if (!ELSEWHERE.contains(search.name())) {
                askInBodies(visitor, search);
                askInAddresses(visitor, search);
            }
        }

        assertThat(offences).as("-Dnonsense.seed=%d", SEED).isEmpty();
        assertThat(answered).as("searches that were answered").isGreaterThan(100);
    }

    private void askInBodies(Webapp visitor, SearchFields search) {
        for (String route : search.posts()) {
            if (isClosed(visitor.post(route, Map.of()))) {
                continue;
            }
            // What a count asks for is what its list asks for.
            int oneIn = route.endsWith("/count") ? 8 : 1;
            for (Map.Entry<String, Field> field : search.fields().entrySet()) {
                if (random.nextInt(oneIn) == 0) {
                    post(visitor, route, "{\"%s\":%s}".formatted(field.getKey(), oneOf(VALUES)));
                    if (random.nextInt(3) == 0) {
                        post(visitor, route, contradicting(search, 2 + random.nextInt(3)));
                    }
                }
            }
            for (String page : List.of("firstResult=-1", "maxResults=-1", "firstResult=x", "maxResults=2147483648")) {
                post(visitor, route + "?" + page, "{}");
            }
        }
    }

    private void askInAddresses(Webapp visitor, SearchFields search) {
        for (String route : search.gets()) {
            if (isClosed(visitor.get(route))) {
                continue;
            }
            int oneIn = search.posts().isEmpty() ? 1 : 6;
            for (Field field : search.fields().values()) {
                if (random.nextInt(oneIn) > 0) {
                    continue;
                }
                check(
                        "GET " + route,
                        visitor.get(route + "?" + field.parameter() + "=" + encoded(oneOf(IN_THE_ADDRESS))));
                if (random.nextInt(4) == 0) {
                    check(
                            "GET " + route,
                            visitor.get("%s?%s=%s&%s=%s&sortBy=%s"
                                    .formatted(
                                            route,
                                            field.parameter(),
                                            encoded(plain(field.type())),
                                            oneOf(search.fields().values()).parameter(),
                                            encoded(oneOf(IN_THE_ADDRESS)),
                                            oneOf(List.of("dueDate", "instanceId", "nonsense", "")))));
                }
            }
            for (String page : List.of("firstResult=-1", "maxResults=-1", "firstResult=x", "maxResults=2147483648")) {
                check("GET " + route + "?" + page, visitor.get(route + "?" + page));
            }
        }
    }

    /** Values that each would be taken alone. */
    private String contradicting(SearchFields search, int many) {
        Map<String, String> fields = new TreeMap<>();
        for (int index = 0; index < many; index++) {
            String name = oneOf(search.fields().keySet());
            fields.put(name, fitting(search, search.fields().get(name)));
        }
        List<String> written = fields.entrySet().stream()
                .map(field -> "\"%s\":%s".formatted(field.getKey(), field.getValue()))
                .toList();
        String body = "{" + String.join(",", written) + "}";
        return search.fields().containsKey("orQueries") && random.nextBoolean()
                ? "{\"orQueries\":[%s,{}],\"sorting\":[{\"sortBy\":\"instanceId\",\"sortOrder\":\"asc\"}]}"
                        .formatted(body)
                : body;
    }

    private String fitting(SearchFields search, Field field) {
        if (field.parameter().equals("sorting")) {
            return "[{\"sortBy\":\"instanceId\",\"sortOrder\":\"asc\"}]";
        }
        if (field.parameter().equals("orQueries")) {
            String name = oneOf(search.fields().keySet());
            Field inside = search.fields().get(name);
            return inside.parameter().equals("orQueries")
                    ? "[{\"orQueries\":[{}]}]"
                    : "[{\"%s\":%s}]".formatted(name, fitting(search, inside));
        }
        if (field.parameter().toLowerCase(Locale.ROOT).contains("variable") && isMany(field.type())) {
            return "[{\"name\":\"tier\",\"operator\":\"eq\",\"value\":\"LOW\"}]";
        }
        if (isMany(field.type())) {
            return "[\"legal\"]";
        }
        try {
            return Number.class.isAssignableFrom(field.type())
                            || field.type() == Boolean.class
                            || field.type() == boolean.class
                    ? plain(field.type())
                    : JSON.writeValueAsString(plain(field.type()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plain(Class<?> type) {
        if (type == Date.class) {
            return "2026-02-24T10:00:00.000+0000";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true";
        }
        return Number.class.isAssignableFrom(type) ? "1" : "legal";
    }

    private static boolean isMany(Class<?> type) {
        return type.isArray() || Collection.class.isAssignableFrom(type);
    }

    private void post(Webapp visitor, String route, String body) {
        check("POST " + route + " " + body, visitor.post(route, body));
    }

    private void check(String call, Answer answer) {
        if (answer.status() == 200) {
            answered++;
        } else if (answer.status() >= 500 || ENGINE_WORDS.matcher(answer.text()).find()) {
            offences.add(call + " → " + answer.status() + " " + answer.text());
        }
    }

    private static boolean isClosed(Answer answer) {
        return answer.status() == 403;
    }

    private <T> T oneOf(Collection<T> values) {
        return List.copyOf(values).get(random.nextInt(values.size()));
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, "UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task {\"candidateUser\":\"legal\",\"candidateGroup\":\"legal\"}",
                "task {\"orQueries\":[{\"withCandidateGroups\":true}]}",
                "task {\"processVariables\":[{\"name\":\"x\",\"operator\":\"eq\",\"value\":{\"a\":1}}]}",
                "task {\"sorting\":[{\"sortBy\":\"processVariable\",\"sortOrder\":\"asc\",\"parameters\":{\"variable\":\"x\",\"type\":\"Nonsense\"}}]}",
                "task?maxResults=-1 {}",
                "task {\"dueBefore\":\"2026-02-31T25:61:61.000+9999\"}"
            })
    void areRefusedToWhoeverWorksInTasklist(String search) {
        Answer answer = Webapp.of(floor, "requester")
                .post(search.substring(0, search.indexOf(' ')), search.substring(search.indexOf(' ') + 1));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).doesNotContainPattern(ENGINE_WORDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "null", "\"x\"", "2147483648", "1.5", "{}", "[]", "\"\""})
    void areNoTriesForAJob(String retries) {
        floor.sent("requester", Submission.withLegalReview());
        String job = jobs.createJobQuery().listPage(0, 1).get(0).getId();
        int before = jobs.createJobQuery().jobId(job).singleResult().getRetries();
        Webapp admin = Webapp.of(floor, "admin");

        Answer answer = admin.put("job/" + job + "/retries", "{\"retries\":%s}".formatted(retries));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).doesNotContainPattern(ENGINE_WORDS);
        assertThat(jobs.createJobQuery().jobId(job).singleResult().getRetries()).isEqualTo(before);
    }
}
