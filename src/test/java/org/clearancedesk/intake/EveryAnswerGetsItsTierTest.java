package org.clearancedesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.clearancedesk.intake.PolicyInJava.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever a production answers, the model says what the policy says: each chapter in full, the whole by a large sample. */
class EveryAnswerGetsItsTierTest {

    private static final int CHAPTER_SAMPLE = 20_000;
    private static final int WHOLE_SAMPLE = 1_000;
    private static final long SEED = 20251111;

    static final List<ModelText.Table> CHAPTERS = ModelText.CHAPTERS;

    @ParameterizedTest
    @FieldSource("CHAPTERS")
    void aChapterFindsWhatThePolicySaysForEveryCombinationOfItsFacts(ModelText.Table chapter) {
        combinations(chapter.facts()).parallel().forEach(facts -> assertThat(
                        lines(GuidelineModel.chapter(chapter, facts)))
                .as("%s", facts)
                .isEqualTo(PolicyInJava.chapter(chapter.id(), facts)));
    }

    @Test
    void allChaptersTogetherFindWhatThePolicySays() {
        sample(CHAPTER_SAMPLE).forEach(facts -> assertThat(lines(GuidelineModel.findings(facts)))
                .as("%s", facts)
                .isEqualTo(PolicyInJava.findings(facts)));
    }

    @Test
    void theWholeModelGivesExactlyOneTierTheReviewsAndTheFindingsOfThePolicy() {
        List<Facts> sample = sample(WHOLE_SAMPLE);
        assertThatEveryPairOfAnswersOccursIn(sample);

        sample.parallelStream().forEach(facts -> {
            Triage triage = GuidelineModel.triage(facts);
            List<Line> policy = PolicyInJava.findings(facts);

            assertThat(lines(triage.findings())).as("%s", facts).isEqualTo(policy);
            assertThat(triage.findings()).isEqualTo(GuidelineModel.findings(facts));
            assertThat(triage.tier()).isEqualTo(GuidelineModel.tier(triage.findings()));
            assertThat(triage.reviews()).isEqualTo(PolicyInJava.reviews(policy));
        });
    }

    @Test
    void aToolThatIsNotGenerativeIsJudgedByTheScopeAlone() {
        Random random = new Random(SEED);
        Stream.generate(() -> FactSpace.with(FactSpace.anywhere(random), "generative", "NO"))
                .limit(100)
                .forEach(facts -> assertThat(GuidelineModel.triage(facts).findings())
                        .extracting(Finding::clause)
                        .containsExactly("SCOPE", "NOTIFY"));
    }

    @Test
    void whoHasNotAnsweredEverythingGetsNoTriageAtAll() {
        for (String fact : FactSpace.NAMES) {
            Map<String, Object> missing = FactSpace.json(FactSpace.HARMLESS);
            missing.remove(fact);
            Map<String, Object> blank = FactSpace.json(FactSpace.HARMLESS);
            blank.put(fact, null);

            assertThat(GuidelineModel.evaluate("guidelineTriage", GuidelineModel.request(missing)))
                    .as("without %s", fact)
                    .isEmpty();
            assertThat(GuidelineModel.evaluate("guidelineTriage", GuidelineModel.request(blank)))
                    .as("%s blank", fact)
                    .isEmpty();
        }
    }

    private static List<Facts> sample(int size) {
        Random random = new Random(SEED);
        return Stream.iterate(0, index -> index + 1)
                .limit(size)
                .map(index ->
                        index % 2 == 0 ? FactSpace.anywhere(random) : FactSpace.nearlyHarmless(random, 1 + index % 5))
                .toList();
    }

    private static Stream<Facts> combinations(List<String> names) {
        Stream<Facts> all = Stream.of(FactSpace.HARMLESS);
        for (String name : names) {
            all = all.flatMap(
                    facts -> FactSpace.values(name).stream().map(value -> FactSpace.with(facts, name, value)));
        }
        return all.toList().stream();
    }

    private static void assertThatEveryPairOfAnswersOccursIn(List<Facts> sample) {
        Set<Map<String, Object>> pairs = new HashSet<>();
        for (Facts facts : sample) {
            Map<String, Object> answers = FactSpace.json(facts);
            forEachPairOfFacts((one, other) -> pairs.add(Map.of(one, answers.get(one), other, answers.get(other))));
        }
        forEachPairOfFacts((one, other) -> FactSpace.values(one).forEach(first -> FactSpace.values(other)
                .forEach(second -> assertThat(pairs).contains(Map.of(one, first, other, second)))));
    }

    private static void forEachPairOfFacts(BiConsumer<String, String> action) {
        for (int first = 0; first < FactSpace.NAMES.size(); first++) {
            for (int second = first + 1; second < FactSpace.NAMES.size(); second++) {
                action.accept(FactSpace.NAMES.get(first), FactSpace.NAMES.get(second));
            }
        }
    }

    private static List<Line> lines(List<Finding> findings) {
        return findings.stream().map(Line::of).toList();
    }
}
