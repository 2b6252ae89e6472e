package org.clearancedesk.intake;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each row of the five chapters: it is read from the policy, fires, and can be understood. */
class EveryRuleTest {

    /** Rows of the policy by chapter. */
    private static final Map<String, Integer> POLICY_LINES = Map.of(
            "scopeFindings", 4,
            "principleFindings", 8,
            "deliverableFindings", 8,
            "dataFindings", 14,
            "talentFindings", 12);

    /** Lines with an “or” between two facts, which a table can only say in two rows that exclude each other. */
    private static final Set<String> SECOND_HALF_OF_A_LINE =
            Set.of("SCOPE_notGenerativeButReplica", "C1_earlyKeyElement");

    /** Cases of our own, for the rules that no worked case of the policy reaches. */
    private static final Map<String, Facts> OUR_OWN_CASES = Map.of(
            "SCOPE_notGenerativeButTrained", with("generative", "NO", "modelTraining", "TALENT"),
            "SCOPE_notGenerativeButReplica", with("generative", "NO", "talentUse", "REPLICA"),
            "FM1_finalButNotOnScreen", with("stage", "FINAL", "materialIsTemporary", "NO"),
            "P4_finalButTemporary", with("stage", "FINAL", "prominence", "INCIDENTAL"),
            "M6_nonSensitiveInNetflixTool", with("proprietaryInput", "NON_SENSITIVE", "stage", "TEMPORARY"),
            "TE3_modelReused", with("modelReusedElsewhere", true, "stage", "TEMPORARY"));

    static final List<ModelText.Rule> RULES =
            ModelText.CHAPTERS.stream().flatMap(table -> table.rules().stream()).toList();

    @Test
    void if_this_test_fails_the_policy_and_the_model_no_longer_have_the_same_lines() {
        ModelText.CHAPTERS.forEach(table -> assertThat(table.rules().stream()
                        .map(ModelText.Rule::id)
                        .filter(id -> !SECOND_HALF_OF_A_LINE.contains(id)))
                .as("lines in %s", table.id())
                .hasSize(POLICY_LINES.getOrDefault(table.id(), 0)));
        assertThat(ModelText.CHAPTERS).hasSameSizeAs(POLICY_LINES.keySet());
        assertThat(RULES).hasSize(46 + SECOND_HALF_OF_A_LINE.size());
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void namesItsClauseAndGivesAReasonInOneSentence(ModelText.Rule rule) {
        String clause = ModelText.literals(rule.results().get(0)).get(0);
        String reason = ModelText.literals(rule.results().get(3)).get(0);

        assertThat(rule.description()).startsWith(clause + ": ");
        assertThat(rule.id()).startsWith(clause + "_");
        assertThat(reason).hasSizeBetween(40, 250).endsWith(".").doesNotContain(". ");
        assertThat(ModelText.literals(rule.results().get(1)))
                .singleElement()
                .satisfies(
                        tier -> assertThat(Tier.values()).extracting(Tier::name).contains(tier));
        assertThat(rule.results().get(2)).isIn("true", "false");
    }

    @Test
    void hasAReasonOfItsOwn() {
        assertThat(RULES.stream().map(rule -> rule.results().get(3))).doesNotHaveDuplicates();
    }

    @Test
    void isAFindingOfAtLeastOneCase() {
        Set<String> given = Stream.concat(
                        GuidelineCase.ALL.stream().map(GuidelineCase::facts), OUR_OWN_CASES.values().stream())
                .flatMap(facts -> GuidelineModel.triage(facts).findings().stream())
                .map(Finding::reason)
                .collect(toSet());

        assertThat(RULES)
                .filteredOn(rule -> !given.contains(
                        ModelText.literals(rule.results().get(3)).get(0)))
                .extracting(ModelText.Rule::id)
                .isEmpty();
    }

    @Test
    void ourOwnCasesAreNeededAndReachTheRuleTheyNamed() {
        OUR_OWN_CASES.forEach((rule, facts) -> {
            String reason = ModelText.literals(RULES.stream()
                            .filter(candidate -> candidate.id().equals(rule))
                            .findFirst()
                            .orElseThrow()
                            .results()
                            .get(3))
                    .get(0);
            assertThat(GuidelineModel.triage(facts).findings())
                    .extracting(Finding::reason)
                    .contains(reason);
            assertThat(GuidelineCase.ALL).noneSatisfy(worked -> assertThat(GuidelineModel.findings(worked.facts()))
                    .extracting(Finding::reason)
                    .contains(reason));
        });
    }

    private static Facts with(String fact, Object value, String other, Object otherValue) {
        return FactSpace.with(FactSpace.with(FactSpace.HARMLESS, fact, value), other, otherValue);
    }
}
