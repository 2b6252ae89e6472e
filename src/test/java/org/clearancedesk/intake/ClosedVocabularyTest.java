package org.clearancedesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.w3c.dom.Element;

/** The words in the decision model: they are those of the Java enums, and each thing has its own name. */
class ClosedVocabularyTest {

    static final List<ModelText.Table> CHAPTERS = ModelText.CHAPTERS;
    static final List<ModelText.Table> TABLES = ModelText.TABLES;

    @ParameterizedTest
    @FieldSource("CHAPTERS")
    void aColumnReadsAFactAndAllowsExactlyItsValues(ModelText.Table chapter) {
        for (ModelText.Input input : chapter.inputs()) {
            String fact = input.expression().replace("request.facts.", "");
            assertThat(input.expression()).isEqualTo("request.facts." + fact);
            assertThat(FactSpace.NAMES).contains(fact);
            assertThat(input.values())
                    .as(input.id())
                    .containsExactlyElementsOf(
                            FactSpace.values(fact).stream().map(String::valueOf).toList());
        }
    }

    @ParameterizedTest
    @FieldSource("TABLES")
    void aCellNamesOnlyValuesThatItsColumnAllows(ModelText.Table table) {
        for (ModelText.Rule rule : table.rules()) {
            assertThat(rule.cells()).as(rule.id()).hasSameSizeAs(table.inputs());
            assertThat(rule.results()).as(rule.id()).hasSameSizeAs(table.outputs());
            IntStream.range(0, rule.cells().size())
                    .forEach(column -> assertThat(table.inputs().get(column).values())
                            .as(rule.id())
                            .containsAll(ModelText.literals(rule.cells().get(column))));
        }
    }

    @Test
    void aFactOfConsentIsReadByNoTable() {
        Set<String> unread = new HashSet<>(FactSpace.NAMES);
        ModelText.CHAPTERS.forEach(chapter -> chapter.facts().forEach(unread::remove));

        assertThat(unread).containsExactlyInAnyOrder("consentStatus", "consentException");
    }

    @Test
    void tiersStepsAndReviewsAreTheEnums() {
        List<String> tiers = Arrays.stream(Tier.values()).map(Enum::name).toList();
        ModelText.Table top = ModelText.table("guidelineTriage");
        ModelText.Table levels = ModelText.table("serviceLevels");

        assertThat(top.inputs().get(0).values()).isEqualTo(tiers);
        assertThat(levels.inputs().get(1).values()).isEqualTo(tiers);
        assertThat(levels.inputs().get(0).values())
                .isEqualTo(Arrays.stream(Step.values()).map(Enum::name).toList());
        assertThat(top.rules().stream()
                        .flatMap(rule -> ModelText.literals(rule.results().get(1)).stream()))
                .containsOnly(Arrays.stream(ReviewKind.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void everythingHasAnIdAndNoOutputNameIsUsedTwice() {
        assertThat(ModelText.TABLES.stream().flatMap(table -> table.outputs().stream()))
                .doesNotHaveDuplicates();
        for (String name :
                List.of("input", "inputExpression", "inputValues", "output", "rule", "inputEntry", "outputEntry")) {
            assertThat(ModelText.elements(ModelText.ROOT, name).map(element -> element.getAttribute("id")))
                    .doesNotContain("")
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void everyDecisionHasOneVersionAndATimeToLive() {
        String camunda = "http://camunda.org/schema/1.0/dmn";
        List<Element> decisions = ModelText.elements(ModelText.ROOT, "decision").toList();

        assertThat(decisions).hasSize(8);
        assertThat(decisions).allSatisfy(decision -> {
            assertThat(decision.getAttributeNS(camunda, "versionTag")).isEqualTo("2025-11-11");
            assertThat(decision.getAttributeNS(camunda, "historyTimeToLive")).isEqualTo("P180D");
        });
    }

    @Test
    void everyDecisionInputAndRequirementIsDrawn() {
        List<String> drawn = ModelText.elements(ModelText.ROOT, "DMNShape")
                .map(shape -> shape.getAttribute("dmnElementRef"))
                .toList();
        List<String> lines = ModelText.elements(ModelText.ROOT, "DMNEdge")
                .map(edge -> edge.getAttribute("dmnElementRef"))
                .toList();

        assertThat(drawn)
                .containsAll(ModelText.elements(ModelText.ROOT, "decision")
                        .map(decision -> decision.getAttribute("id"))
                        .toList())
                .contains("request", "tier", "step")
                .doesNotHaveDuplicates();
        assertThat(lines)
                .containsExactlyInAnyOrderElementsOf(ModelText.elements(ModelText.ROOT, "informationRequirement")
                        .map(requirement -> requirement.getAttribute("id"))
                        .toList());
    }
}
