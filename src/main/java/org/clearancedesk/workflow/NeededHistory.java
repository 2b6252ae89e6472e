package org.clearancedesk.workflow;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the engine keeps of a case beside the register: who had which task, which steps were taken, what the decision
 * tables said, and what failed. It keeps no copies of variables, whose content the register holds in events that cannot
 * be changed, no log of jobs that ran well, and no steps of the outbox, which has but one.
 */
final class NeededHistory implements HistoryLevel {

    /** In the configuration, {@code camunda.bpm.history-level}. */
    static final String NAME = "needed";

    /** In the database, which every node has to agree with. The engine's own levels are 0 to 3. */
    private static final int ID = 10;

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

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return NAME;
    }

    /** @param about what the event is about; the engine asks without, whether any such event is kept at all */
    @Override
    public boolean isHistoryEventProduced(HistoryEventType event, @Nullable Object about) {
        return !NOT_NEEDED.contains(event) && !(STEPS.contains(event) && isOfOutbox(about));
    }

    private static boolean isOfOutbox(@Nullable Object about) {
        return about instanceof ExecutionEntity execution
                && execution.getProcessDefinition() != null
                && execution.getProcessDefinition().getKey().equals(Models.NOTICE_PROCESS);
    }

    /** Makes the level known to the engine before it looks for the one that is configured. */
    @Component
    static final class Level extends AbstractProcessEnginePlugin {

        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
            engine.setCustomHistoryLevels(List.of(new NeededHistory()));
        }
    }
}
