package org.clearancedesk.engine.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clearancedesk.intake.Facts;
import org.clearancedesk.intake.Finding;
import org.clearancedesk.intake.ReviewKind;
import org.clearancedesk.intake.Step;
import org.clearancedesk.intake.Tier;
import org.clearancedesk.intake.Triage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The decision model asked without a process, as the live panel of the intake form does. */
class TriageOutsideAProcessTest {

    private static final DecisionModel MODEL = new DecisionModel();
    private final GuidelineDecisions guidelines = new GuidelineDecisions(MODEL, new ObjectMapper());
    private final ServiceLevelDecisions serviceLevels = new ServiceLevelDecisions(MODEL);

    @Test
    void givesTierReviewsFindingsAndTheVersionOfTheModel() {
        Triage triage = guidelines.triage(facts("R-01"));

        assertThat(triage.tier()).isEqualTo(Tier.WRITTEN_APPROVAL);
        assertThat(triage.reviews()).contains(ReviewKind.LEGAL);
        assertThat(triage.findings()).extracting(Finding::clause).startsWith("NOTIFY");
        assertThat(triage.findings()).extracting(Finding::reason).allSatisfy(reason -> assertThat(reason)
                .isNotBlank());
        assertThat(triage.guidelineVersion()).isEqualTo("2025-11-11");
    }

    @Test
    void answersEqualFactsAlikeAndLetsNobodyChangeWhatItRemembers() {
        Triage first = guidelines.triage(facts("M1-02"));
        Triage second = guidelines.triage(facts("M1-02"));

        assertThat(second).isEqualTo(first);
        assertThatThrownBy(() -> second.findings().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> second.reviews().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(guidelines.triage(facts("M1-03"))).isNotEqualTo(first);
    }

    @Test
    void refusesFactsThatAreNotComplete() {
        Map<String, Object> nothingAnswered = Map.of("request", Map.of("facts", Map.of()));

        assertThatIllegalStateException()
                .isThrownBy(() -> TriageResult.from(
                        MODEL.evaluate(DecisionModel.GUIDELINE_TRIAGE, nothingAnswered), MODEL.guidelineVersion()))
                .withMessageContaining("not all facts are answered");
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, mode = EnumSource.Mode.EXCLUDE, names = "CLOSE_OUT_USE")
    void statesHowLongEachStepMayTake(Step step) {
        assertThat(serviceLevels.of(Tier.ESCALATE, step).due()).isPositive();
        assertThat(serviceLevels.of(Tier.WRITTEN_APPROVAL, step).due()).isPositive();
    }

    @Test
    void countsServiceLevelsInDaysAndHours() {
        assertThat(serviceLevels.of(Tier.ESCALATE, Step.ASSESS_ESCALATED_USE).due())
                .isEqualTo(Duration.ofDays(2));
        assertThat(serviceLevels.of(Tier.ESCALATE, Step.ASSESS_ESCALATED_USE).unclaimed())
                .isEqualTo(Duration.ofHours(8));
    }

    @Test
    void saysWhichRowIsMissingWhenAStepHasNoServiceLevel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> serviceLevels.of(Tier.LOW, Step.AMEND_REQUEST))
                .withMessageContaining("AMEND_REQUEST")
                .withMessageContaining("LOW")
                .withMessageContaining("serviceLevels");
    }

    private static Facts facts(String caseId) {
        try (InputStream source =
                Objects.requireNonNull(TriageOutsideAProcessTest.class.getResourceAsStream("/cases.json"))) {
            List<Map<String, Object>> cases = new ObjectMapper().readValue(source, new TypeReference<>() {});
            Object facts = cases.stream()
                    .filter(worked -> caseId.equals(worked.get("id")))
                    .findFirst()
                    .map(worked -> Objects.requireNonNull(worked.get("facts")))
                    .orElseThrow();
            return new ObjectMapper().convertValue(facts, Facts.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
