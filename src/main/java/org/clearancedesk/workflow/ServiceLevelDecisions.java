package org.clearancedesk.workflow;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.clearancedesk.triage.ServiceLevel;
import org.clearancedesk.triage.ServiceLevels;
import org.clearancedesk.triage.Step;
import org.clearancedesk.triage.Tier;
import org.springframework.stereotype.Component;

/** Asks the decision model once, when the desk starts, for every tier and step. */
@Component
class ServiceLevelDecisions implements ServiceLevels {

    private record Place(Tier tier, Step step) {}

    private final Map<Place, ServiceLevel> levels;

    ServiceLevelDecisions(DecisionModel model) {
        Map<Place, ServiceLevel> read = new HashMap<>();
        for (Tier tier : Tier.values()) {
            for (Step step : Step.values()) {
                DmnDecisionResult result =
                        model.evaluate(DecisionModel.SERVICE_LEVELS, Map.of("tier", tier.name(), "step", step.name()));
                if (!result.isEmpty()) {
                    read.put(new Place(tier, step), level(result.getSingleResult()));
                }
            }
        }
        levels = Map.copyOf(read);
    }

    /** @throws IllegalArgumentException when the model has no row for them, as for LOW, where nobody waits */
    @Override
    public ServiceLevel of(Tier tier, Step step) {
        ServiceLevel level = levels.get(new Place(tier, step));
        if (level == null) {
            throw new IllegalArgumentException(
                    "There is no service level for the step %s at the tier %s. Please add a row to %s in %s."
                            .formatted(step, tier, DecisionModel.SERVICE_LEVELS, DecisionModel.RESOURCE));
        }
        return level;
    }

    private static ServiceLevel level(DmnDecisionResultEntries row) {
        return new ServiceLevel(
                Duration.parse(row.<String>getEntry("due")),
                Duration.parse(row.<String>getEntry("reminder")),
                Duration.parse(row.<String>getEntry("unclaimed")));
    }
}
