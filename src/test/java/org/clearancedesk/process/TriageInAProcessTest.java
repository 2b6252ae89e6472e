package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.history.HistoricDecisionInputInstance;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.clearancedesk.engine.decisions.DecisionModel;
import org.clearancedesk.engine.decisions.GuidelineDecisions;
import org.clearancedesk.engine.decisions.TriageResult;
import org.clearancedesk.intake.Facts;
import org.clearancedesk.intake.Triage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The decision model asked by a business rule task, with the request as a JSON variable. */
class TriageInAProcessTest {

    /** Listens at the end of the business rule task, where the decision's result is still at hand. */
    static final class Heard implements ExecutionListener {

        static final List<Triage> TRIAGES = new ArrayList<>();
        static final List<String> PROCESS_INSTANCES = new ArrayList<>();

        @Override
        public void notify(DelegateExecution execution) {
            PROCESS_INSTANCES.add(execution.getProcessInstanceId());
            TRIAGES.add(TriageResult.from((DmnDecisionResult) execution.getVariable("decisionResult"), "2025-11-11"));
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROCESS =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                targetNamespace="test">
              <process id="triage" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="asked"/>
                <sequenceFlow id="ask" sourceRef="asked" targetRef="decide"/>
                <businessRuleTask id="decide" camunda:decisionRef="guidelineTriage">
                  <extensionElements>
                    <camunda:executionListener event="end" delegateExpression="${heard}"/>
                  </extensionElements>
                </businessRuleTask>
                <sequenceFlow id="answer" sourceRef="decide" targetRef="answered"/>
                <endEvent id="answered"/>
              </process>
            </definitions>
            """;

    private static ProcessEngine engine;

    @BeforeAll
    static void start() {
        engine = ProcessEngineConfiguration.createProcessEngineConfigurationFromResource("triage-in-a-process.cfg.xml")
                .buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("triage.bpmn", PROCESS)
                .addClasspathResource(DecisionModel.RESOURCE)
                .deploy();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void givesForEveryFourthWorkedCaseWhatItGivesOutside() throws IOException {
        GuidelineDecisions outside = new GuidelineDecisions(new DecisionModel(), JSON);
        JsonNode cases = JSON.readTree(getClass().getResource("/cases.json"));
        for (int index = 0; index < cases.size(); index += 4) {
            JsonNode worked = cases.get(index);
            Facts facts = JSON.treeToValue(worked.get("facts"), Facts.class);

            assertThat(triage("{\"title\": \"A title\", \"facts\": %s}".formatted(worked.get("facts"))))
                    .as(worked.get("id").asText())
                    .isEqualTo(outside.triage(facts));
        }
    }

    @Test
    void leavesFindingsInTheHistoryThatCockpitCanShow() throws IOException {
        triage("{\"facts\": %s}"
                .formatted(JSON.readTree(getClass().getResource("/cases.json"))
                        .get(0)
                        .get("facts")));

        HistoricDecisionInstance decided = engine.getHistoryService()
                .createHistoricDecisionInstanceQuery()
                .decisionDefinitionKey("guidelineTriage")
                .processInstanceId(Heard.PROCESS_INSTANCES.get(0))
                .includeInputs()
                .includeOutputs()
                .disableCustomObjectDeserialization()
                .singleResult();
        assertThat(decided.getInputs())
                .extracting(HistoricDecisionInputInstance::getValue)
                .containsExactly("LOW", false);
        assertThat(decided.getOutputs())
                .filteredOn(output -> output.getVariableName().equals("findings"))
                .singleElement()
                .satisfies(output -> {
                    assertThat(output.getErrorMessage()).isNull();
                    assertThat(((ObjectValue) output.getTypedValue()).getValueSerialized())
                            .startsWith("[{")
                            .contains("\"clause\":\"NOTIFY\"");
                });
    }

    @Test
    void refusesARequestWithoutFacts() {
        assertThatIllegalStateException()
                .isThrownBy(() -> triage("{\"facts\": {}}"))
                .withMessageContaining("not all facts are answered");
    }

    private static Triage triage(String request) {
        Heard.TRIAGES.clear();
        Heard.PROCESS_INSTANCES.clear();
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "triage",
                        Variables.putValueTyped(
                                "request", SpinValues.jsonValue(request).create()));
        assertThat(Heard.TRIAGES).hasSize(1);
        return Heard.TRIAGES.get(0);
    }
}
