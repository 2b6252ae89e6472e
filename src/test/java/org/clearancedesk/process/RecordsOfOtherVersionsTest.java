package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.spin.plugin.variable.SpinValues;
import org.clearancedesk.audit.RecordAudit;
import org.clearancedesk.register.CanonicalJson;
import org.clearancedesk.register.CaseEvent;
import org.clearancedesk.register.ChainReader;
import org.clearancedesk.register.Sha256;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;

/**
 * Cases that were sent to a version of the desk whose requests and findings had other fields: some that it does not know any
 * more, and without some that came since. They wait at every step.
 */
@SpringBootTest(
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.process-engine-name=otherversions",
            "clearance-desk.demo-cases=false",
            "spring.mail.host=127.0.0.1"
        })
@ActiveProfiles("demo")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@Import({Stage.class, NextModel.class})
class RecordsOfOtherVersionsTest {

    private final Desk desk;
    private final NextModel next;
    private final RuntimeService runtime;
    private final ChainReader chainReader;
    private final RecordAudit audit;
    private final CanonicalJson json;
    private final JdbcClient jdbc;

    RecordsOfOtherVersionsTest(
            Desk desk,
            NextModel next,
            RuntimeService runtime,
            ChainReader chainReader,
            RecordAudit audit,
            CanonicalJson json,
            JdbcClient jdbc) {
        this.desk = desk;
        this.next = next;
        this.runtime = runtime;
        this.chainReader = chainReader;
        this.audit = audit;
        this.json = json;
        this.jdbc = jdbc;
    }

    @DynamicPropertySource
    static void databaseOfTheVersionBefore(DynamicPropertyRegistry settings) throws SQLException {
        String url = DumpForUpgrade.readInto("otherversions", "model-1.sql");
        settings.add("spring.datasource.url", () -> url);
    }

    @Test
    void goOnAndComeToTheirEnd() throws IOException {
        desk.cases.numbers().forEach(this::asAnotherVersionWroteIt);
        changeVariables();
        assertThat(audit.verify().broken()).isEmpty();
        next.deploy();
        desk.follow(number(WaitState.BEHIND_REVIEWS));
        desk.goesOn();
        next.migration().run();

        for (WaitState state : WaitState.values()) {
            String number = desk.follow(number(state));
            state.finish(desk);
            assertThat(desk.isOver()).as(state.name()).isTrue();
            assertThat(desk.onRecord().status()).as(state.name()).isEqualTo(state.end());
            assertThat(chainReader.of(number).firstBreak()).as(state.name()).isNull();
            assertThat(audit.verify(number)).as(state.name()).isEmpty();
        }
    }

    private String number(WaitState state) {
        return jdbc.sql("select number from clearance_case where title = ?")
                .param(state.name())
                .query(String.class)
                .single();
    }

    /** The whole record again, with the hashes that the other version would have computed. */
    private void asAnotherVersionWroteIt(String number) {
        String previous = "0".repeat(64);
        for (CaseEvent event : desk.cases.events(number)) {
            JsonNode payload = changed(json.read(event.payload(), JsonNode.class));
            String text = json.of(payload);
            String hash = json.digestOf(Map.of(
                    "case", number,
                    "sequence", event.sequence(),
                    "type", event.type().name(),
                    "at", event.at().toString(),
                    "actor", event.actor(),
                    "payloadDigest", Sha256.of(text),
                    "previousHash", previous));
            jdbc.sql("update clearance_event set payload = ?, previous_hash = ?, hash = ?"
                            + " where case_number = ? and sequence = ?")
                    .params(text, previous, hash, number, event.sequence())
                    .update();
            digests(number, payload);
            previous = hash;
        }
        jdbc.sql("update clearance_case set last_hash = ? where number = ?")
                .params(previous, number)
                .update();
    }

    private void digests(String number, JsonNode payload) {
        for (String what : List.of("request", "triage")) {
            if (payload.has(what)) {
                jdbc.sql("update clearance_case set %s_digest = ? where number = ?".formatted(what))
                        .params(json.digestOf(payload.path(what)), number)
                        .update();
            }
        }
    }

    private JsonNode changed(JsonNode payload) {
        if (payload.path("request") instanceof ObjectNode request) {
            changeRequest(request);
        }
        if (payload.path("triage") instanceof ObjectNode triage) {
            triage.put("confidence", "high");
            triage.path("findings").forEach(finding -> changeFinding((ObjectNode) finding));
        }
        return payload;
    }

    private static void changeRequest(ObjectNode request) {
        request.put("shootingDays", 12).remove(List.of("evidence", "codeName"));
        ((ObjectNode) request.path("facts")).put("energyUse", "LITTLE").remove(List.of("customPipeline"));
        request.path("performers").forEach(performer -> changePerformer((ObjectNode) performer));
    }

    private static void changePerformer(ObjectNode performer) {
        performer.put("stageName", "None").remove(List.of("union"));
    }

    private static void changeFinding(ObjectNode finding) {
        finding.put("severity", 3);
    }

    private void changeVariables() {
        List<VariableInstance> variables = runtime.createVariableInstanceQuery()
                .variableNameIn("request", "findings", "performer")
                .disableCustomObjectDeserialization()
                .list();
        for (VariableInstance variable : variables) {
            JsonNode tree = json.read(variable.getTypedValue().getValue().toString(), JsonNode.class);
            switch (variable.getName()) {
                case "request" -> changeRequest((ObjectNode) tree);
                case "performer" -> changePerformer((ObjectNode) tree);
                default -> ((ArrayNode) tree).forEach(finding -> changeFinding((ObjectNode) finding));
            }
            runtime.setVariableLocal(
                    variable.getExecutionId(),
                    variable.getName(),
                    SpinValues.jsonValue(tree.toString()).create());
        }
    }
}
