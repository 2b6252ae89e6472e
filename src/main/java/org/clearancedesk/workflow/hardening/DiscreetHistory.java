package org.clearancedesk.workflow.hardening;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.jspecify.annotations.Nullable;

/**
 * The engine's full history without what people wrote: the request, its performers, consents and reasons. The register
 * keeps these, and tells them only to those who may read the case.
 */
final class DiscreetHistory extends HistoryLevelFull {

    /** Variables that hold words of people, or name a person or a title. */
    static final Set<String> KEPT_OUT = Set.of(
            "request",
            "performer",
            "notice",
            "title",
            "production",
            "consent",
            "consentReason",
            "legalReason",
            "legalConditions",
            "approvalReason",
            "escalationReason",
            "withdrawalReason",
            "conditionReason",
            "holdReason",
            "revocationReason",
            "closeOut");

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        // What a form sent is a second copy of the variables that it set.
        return type != HistoryEventTypes.FORM_PROPERTY_UPDATE && !KEPT_OUT.contains(variable(entity));
    }

    private static String variable(@Nullable Object entity) {
        if (entity instanceof VariableInstanceEntity variable) {
            return variable.getName();
        }
        return entity instanceof HistoricVariableUpdateEventEntity update ? update.getVariableName() : "";
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
