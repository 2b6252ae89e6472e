package org.clearancedesk.process;

import java.util.Locale;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.clearancedesk.intake.Performer;
import org.clearancedesk.intake.Step;

/** Names of the steps as the model has them: {@code REVIEW_LEGAL_EXPOSURE} is the task {@code reviewLegalExposure}. */
public final class TaskIds {

    private TaskIds() {}

    public static Step of(String taskId) {
        return Step.valueOf(taskId.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
    }

    static String idOf(Step step) {
        return Pattern.compile("_(.)")
                .matcher(step.name().toLowerCase(Locale.ROOT))
                .replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
    }

    /** What a task is called that asks about one of several performers. */
    public static String nameOf(DelegateTask task, Performer performer) {
        return "%s: %s".formatted(task.getBpmnModelElementInstance().getName(), performer.name());
    }

    /** What a task is called that asks for one of several conditions. */
    public static String nameOf(DelegateTask task, int position) {
        return "%s %d".formatted(task.getBpmnModelElementInstance().getName(), position);
    }
}
