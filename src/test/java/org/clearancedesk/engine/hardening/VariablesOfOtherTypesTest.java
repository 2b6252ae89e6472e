package org.clearancedesk.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.clearancedesk.people.RefusedAttempt;
import org.clearancedesk.people.RefusedAttempts;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.clearancedesk.web.Submission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever calls the engine's interface may name a type of variable and a class. None of them is built. */
@RunningDesk
class VariablesOfOtherTypesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BUILT = "{\"url\":\"jdbc:h2:mem:gadget\",\"x\":{\"url\":\"jdbc:h2:mem:gadget\"}}";

    private static final List<String> GADGETS = List.of(
            Canary.class.getName(),
            "java.util.HashMap<java.lang.String," + Canary.class.getName() + ">",
            "java.util.ArrayList<" + Canary.class.getName() + ">",
            "org.springframework.jdbc.datasource.DriverManagerDataSource",
            "java.util.HashMap<java.lang.String,org.springframework.jdbc.datasource.DriverManagerDataSource>",
            "org.h2.jdbcx.JdbcDataSource",
            "java.lang.Thread",
            "java.util.logging.FileHandler",
            "javax.naming.InitialContext",
            "com.zaxxer.hikari.HikariDataSource",
            "org.springframework.context.support.FileSystemXmlApplicationContext",
            "java.util.HashMap");

    private static final List<String> TYPES = List.of(
            "object",
            "OBJECT",
            "Bytes",
            "bytes",
            "File",
            "file",
            "Xml",
            "xml",
            "Short",
            "Number",
            "Serializable",
            "spin://application/json",
            " Object",
            "Any");

    private final Floor floor;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService models;
    private final RefusedAttempts attempts;
    private final ProcessEngine engine;

    VariablesOfOtherTypesTest(
            Floor floor,
            TaskService tasks,
            RuntimeService runtime,
            RepositoryService models,
            RefusedAttempts attempts,
            ProcessEngine engine) {
        this.floor = floor;
        this.tasks = tasks;
        this.runtime = runtime;
        this.models = models;
        this.attempts = attempts;
        this.engine = engine;
    }

    @Test
    void everyPlaceOfTheEnginesInterfaceIsKnown() {
        TreeSet<String> known = new TreeSet<>(VariablePlaces.ANSWERS);
        known.addAll(VariablePlaces.FILES);
        VariablePlaces.calls("any", "any", "any").keySet().stream()
                .map(place -> place.replaceFirst(" .*", ""))
                .forEach(known::add);

        TreeSet<String> found = new TreeSet<>(VariablePlaces.fields());
        found.addAll(VariablePlaces.bodies());

        assertThat(found).isEqualTo(known).hasSizeGreaterThan(30);
        assertThat(VariablePlaces.fields())
                .filteredOn(place -> !VariablePlaces.ANSWERS.contains(place))
                .allSatisfy(place -> assertThat(TypedVariables.PLACES).contains(place.replaceFirst(".*\\.", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"requester", "legal", "contact", "admin"})
    void areRefusedAtEveryPlaceAndNothingIsBuilt(String user) throws JsonProcessingException {
        String number = floor.sent("requester", Submission.withLegalReview());
        String task = floor.task(number, "reviewLegalExposure");
        Map<String, String> places = VariablePlaces.calls(definition(), process(number), task);
        List<String> variables = new ArrayList<>();
        for (String gadget : GADGETS) {
            variables.add(variable("Object", gadget, "application/json"));
        }
        variables.add(variable("Object", Canary.class.getName(), "application/x-java-serialized-object"));
        variables.add("{\"type\":\"Object\",\"type\":\"String\",\"type\":\"Object\",\"value\":\"x\"}");
        variables.add("{\"value\":{\"url\":\"jdbc:h2:mem:gadget\"}}");
        variables.add("{\"value\":[1]}");
        for (String type : TYPES) {
            variables.add(variable(type, GADGETS.get(0), "application/json"));
        }
        Map<String, Long> before = floor.rows();
        int touched = Canary.TOUCHED.get();
        Webapp visitor = Webapp.of(floor, user);

        for (Map.Entry<String, String> place : places.entrySet()) {
            String[] call = place.getValue().split(" ", 3);
            for (String variable : variables) {
                Answer answer = visitor.send(call[0], call[1], call[2].replace("%s", variable));
                assertThat(answer.status())
                        .as("%s as %s: %s -> %s", place.getKey(), user, variable, answer.text())
                        .isBetween(400, 499);
            }
        }

        assertThat(Canary.TOUCHED).hasValue(touched);
        assertThat(withoutAttempts(floor.rows())).isEqualTo(withoutAttempts(before));
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
        assertThat(attempts.newest(0, 500)).extracting(RefusedAttempt::who).contains(user);
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit-form", "complete"})
    void areOnTheListOfRefusedAttempts(String way) throws JsonProcessingException {
        String number = floor.sent("requester", Submission.withLegalReview());
        String person = way.equals("complete") ? "types-one" : "types-two";
        floor.person(person, person + "@desk.example", "legal");
        Webapp visitor = Webapp.of(floor, person);

        Answer answer = visitor.post(
                "task/" + floor.task(number, "reviewLegalExposure") + "/" + way,
                "{\"variables\":{\"legalOutcome\":" + variable("Object", GADGETS.get(0), "application/json") + "}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains(ExpressionBlockingFilter.UNKNOWN_TYPE);
        assertThat(attempts.newest(0, 50))
                .filteredOn(attempt -> person.equals(attempt.who()))
                .extracting(RefusedAttempt::kind)
                .containsExactly(RefusedAttempt.Kind.STEP_REFUSED);
    }

    @Test
    void areRefusedAsFiles() {
        String number = floor.sent("requester", Submission.withLegalReview());
        String task = floor.task(number, "reviewLegalExposure");
        Webapp admin = Webapp.of(floor, "admin");
        String part = "--b\r\nContent-Disposition: form-data; name=\"data\"; filename=\"x\"\r\n\r\nx\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"valueType\"\r\n\r\nBytes\r\n--b--\r\n";

        for (String path : List.of(
                "task/" + task + "/variables/request/data",
                "task/" + task + "/localVariables/request/data",
                "process-instance/" + process(number) + "/variables/request/data",
                "task/" + task + "/attachment/create",
                "deployment/create")) {
            for (String type : List.of("multipart/form-data; boundary=b", "Multipart/Mixed; boundary=b")) {
                assertThat(admin.visitor()
                                .call(
                                        "POST",
                                        Webapp.ENGINE + path,
                                        Map.of("Content-Type", type),
                                        part.getBytes(StandardCharsets.UTF_8))
                                .status())
                        .as(path)
                        .isBetween(400, 499);
            }
        }
    }

    @Test
    void areNotKnownToTheEngineEither() {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        String number = floor.sent("requester", Submission.withLegalReview());
        int touched = Canary.TOUCHED.get();

        assertThat(configuration.getVariableSerializers().getSerializers())
                .extracting(serializer -> serializer.getType().getName())
                .containsOnly("null", "string", "boolean", "integer", "long", "date", "double", "json");
        assertThat(configuration.getFallbackSerializerFactory()).isNull();
        assertThat(Stream.of("object", "file", "bytes", "xml", "short", "number")
                        .map(configuration.getValueTypeResolver()::typeForName))
                .containsOnlyNulls();
        assertThat(configuration.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(configuration.getDeserializationTypeValidator().validate("java.util.HashMap"))
                .isFalse();
        assertThatThrownBy(() -> runtime.setVariable(
                        process(number),
                        "request",
                        Variables.serializedObjectValue(BUILT)
                                .objectTypeName(Canary.class.getName())
                                .serializationDataFormat("application/json")
                                .create()))
                .hasMessageContaining("Cannot find serializer");
        assertThat(Canary.TOUCHED).hasValue(touched);
    }

    @Test
    void butThoseOfTheFormsAreTaken() {
        Webapp requester = Webapp.of(floor, "requester");

        requester
                .post(
                        "process-definition/key/genai-clearance/submit-form",
                        Map.of("variables", Map.of("request", json(Submission.lowRisk()))))
                .expect(200);
    }

    private static Map<String, Object> json(Object value) {
        try {
            return Map.of("type", "Json", "value", JSON.writeValueAsString(value), "valueInfo", Map.of());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String variable(String type, String className, String format) throws JsonProcessingException {
        return JSON.writeValueAsString(Map.of(
                "type",
                type,
                "value",
                className.startsWith("java.util.ArrayList") ? "[" + BUILT + "]" : BUILT,
                "valueInfo",
                Map.of("objectTypeName", className, "serializationDataFormat", format)));
    }

    private static Map<String, Long> withoutAttempts(Map<String, Long> rows) {
        rows.keySet().removeIf(table -> table.matches("(?i)clearance_refused_attempt"));
        return rows;
    }

    private String definition() {
        return models.createProcessDefinitionQuery()
                .processDefinitionKey("genai-clearance")
                .latestVersion()
                .singleResult()
                .getId();
    }

    private String process(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey("genai-clearance")
                .singleResult()
                .getId();
    }
}
