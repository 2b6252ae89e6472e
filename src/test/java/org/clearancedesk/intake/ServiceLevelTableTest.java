package org.clearancedesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long each step may take. */
class ServiceLevelTableTest {

    /** A use is closed out by the last day of its approval, however far that is. */
    @ParameterizedTest
    @EnumSource(value = Step.class, mode = EnumSource.Mode.EXCLUDE, names = "CLOSE_OUT_USE")
    void isStatedOnceForEveryStepThatSomebodyCanWaitFor(Step step) {
        for (Tier tier : new Tier[] {Tier.ESCALATE, Tier.WRITTEN_APPROVAL}) {
            DmnDecisionResult rows = ask(tier, step);

            assertThat(rows).as("%s at %s", step, tier).hasSize(1);
            assertThat(duration(rows, "due")).isPositive();
            assertThat(duration(rows, "reminder")).isPositive().isLessThan(duration(rows, "due"));
            assertThat(duration(rows, "unclaimed")).isPositive().isLessThan(duration(rows, "due"));
        }
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void isNotStatedWhereNobodyWaits(Step step) {
        assertThat(ask(Tier.LOW, step)).isEmpty();
    }

    @Test
    void hasNoRowBesides() {
        assertThat(ModelText.table("serviceLevels").rules()).hasSize(2 * (Step.values().length - 1));
    }

    private static DmnDecisionResult ask(Tier tier, Step step) {
        return GuidelineModel.evaluate("serviceLevels", Map.of("tier", tier.name(), "step", step.name()));
    }

    private static Duration duration(DmnDecisionResult rows, String output) {
        DmnDecisionResultEntries row = rows.getSingleResult();
        return Duration.parse(row.<String>getEntry(output));
    }
}
