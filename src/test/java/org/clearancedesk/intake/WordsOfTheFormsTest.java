package org.clearancedesk.intake;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clearancedesk.approval.SuspensionOutcome;
import org.clearancedesk.evidence.Scan;
import org.clearancedesk.intake.Facts.Answer;
import org.clearancedesk.intake.IntakeQuestions.Question;
import org.clearancedesk.intake.IntakeQuestions.Word;
import org.clearancedesk.register.Status;
import org.clearancedesk.review.ApprovalOutcome;
import org.clearancedesk.review.ConsentOutcome;
import org.clearancedesk.review.ConsentRecord;
import org.clearancedesk.review.EscalationOutcome;
import org.clearancedesk.review.LegalOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the forms ask and send: the desk's own words, and never a kinder fact than the person meant. */
class WordsOfTheFormsTest {

    static final IntakeQuestions FORMS = IntakeQuestions.IN_FORCE;
    static final List<Question> QUESTIONS = FORMS.questions();
    static final List<GuidelineCase> CASES = GuidelineCase.ALL;

    private static final Pattern ELEMENT = Pattern.compile("<(desk-[a-z-]+)");
    private static final Pattern REGISTERED = Pattern.compile("define\\('(desk-[a-z-]+)'");

    @Test
    void everyFactHasOneQuestion() {
        assertThat(QUESTIONS).extracting(Question::fact).containsExactlyInAnyOrderElementsOf(FactSpace.NAMES);
    }

    @ParameterizedTest
    @FieldSource("QUESTIONS")
    void aQuestionOffersExactlyTheValuesOfItsFact(Question question) {
        List<Object> values = FactSpace.values(question.fact());

        assertThat(question.options()).extracting(Word::value).containsExactlyInAnyOrderElementsOf(values);
        assertThat(values).contains(question.best());
        assertThat(question.askedWhen() == null || values.contains(question.otherwise()))
                .isTrue();
    }

    @ParameterizedTest
    @FieldSource("QUESTIONS")
    void aQuestionSaysWhichGuidelineItServesWithAnExample(Question question) {
        assertThat(question.guideline()).endsWith(".");
        assertThat(question.example()).endsWith(".");
        assertThat(FORMS.clauses()).containsKey(question.clause());
    }

    @ParameterizedTest
    @FieldSource("QUESTIONS")
    void aQuestionDependsOnlyOnEarlierAnswers(Question question) {
        List<String> earlier = QUESTIONS.stream()
                .map(Question::fact)
                .takeWhile(fact -> !fact.equals(question.fact()))
                .toList();
        Stream<String> read = question.askedWhen() == null
                ? Stream.of()
                : question.askedWhen().stream().flatMap(alternative -> alternative.keySet().stream());

        assertThat(read).allMatch(earlier::contains);
    }

    @Test
    void decisionsAreTheOutcomesOfTheReviews() {
        assertThat(FORMS.outcomes())
                .containsOnlyKeys(
                        "escalationOutcome", "legalOutcome", "consentOutcome", "approvalOutcome", "holdOutcome");
        assertThat(outcomes("escalationOutcome")).isEqualTo(names(EscalationOutcome.values()));
        assertThat(outcomes("legalOutcome")).isEqualTo(names(LegalOutcome.values()));
        assertThat(outcomes("consentOutcome")).isEqualTo(names(ConsentOutcome.values()));
        assertThat(outcomes("approvalOutcome")).isEqualTo(names(ApprovalOutcome.values()));
        assertThat(outcomes("holdOutcome")).isEqualTo(names(SuspensionOutcome.values()));
    }

