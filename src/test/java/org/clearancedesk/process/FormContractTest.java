package org.clearancedesk.process;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.clearancedesk.approval.SuspensionOutcome;
import org.clearancedesk.intake.Facts;
import org.clearancedesk.intake.Performer;
import org.clearancedesk.intake.ReviewKind;
import org.clearancedesk.intake.Step;
import org.clearancedesk.intake.Tier;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.register.Status;
import org.clearancedesk.review.ApprovalOutcome;
import org.clearancedesk.review.ConsentOutcome;
import org.clearancedesk.review.ConsentRecord;
import org.clearancedesk.review.EscalationOutcome;
import org.clearancedesk.review.LegalOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Forms and code share words; both must have the same. */
class FormContractTest {

    private static final Path FORMS = Path.of("forms");
    private static final Pattern SUBMITTED = Pattern.compile(
            "<desk-(?:outcome|conditions|valid-until)[^>]* variable=\"(\\w+)\"(?:\\s+reason=\"(\\w+)\")?");
    private static final Pattern NAMED_IN_SCRIPT = Pattern.compile("\\{ (\\w+): \\{ type: '(\\w+)'");
    private static final Pattern READ = Pattern.compile("<desk-submission variables=\"([\\w ]+)\"");

    private static final Map<String, Class<? extends Enum<?>>> OUTCOMES = Map.of(
            "escalationOutcome", EscalationOutcome.class,
            "legalOutcome", LegalOutcome.class,
            "consentOutcome", ConsentOutcome.class,
            "approvalOutcome", ApprovalOutcome.class,
            "holdOutcome", SuspensionOutcome.class);

    private final JsonNode catalogue = catalogue();

    @Test
    void everyVariableThatAFormSendsOrReadsIsInTheCatalogueOfVariables() throws IOException {
        Set<String> known =
                Arrays.stream(CaseVariable.values()).map(CaseVariable::id).collect(toSet());
        Set<String> sent = new TreeSet<>();
        for (Path form : files(".html")) {
            String text = Files.readString(form);
            SUBMITTED.matcher(text).results().forEach(found -> {
                sent.add(found.group(1));
                if (found.group(2) != null) {
                    sent.add(found.group(2));
                }
            });
            assertThat(READ.matcher(text)
                            .results()
                            .flatMap(found -> Stream.of(found.group(1).split(" "))))
                    .as("%s reads", form)
                    .allSatisfy(name -> assertThat(known).contains(name));
        }
        for (Path script : files(".js")) {
            NAMED_IN_SCRIPT
                    .matcher(Files.readString(script))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(sent::add);
        }

        assertThat(sent)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Step.values())
                        .flatMap(step -> CaseVariable.askedAt(step).keySet().stream())
                        .toList());
    }

    @Test
    void theScriptsSendJsonWhereTheCatalogueSaysJson() throws IOException {
        Map<String, CaseVariable> byName =
                Arrays.stream(CaseVariable.values()).collect(toMap(CaseVariable::id, variable -> variable));
        for (Path script : files(".js")) {
            for (MatchResult named :
                    NAMED_IN_SCRIPT.matcher(Files.readString(script)).results().toList()) {
                assertThat(named.group(2).equals("Json"))
                        .as("%s in %s", named.group(1), script)
                        .isEqualTo(
                                CaseVariable.types(byName.get(named.group(1))).containsValue(JsonValue.class));
            }
        }
    }

    @Test
    void everyFactIsAskedOnceWithTheWordsOfItsVocabulary() {
        Map<String, JsonNode> questions = items(catalogue.get("questions"))
                .collect(toMap(question -> question.get("fact").asText(), question -> question));

        assertThat(questions.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Facts.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList())
                .hasSize(23);
        for (RecordComponent fact : Facts.class.getRecordComponents()) {
            List<String> expected =
                    fact.getType() == boolean.class ? List.of("true", "false") : words(vocabulary(fact));
            assertThat(values(questions.get(fact.getName()).get("options")))
                    .as(fact.getName())
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void whatIsNotAskedHasAnAnswerOfItsVocabulary() {
        items(catalogue.get("questions"))
                .filter(question -> question.has("askedWhen"))
                .forEach(question -> {
                    assertThat(values(question.get("options")))
                            .as(question.get("fact").asText())
                            .contains(question.get("otherwise").asText());
                    items(question.get("askedWhen"))
                            .forEach(condition -> condition.fields().forEachRemaining(needed -> assertThat(
                                            items(needed.getValue()).map(JsonNode::asText))
                                    .isSubsetOf(values(question(needed.getKey()).get("options")))));
                });
    }

    @Test
    void outcomesRolesAndKindsAreThoseOfTheCode() {
        OUTCOMES.forEach((variable, vocabulary) -> assertThat(
                        values(catalogue.get("outcomes").get(variable).get("options")))
                .as(variable)
                .containsExactlyInAnyOrderElementsOf(words(vocabulary)));
        assertThat(catalogue.get("outcomes")).hasSameSizeAs(OUTCOMES.keySet());
        assertThat(values(catalogue.get("roles"))).containsExactlyInAnyOrderElementsOf(words(Performer.Role.class));
        assertThat(values(catalogue.get("consent").get("kinds")))
                .containsExactlyInAnyOrderElementsOf(words(ConsentRecord.Kind.class));
        assertThat(keys("tiers")).containsExactlyInAnyOrderElementsOf(words(Tier.class));
        assertThat(keys("statuses")).containsExactlyInAnyOrderElementsOf(words(Status.class));
        assertThat(keys("reviews")).containsExactlyInAnyOrderElementsOf(words(ReviewKind.class));
        assertThat(keys("steps")).containsExactlyInAnyOrderElementsOf(words(Step.class));
    }

    @ParameterizedTest
    @EnumSource
    void everyStepOfAGroupHasItsOutcome(Step step) {
        Stream<String> steps = StreamSupport.stream(catalogue.get("outcomes").spliterator(), false)
                .map(outcome -> outcome.get("step").asText());

        if (DeskGroup.of(step).isPresent()) {
            assertThat(steps).containsOnlyOnce(step.name());
        } else {
            assertThat(steps).doesNotContain(step.name());
        }
    }

    private JsonNode question(String fact) {
        return items(catalogue.get("questions"))
                .filter(question -> question.get("fact").asText().equals(fact))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> keys(String part) {
        Set<String> keys = new TreeSet<>();
        catalogue.get(part).fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static List<String> values(JsonNode options) {
        return items(options).map(option -> option.get("value").asText()).toList();
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static List<String> words(Class<? extends Enum<?>> vocabulary) {
        return Arrays.stream(vocabulary.getEnumConstants()).map(Enum::name).toList();
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends Enum<?>> vocabulary(RecordComponent fact) {
        return (Class<? extends Enum<?>>) fact.getType();
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(FORMS)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static JsonNode catalogue() {
        try {
            return new ObjectMapper().readTree(FORMS.resolve("catalogue.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
