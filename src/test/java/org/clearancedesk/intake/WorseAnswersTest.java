package org.clearancedesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An answer that is worse never lowers the tier, nor takes a review away. What is worse is a partial order: the steps
 * below are those that the policy promises. Three answers cannot be ordered, and the last tests say so: being unsure how
 * prominent something is against knowing that it is story-relevant (an early use escalates only while unsure), temporary
 * against not temporary (a final use contradicts the first, an incidental one excuses the second), and the kinds of use
 * of talent among each other.
 */
class WorseAnswersTest {

    /** A worse answer to one question, all others being the same. */
    record Step(String fact, Object better, Object worse) {}

    private static final List<Facts> SAMPLE = sample(300);

    static final List<Step> STEPS = Stream.of(
                    chain("generative", "NO", "YES", "UNSURE"),
                    chain("stage", "IDEATION", "TEMPORARY", "FINAL"),
                    chain("prominence", "INCIDENTAL", "NOT_ON_SCREEN", "STORY_RELEVANT", "KEY_ELEMENT"),
                    chain("prominence", "NOT_ON_SCREEN", "PROCESSING", "KEY_ELEMENT"),
                    chain("prominence", "NOT_ON_SCREEN", "UNSURE", "KEY_ELEMENT"),
                    others("element", "CHARACTER_OR_KEY_VISUAL")
                            .map(value -> new Step("element", value, "CHARACTER_OR_KEY_VISUAL")),
                    chain("outputIsOriginal", "YES", "UNSURE", "NO"),
                    chain("toolKeepsNothing", "YES", "UNSURE", "NO"),
                    chain("environmentIsSecured", "YES", "UNSURE", "NO"),
                    chain("materialIsTemporary", "YES", "UNSURE"),
                    chain("materialIsTemporary", "NO", "UNSURE"),
                    chain("performancesHaveConsent", "YES", "UNSURE", "NO"),
                    chain(
                            "toolTier",
                            "NETFLIX_ENTERPRISE",
                            "VENDOR_ENTERPRISE",
                            "BUSINESS_NO_TRAIN",
                            "CONSUMER",
                            "UNKNOWN"),
                    chain("toolTermsReviewed", true, false),
                    chain("proprietaryInput", "NONE", "NON_SENSITIVE", "SENSITIVE"),
                    chain("personalDataInput", false, true),
                    chain("thirdPartyReference", "NONE", "CLEARED", "UNCLEARED"),
                    chain("modelTraining", "NONE", "OWNED_CLEARED", "UNOWNED", "TALENT"),
                    chain("modelReusedElsewhere", false, true),
                    others("talent", "NONE").map(value -> new Step("talent", "NONE", value)),
                    others("talentUse", "NONE").map(value -> new Step("talentUse", "NONE", value)),
                    chain("talentUse", "ALTERATION_CUSTOMARY", "LIKENESS_REFERENCE", "REPLICA"),
                    chain(
                            "talentUse",
                            "ALTERATION_CUSTOMARY",
                            "ALTERATION_UNSURE",
                            "ALTERATION_SIGNIFICANT",
                            "SYNTHETIC"),
                    chain("misleadingRisk", "NO", "UNSURE", "YES"),
                    chain("unionWorkImpact", "NO", "UNSURE", "YES"),
                    chain("customPipeline", "NO", "ALL_STEPS_OK", "UNSURE", "NOT_ALL_OK"))
            .flatMap(steps -> steps)
            .toList();

    @ParameterizedTest
    @FieldSource("STEPS")
    void neverLowerTheTierNorTakeAReviewAway(Step step) {
        SAMPLE.forEach(facts -> {
            List<Finding> better = GuidelineModel.findings(FactSpace.with(facts, step.fact(), step.better()));
            List<Finding> worse = GuidelineModel.findings(FactSpace.with(facts, step.fact(), step.worse()));

            assertThat(GuidelineModel.tier(worse)).as("%s", facts).isGreaterThanOrEqualTo(GuidelineModel.tier(better));
            if (!excusesConsent(step)) {
                assertThat(reviews(worse)).as("%s", facts).containsAll(reviews(better));
            }
        });
    }

    @ParameterizedTest
    @FieldSource("STEPS")
    void neverLowerTheTierOfTheWholeModelEither(Step step) {
        SAMPLE.subList(0, 3).forEach(facts -> assertThat(tier(FactSpace.with(facts, step.fact(), step.worse())))
                .as("%s", facts)
                .isGreaterThanOrEqualTo(tier(FactSpace.with(facts, step.fact(), step.better()))));
    }

