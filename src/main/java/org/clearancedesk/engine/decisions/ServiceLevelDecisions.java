package org.clearancedesk.engine.decisions;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.clearancedesk.intake.ServiceLevel;
import org.clearancedesk.intake.ServiceLevels;
import org.clearancedesk.intake.Step;
import org.clearancedesk.intake.Tier;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the decision model once for each tier and step, when a task of that kind first comes up. */
@Component
class ServiceLevelDecisions implements ServiceLevels {

    private record Place(Tier tier, Step step) {}

    private final DecisionModel model;
    private final Map<Place, ServiceLevel> known = new ConcurrentHashMap<>();

    ServiceLevelDecisions(@Lazy DecisionModel model) {
        this.model = model;
    }

    /** @throws IllegalArgumentException when the model has no row for them, as for LOW, where nobody waits */
    @Override
    public ServiceLevel of(Tier tier, Step step) {
        return known.computeIfAbsent(new Place(tier, step), this::ask);
    }

    private ServiceLevel ask(Place place) {
        DmnDecisionResult result = model.evaluate(
                DecisionModel.SERVICE_LEVELS, Map.of("tier", place.tier.name(), "step", place.step.name()));
        if (result.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no service level for the step %s at the tier %s. Please add a row to %s in %s."
                            .formatted(place.step, place.tier, DecisionModel.SERVICE_LEVELS, DecisionModel.RESOURCE));
        }
        return level(result.getSingleResult());
    }

    private static ServiceLevel level(DmnDecisionResultEntries row) {
        return new ServiceLevel(
                Duration.parse(row.<String>getEntry("due")),
                Duration.parse(row.<String>getEntry("reminder")),
                Duration.parse(row.<String>getEntry("unclaimed")));
    }
}
