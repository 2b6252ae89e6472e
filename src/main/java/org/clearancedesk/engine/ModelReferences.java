package org.clearancedesk.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.jspecify.annotations.Nullable;

/** Reads from a model what has to be there besides it. */
final class ModelReferences {

    private static final String FORM_IN_DEPLOYMENT = "embedded:deployment:";

    private ModelReferences() {}

    /** What a model refers to, and in what words that is told. */
    enum Kind {
        DELEGATE("delegate", JavaDelegate.class),
        LISTENER("listener", ExecutionListener.class),
        LISTENER_OF_TASK("listener", TaskListener.class),
        FORM("form", Object.class),
        DECISION("decision", Object.class),
        GROUP("group", Object.class),
        MESSAGE("message", Object.class);

        private final String word;
        private final Class<?> type;

        Kind(String word, Class<?> type) {
            this.word = word;
            this.type = type;
        }

        String word() {
            return word;
        }

        Class<?> type() {
            return type;
        }
    }

    /** One thing that a step of a model refers to. */
    record Reference(Kind kind, String name, String step) {}

    static List<Reference> of(BpmnModelInstance model) {
        List<Reference> found = new ArrayList<>();
        model.getModelElementsByType(Message.class)
                .forEach(message -> found.add(new Reference(Kind.MESSAGE, message.getName(), message.getId())));
        collect(model.getDocument().getRootElement(), "", found);
        return found;
    }

    private static void collect(DomElement element, String outer, List<Reference> found) {
        String id = element.getAttribute("id");
        String own = element.getLocalName();
        boolean isListener = own.endsWith("Listener");
        String step = id == null || isListener ? outer : id;
        String bean = element.getAttribute(StepListeners.ENGINE, "delegateExpression");
        if (isListener) {
            bean = element.getAttribute("delegateExpression");
        }
        if (bean != null) {
            Kind kind =
                    switch (own) {
                        case "taskListener" -> Kind.LISTENER_OF_TASK;
                        case "executionListener" -> Kind.LISTENER;
                        default -> Kind.DELEGATE;
                    };
            found.add(new Reference(kind, bean.replaceAll("^\\$\\{|}$", ""), step));
        }
        add(Kind.DECISION, element.getAttribute(StepListeners.ENGINE, "decisionRef"), step, found);
        String form = element.getAttribute(StepListeners.ENGINE, "formKey");
        if (form != null && form.startsWith(FORM_IN_DEPLOYMENT)) {
            add(Kind.FORM, form.substring(FORM_IN_DEPLOYMENT.length()), step, found);
        }
        String groups = element.getAttribute(StepListeners.ENGINE, "candidateGroups");
        if (groups != null) {
            Arrays.stream(groups.split(",")).forEach(group -> add(Kind.GROUP, group.strip(), step, found));
        }
        element.getChildElements().forEach(child -> collect(child, step, found));
    }

    private static void add(Kind kind, @Nullable String name, String step, List<Reference> found) {
        if (name != null && !name.startsWith("${")) {
            found.add(new Reference(kind, name, step));
        }
    }
}