    @Test
    void allOtherVocabulariesAreTheEnums() {
        assertThat(words(FORMS.roles())).isEqualTo(names(Performer.Role.values()));
        assertThat(words(FORMS.consent().kinds())).isEqualTo(names(ConsentRecord.Kind.values()));
        assertThat(FORMS.tiers().keySet()).isEqualTo(names(Tier.values()));
        assertThat(FORMS.reviews().keySet()).isEqualTo(names(ReviewKind.values()));
        assertThat(FORMS.steps().keySet()).isEqualTo(names(Step.values()));
        assertThat(names(Status.values())).containsAll(FORMS.statuses().keySet());
        assertThat(FORMS.scans().keySet()).isEqualTo(names(Scan.values()));
    }

    @Test
    void everyClauseOfTheModelHasAName() {
        assertThat(CASES.stream()
                        .flatMap(each -> GuidelineModel.findings(each.facts()).stream())
                        .map(Finding::clause))
                .allMatch(FORMS.clauses()::containsKey);
    }

    @Test
    void everyElementOfAFormIsRegistered() throws IOException {
        Set<String> registered = found(REGISTERED, Path.of("forms", "desk-elements.js"));
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            for (Path form :
                    files.filter(file -> file.toString().endsWith(".html")).toList()) {
                assertThat(registered).as(form.toString()).containsAll(found(ELEMENT, form));
                assertThat(Files.readString(form)).contains("ng-non-bindable");
            }
        }
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void aWorkedCaseGetsItsTierThroughTheFormAsWell(GuidelineCase worked) {
        Facts sent = FORMS.factsFrom(FactSpace.json(worked.facts()));

        assertThat(tier(sent)).isEqualTo(worked.expected().tier());
    }

    @Test
    void aQuestionThatIsNotAskedIsNeverFilledWithAKinderAnswer() {
        Random random = new Random(2311);
        for (int drawn = 0; drawn < 20_000; drawn++) {
            Facts meant = FactSpace.nearlyHarmless(random, 6);
            // The form leaves no way to say that final material is temporary; that contradiction comes only over the
            // API.
            if (meant.generative() != Answer.NO && consistent(meant)) {
                assertThat(tier(FORMS.factsFrom(FactSpace.json(meant))))
                        .as("%s", meant)
                        .isGreaterThanOrEqualTo(tier(meant));
            }
        }
    }

    @Test
    void thePanelNeverSaysMoreThanTheRemainingAnswersCanGive() {
        Random random = new Random(2025);
        for (int drawn = 0; drawn < 20_000; drawn++) {
            Map<String, Object> answers = FactSpace.json(FactSpace.nearlyHarmless(random, 6));
            Tier inTheEnd = tier(FORMS.factsFrom(answers));
            Map<String, Object> soFar = new LinkedHashMap<>();
            answers.forEach((fact, answer) -> {
                if (fact.equals("generative") || random.nextBoolean()) {
                    soFar.put(fact, answer);
                }
            });

            assertThat(tier(FORMS.factsFrom(soFar)))
                    .as("%s of %s", soFar, answers)
                    .isLessThanOrEqualTo(inTheEnd);
        }
    }

    /** A person whose answers are shown one after the other cannot contradict an earlier one. */
    private static boolean consistent(Facts facts) {
        return (facts.stage() != Facts.Stage.FINAL || facts.materialIsTemporary() == Answer.NO)
                && (facts.talent() != Facts.Talent.NONE || facts.talentUse() == Facts.TalentUse.NONE)
                && (facts.talent() != Facts.Talent.NONE
                        || facts.modelTraining() == Facts.ModelTraining.TALENT
                        || facts.modelTraining() == Facts.ModelTraining.UNOWNED
                        || !facts.modelReusedElsewhere());
    }

    private static Tier tier(Facts facts) {
        return GuidelineModel.tier(GuidelineModel.findings(facts));
    }

    private static Set<String> outcomes(String variable) {
        return words(FORMS.outcomes().get(variable).options());
    }

    private static Set<String> words(List<Word> words) {
        return words.stream().map(Word::value).map(String::valueOf).collect(toSet());
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(toSet());
    }

    private static Set<String> found(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .collect(toSet());
    }
}