    @Test
    void areOrderedForEveryFactButTheTwoOfConsent() {
        assertThat(STEPS.stream().map(Step::fact).distinct())
                .containsExactlyInAnyOrderElementsOf(FactSpace.NAMES.stream()
                        .filter(fact -> !fact.startsWith("consent"))
                        .toList());
        FactSpace.NAMES.stream().filter(fact -> !fact.startsWith("consent")).forEach(fact -> assertThat(STEPS.stream()
                        .filter(step -> step.fact().equals(fact))
                        .flatMap(step -> Stream.of(step.better(), step.worse()))
                        .distinct())
                .as(fact)
                .containsExactlyInAnyOrderElementsOf(FactSpace.values(fact)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"consentStatus", "consentException"})
    void aboutConsentChangeNothing(String fact) {
        SAMPLE.subList(0, 5).forEach(facts -> assertThat(FactSpace.values(fact).stream()
                        .map(value -> GuidelineModel.triage(FactSpace.with(facts, fact, value)))
                        .distinct())
                .as("%s", facts)
                .hasSize(1));
    }

    @Test
    void aContradictionEscalates() {
        Facts notGenerative = FactSpace.with(FactSpace.HARMLESS, "generative", "NO");
        Facts finalYetTemporary =
                FactSpace.with(FactSpace.with(FactSpace.HARMLESS, "stage", "FINAL"), "prominence", "INCIDENTAL");

        assertThat(tier(FactSpace.with(notGenerative, "modelTraining", "OWNED_CLEARED")))
                .isEqualTo(Tier.ESCALATE);
        assertThat(tier(FactSpace.with(notGenerative, "talentUse", "REPLICA"))).isEqualTo(Tier.ESCALATE);
        assertThat(tier(FactSpace.with(notGenerative, "talentUse", "SYNTHETIC")))
                .isEqualTo(Tier.ESCALATE);
        assertThat(tier(finalYetTemporary)).isEqualTo(Tier.ESCALATE);
        assertThat(tier(FactSpace.with(FactSpace.HARMLESS, "talent", "DECEASED")))
                .isEqualTo(Tier.ESCALATE);
    }

    @Test
    void areNotToldApartWhereAnEarlyUseIsStoryRelevantRatherThanUndecided() {
        assertThat(tier(FactSpace.with(FactSpace.HARMLESS, "prominence", "UNSURE")))
                .isEqualTo(Tier.ESCALATE);
        assertThat(tier(FactSpace.with(FactSpace.HARMLESS, "prominence", "STORY_RELEVANT")))
                .isEqualTo(Tier.LOW);
    }

    @Test
    void areNotToldApartWhereAFinalIncidentalUseIsSaidToBeTemporary() {
        Facts early = FactSpace.with(FactSpace.HARMLESS, "materialIsTemporary", "NO");
        Facts finalIncidental = FactSpace.with(FactSpace.with(early, "stage", "FINAL"), "prominence", "INCIDENTAL");

        assertThat(tier(early)).isEqualTo(Tier.ESCALATE);
        assertThat(tier(finalIncidental)).isEqualTo(Tier.LOW);
        assertThat(tier(FactSpace.with(finalIncidental, "materialIsTemporary", "YES")))
                .isEqualTo(Tier.ESCALATE);
    }

    @Test
    void aboutACustomaryFixExcuseTheConsentThatSayingNothingAsksFor() {
        Facts performer = FactSpace.with(FactSpace.HARMLESS, "talent", "LIVING_PERFORMER");
        Triage customary = GuidelineModel.triage(FactSpace.with(performer, "talentUse", "ALTERATION_CUSTOMARY"));

        assertThat(GuidelineModel.triage(performer).reviews()).contains(ReviewKind.UNION_CONSENT);
        assertThat(customary.tier()).isEqualTo(Tier.WRITTEN_APPROVAL);
        assertThat(customary.reviews()).containsExactly(ReviewKind.LEGAL);
    }

    private static boolean excusesConsent(Step step) {
        return step.worse().equals("ALTERATION_CUSTOMARY");
    }

    private static Tier tier(Facts facts) {
        return GuidelineModel.triage(facts).tier();
    }

    private static List<ReviewKind> reviews(List<Finding> findings) {
        return PolicyInJava.reviews(findings.stream().map(PolicyInJava.Line::of).toList());
    }

    private static List<Facts> sample(int size) {
        Random random = new Random(48);
        return Stream.concat(
                        Stream.of(FactSpace.HARMLESS),
                        Stream.generate(() -> random.nextBoolean()
                                ? FactSpace.anywhere(random)
                                : FactSpace.nearlyHarmless(random, random.nextInt(4))))
                .limit(size)
                .toList();
    }

    private static Stream<Step> chain(String fact, Object... rising) {
        return Stream.iterate(1, index -> index < rising.length, index -> index + 1)
                .map(index -> new Step(fact, rising[index - 1], rising[index]));
    }

    private static Stream<Object> others(String fact, String value) {
        return FactSpace.values(fact).stream().filter(other -> !other.equals(value));
    }
}
