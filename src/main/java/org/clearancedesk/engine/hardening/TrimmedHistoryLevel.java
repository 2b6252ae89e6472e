package org.clearancedesk.engine.hardening;

import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/**
 * What of the engine's full history somebody needs: who had which task, which steps a case took, what the decision tables
 * said, and what failed. It holds no copies of variables: the words of people are in the register, which tells them only
 * to those who may read the case. Nor does it log jobs that ran well, or the one step of the outbox.
 */
final class TrimmedHistoryLevel extends HistoryLevelFull {

    private static final String OUTBOX = "send-notice";

    private static final Set<HistoryEventTypes> NOT_NEEDED = EnumSet.of(
            HistoryEventTypes.VARIABLE_INSTANCE_CREATE,
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE,
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
            HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE,
            HistoryEventTypes.VARIABLE_INSTANCE_DELETE,
            HistoryEventTypes.FORM_PROPERTY_UPDATE,
            HistoryEventTypes.JOB_CREATE,
            HistoryEventTypes.JOB_SUCCESS,
            HistoryEventTypes.JOB_DELETE);

    private static final Set<HistoryEventTypes> STEPS = EnumSet.of(
            HistoryEventTypes.ACTIVITY_INSTANCE_START,
            HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE,
            HistoryEventTypes.ACTIVITY_INSTANCE_END);

    /** @param about what the event is about; the engine asks without, whether any such event is kept at all */
    @Override
    public boolean isHistoryEventProduced(HistoryEventType event, @Nullable Object about) {
        return !isOneOf(NOT_NEEDED, event) && !(isOneOf(STEPS, event) && isOfOutbox(about));
    }

    private static boolean isOneOf(Set<HistoryEventTypes> some, HistoryEventType event) {
        return event instanceof HistoryEventTypes known && some.contains(known);
    }

    private static boolean isOfOutbox(@Nullable Object about) {
        return about instanceof ExecutionEntity execution
                && execution.getProcessDefinition() != null
                && execution.getProcessDefinition().getKey().equals(OUTBOX);
    }

    /** The engine asks whether a level is the full one by comparing it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HistoryLevel level && level.getId() == getId();
    }

    @Override
    public int hashCode() {
        return getId();
    }
}
