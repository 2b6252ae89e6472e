package org.clearancedesk.engine;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.DomElement;

/**
 * Gives every user task what all of them have: listeners that announce it, watch who takes it, check its answer, remind and
 * tell when nobody took it. A flow into it that has no listener of its own gets the one that finds out when all that is due.
 * They go into the model that is deployed, so that a node of the version before, which may run the new model during an
 * upgrade, does the same.
 */
public final class StepListeners {

    /** The attributes of the engine, whose namespace the forks keep. */
    static final String ENGINE = "http://camunda.org/schema/1.0/bpmn";

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private StepListeners() {}

    /**
     * The model as it is deployed; one without a user task is deployed as it is.
     *
     * @param written a process model as it is written down
     */
    public static String attachTo(String written) {
        BpmnModelInstance model =
                Bpmn.readModelFromStream(new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8)));
        Collection<UserTask> tasks = model.getModelElementsByType(UserTask.class);
        tasks.forEach(StepListeners::attachTo);
        return tasks.isEmpty() ? written : Bpmn.convertToString(model);
    }

    private static void attachTo(UserTask task) {
        DomElement extensions = extensionsOf(task);
        boolean isForGroup = task.getDomElement().hasAttribute(ENGINE, "candidateGroups");
        listen(extensions, "taskListener", "create", "announceTask");
        listen(extensions, "taskListener", "assignment", isForGroup ? "takeTask" : "keepWithRequester");
        listen(extensions, "taskListener", "complete", task.getId());
        listenAt(extensions, "remindAt", "remind", task.getId() + "Reminder");
        if (isForGroup) {
            listenAt(extensions, "unclaimedAt", "tellNobodyTookIt", task.getId() + "Unclaimed");
        }
        for (SequenceFlow flow : task.getIncoming()) {
            DomElement onTheWay = extensionsOf(flow);
            if (onTheWay.getChildElementsByNameNs(ENGINE, "executionListener").isEmpty()) {
                listen(onTheWay, "executionListener", "take", "scheduleStep");
            }
        }
    }

    private static DomElement listen(DomElement extensions, String kind, String event, String bean) {
        DomElement listener = add(extensions, ENGINE, kind);
        listener.setAttribute("delegateExpression", "${%s}".formatted(bean));
        listener.setAttribute("event", event);
        return listener;
    }

    private static void listenAt(DomElement extensions, String variable, String bean, String id) {
        DomElement listener = listen(extensions, "taskListener", "timeout", bean);
        listener.setAttribute("id", id);
        DomElement timer = add(listener, BPMN, "timerEventDefinition");
        timer.setAttribute("id", id + "Due");
        add(timer, BPMN, "timeDate").setTextContent("${%s}".formatted(variable));
    }

    private static DomElement add(DomElement parent, String namespace, String name) {
        DomElement made = parent.getDocument().createElement(namespace, name);
        parent.appendChild(made);
        return made;
    }

    private static DomElement extensionsOf(FlowElement element) {
        if (element.getExtensionElements() == null) {
            element.setExtensionElements(element.getModelInstance().newInstance(ExtensionElements.class));
        }
        return element.getExtensionElements().getDomElement();
    }
}
