package org.clearancedesk.workflow;

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
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.clearancedesk.request.Facts;
import org.clearancedesk.triage.Triage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The decision model asked by a business rule task, with the request as a JSON variable. */
class TriageInAProcessTest {

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
                    <camunda:executionListener event="end" delegateExpression="${listener}"/>
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
    void givesForEveryWorkedCaseWhatItGivesOutside() throws IOException {
        GuidelineDecisions outside = new GuidelineDecisions(new DecisionModel(), JSON);
        for (JsonNode worked : JSON.readTree(getClass().getResource("/cases.json"))) {
            Facts facts = JSON.treeToValue(worked.get("facts"), Facts.class);

            assertThat(triage("{\"title\": \"A title\", \"facts\": %s}".formatted(worked.get("facts"))))
                    .as(worked.get("id").asText())
                    .isEqualTo(outside.triage(facts));
        }
    }

    @Test
    void leavesAHistoryThatCockpitCanRead() throws IOException {
        triage("{\"facts\": %s}"
                .formatted(JSON.readTree(getClass().getResource("/cases.json"))
                        .get(0)
                        .get("facts")));

        List<HistoricDecisionInstance> history = engine.getHistoryService()
                .createHistoricDecisionInstanceQuery()
                .includeInputs()
                .includeOutputs()
                .list();
        assertThat(history)
                .extracting(HistoricDecisionInstance::getDecisionDefinitionKey)
                .contains("guidelineTriage", "allFindings", "scopeFindings");
        assertThat(history).allSatisfy(decision -> assertThat(decision.getOutputs())
                .allSatisfy(output -> assertThat(output.getErrorMessage()).isNull()));
        assertThat(history)
                .filteredOn(decision -> decision.getDecisionDefinitionKey().equals("guidelineTriage"))
                .allSatisfy(decision -> assertThat(decision.getOutputs())
                        .filteredOn(output -> "findings".equals(output.getVariableName()))
                        .singleElement()
                        .satisfies(output -> {
                            System.err.println("HIST " + output.getTypedValue() + " " + output.getTypeName());
                            assertThat(output.getValue()).isInstanceOf(List.class);
                        }));
    }

    @Test
    void refusesARequestWithoutFacts() {
        assertThatIllegalStateException()
                .isThrownBy(() -> triage("{\"facts\": {}}"))
                .withMessageContaining("not all facts are answered");
    }

    private static Triage triage(String request) {
        List<Triage> heard = new ArrayList<>();
        ExecutionListener listener = execution ->
                heard.add(TriageResult.from((DmnDecisionResult) execution.getVariable("decisionResult"), "2025-11-11"));
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "triage",
                        Variables.putValueTyped(
                                        "request", SpinValues.jsonValue(request).create())
                                .putValueTyped("listener", Variables.untypedValue(listener, true)));
        assertThat(heard).hasSize(1);
        return heard.get(0);
    }
}
