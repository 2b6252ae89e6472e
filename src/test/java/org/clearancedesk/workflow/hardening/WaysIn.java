package org.clearancedesk.workflow.hardening;

import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;

/** Models that somebody would get in to have something run: one for each place in which the engine looks at such a thing. */
final class WaysIn {

    static final String KEY = "reaching";

    private WaysIn() {}

    static List<BpmnModelInstance> ofExpression(String attack) {
        return List.of(
                process()
                        .startEvent()
                        .exclusiveGateway()
                        .condition("yes", attack)
                        .endEvent()
                        .done(),
                process()
                        .startEvent()
                        .serviceTask()
                        .camundaExpression(attack)
                        .camundaResultVariable("stolen")
                        .endEvent()
                        .done(),
                process()
                        .startEvent()
                        .serviceTask()
                        .camundaDelegateExpression(attack)
                        .endEvent()
                        .done(),
                process()
                        .startEvent()
                        .camundaExecutionListenerExpression("end", attack)
                        .endEvent()
                        .done(),
                process()
                        .startEvent()
                        .camundaExecutionListenerDelegateExpression("end", attack)
                        .endEvent()
                        .done(),
                process()
                        .startEvent()
                        .serviceTask()
                        .camundaExpression("${true}")
                        .camundaInputParameter("stolen", attack)
                        .endEvent()
                        .done(),
                process()
                        .startEvent()
                        .serviceTask()
                        .camundaExpression("${true}")
                        .camundaOutputParameter("stolen", attack)
                        .endEvent()
                        .done(),
                process()
                        .startEvent()
                        .userTask()
                        .camundaTaskListenerExpression("create", attack)
                        .endEvent()
                        .done(),
                process()
                        .startEvent()
                        .userTask()
                        .camundaTaskListenerDelegateExpression("create", attack)
                        .endEvent()
                        .done(),
                process()
                        .startEvent()
                        .userTask()
                        .camundaAssignee(attack)
                        .endEvent()
                        .done(),
                process()
                        .startEvent()
                        .userTask()
                        .camundaCandidateGroups(attack)
                        .endEvent()
                        .done(),
                process()
                        .startEvent()
                        .userTask()
                        .camundaDueDate(attack)
                        .endEvent()
                        .done(),
                process().startEvent().userTask().name(attack).endEvent().done(),
                process()
                        .startEvent()
                        .intermediateCatchEvent()
                        .timerWithDuration(attack)
                        .endEvent()
                        .done(),
                process()
                        .startEvent()
                        .callActivity()
                        .calledElement(attack)
                        .endEvent()
                        .done());
    }

    static List<BpmnModelInstance> ofScript(String language, String script) {
        BpmnModelInstance condition = process()
                .startEvent()
                .exclusiveGateway()
                .condition("yes", script)
                .endEvent()
                .done();
        condition
                .getModelElementsByType(org.camunda.bpm.model.bpmn.instance.ConditionExpression.class)
                .forEach(expression -> expression.setLanguage(language));
        return List.of(
                process()
                        .startEvent()
                        .scriptTask()
                        .scriptFormat(language)
                        .scriptText(script)
                        .endEvent()
                        .done(),
                condition);
    }

    static ProcessBuilder process() {
        return Bpmn.createExecutableProcess(KEY).camundaHistoryTimeToLive(1);
    }

    static String decision(String language, String text) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="any" name="any" namespace="any"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn">
                  <decision id="reaching-decision" name="any" camunda:historyTimeToLive="1">
                    <decisionTable id="table">
                      <input id="input"><inputExpression id="in" expressionLanguage="%s"><text><![CDATA[%s]]></text></inputExpression></input>
                      <output id="output" name="out" typeRef="string"/>
                      <rule id="rule"><inputEntry id="entry"><text></text></inputEntry>
                        <outputEntry id="result"><text>"out"</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """
                .formatted(language, text);
    }
}
