package org.clearancedesk.engine.hardening;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;

/** Models that somebody would get in to have something run: one for each place in which the engine looks at such a thing. */
final class WaysIn {

    static final String KEY = "reaching";

    private WaysIn() {}

    static List<String> ofExpression(String attack) {
        return Stream.of(
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
                        process()
                                .startEvent()
                                .userTask()
                                .name(attack)
                                .endEvent()
                                .done(),
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
                                .done())
                .map(Bpmn::convertToString)
                .toList();
    }

    static List<String> ofScript(String language, String script) {
        String task = "<scriptTask id='step' scriptFormat='%s'><script><![CDATA[%s]]></script></scriptTask>";
        String listener =
                "<extensionElements><camunda:executionListener event='start'>%s</camunda:executionListener></extensionElements>";
        String parameter =
                "<extensionElements><camunda:inputOutput><camunda:inputParameter name='stolen'>%s</camunda:inputParameter></camunda:inputOutput></extensionElements>";
        String inside = "<camunda:script scriptFormat='%s'><![CDATA[%s]]></camunda:script>";
        String condition =
                "<conditionExpression xsi:type='tFormalExpression' language='%s'><![CDATA[%s]]></conditionExpression>";
        return List.of(
                process(task.formatted(language, script), ""),
                process("<task id='step'>" + listener.formatted(inside.formatted(language, script)) + "</task>", ""),
                process("<task id='step'>" + parameter.formatted(inside.formatted(language, script)) + "</task>", ""),
                process("<task id='step'/>", condition.formatted(language, script)));
    }

    private static String process(String step, String condition) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="any"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                  <process id="reaching" isExecutable="true" camunda:historyTimeToLive="1">
                    <startEvent id="start"/>
                    <sequenceFlow id="in" sourceRef="start" targetRef="step"/>
                    %s
                    <sequenceFlow id="out" sourceRef="step" targetRef="end">%s</sequenceFlow>
                    <endEvent id="end"/>
                  </process>
                </definitions>
                """
                .formatted(step, condition);
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
