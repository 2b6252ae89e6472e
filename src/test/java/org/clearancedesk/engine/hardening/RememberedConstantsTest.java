package org.clearancedesk.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.junit.jupiter.api.Test;

/** Cells of decision tables, asked once and again, beside FEEL that remembers nothing. */
class RememberedConstantsTest {

    private static final DmnModelInstance MODEL =
            Dmn.readModelFromStream(RememberedConstantsTest.class.getResourceAsStream("/bpmn/guideline-triage.dmn"));
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

    private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();
    private final AtomicInteger asked = new AtomicInteger();
    private final CachingFeelEngine remembered = new CachingFeelEngine(new FeelEngine() {

        @Override
        public <T> T evaluateSimpleExpression(String text, VariableContext variables) {
            asked.incrementAndGet();
            return feel.evaluateSimpleExpression(text, variables);
        }

        @Override
        public boolean evaluateSimpleUnaryTests(String cell, String input, VariableContext variables) {
            asked.incrementAndGet();
            return feel.evaluateSimpleUnaryTests(cell, input, variables);
        }
    });

    @Test
    void everyCellOfTheGuidelinesSaysOfEveryAnswerWhatFeelSays() {
        Set<String> cells = texts(MODEL.getModelElementsByType(InputEntry.class));
        List<Object> answers = new ArrayList<>(List.of(true, false, "", "true", "something else"));
        for (String cell : cells) {
            for (Matcher word = WORD.matcher(cell); word.find(); ) {
                answers.add(word.group(1));
            }
        }
        answers.add(null);
        assertThat(cells).hasSizeGreaterThan(40);

        for (int time = 0; time < 2; time++) {
            for (String cell : cells) {
                for (Object answer : answers) {
                    assertThat(accepts(remembered, cell, answer))
                            .as("%s of %s", cell, answer)
                            .isEqualTo(accepts(feel, cell, answer));
                }
            }
        }
    }

    @Test
    void everyResultOfTheGuidelinesIsWhatFeelSays() {
        Set<String> results = texts(MODEL.getModelElementsByType(OutputEntry.class));
        long constants = results.stream()
                .filter(text -> text.startsWith("\"") || text.equals("true") || text.equals("false"))
                .count();
        assertThat(constants).isBetween(40L, results.size() - 1L);

        for (int time = 0; time < 2; time++) {
            for (String result : results) {
                Object said = remembered.evaluateSimpleExpression(result, nothing());
                assertThat(said).as(result).isEqualTo(feel.<Object>evaluateSimpleExpression(result, nothing()));
            }
        }
        assertThat(asked).as("the constants once, the others twice").hasValue((int) (2 * results.size() - constants));
    }

    @Test
    void anAnswerThatWasHeardBeforeIsNotAskedAgain() {
        assertThat(accepts(remembered, "not(\"NO\")", "YES")).isTrue();
        assertThat(accepts(remembered, "not(\"NO\")", "YES")).isTrue();
        assertThat(accepts(remembered, "not(\"NO\")", "NO")).isFalse();

        assertThat(asked).hasValue(2);
    }

    @Test
    void whatNamesAVariableIsAskedEachTime() {
        assertThat(remembered.<Object>evaluateSimpleExpression("tier", given("tier", "LOW")))
                .isEqualTo("LOW");
        assertThat(remembered.<Object>evaluateSimpleExpression("tier", given("tier", "ESCALATE")))
                .isEqualTo("ESCALATE");
        VariableMap first = Variables.putValue("cellInput", "LOW").putValue("other", "LOW");
        VariableMap then = Variables.putValue("cellInput", "LOW").putValue("other", "ESCALATE");

        assertThat(remembered.evaluateSimpleUnaryTests("other", "cellInput", first.asVariableContext()))
                .isTrue();
        assertThat(remembered.evaluateSimpleUnaryTests("other", "cellInput", then.asVariableContext()))
                .isFalse();
        assertThat(remembered.evaluateSimpleUnaryTests("\"ESCALATE\", other", "cellInput", first.asVariableContext()))
                .isTrue();
        assertThat(remembered.evaluateSimpleUnaryTests("\"ESCALATE\", other", "cellInput", then.asVariableContext()))
                .isFalse();
    }

    @Test
    void strangeAnswersDoNotFillTheMemory() {
        for (int answer = 0; answer < 10_050; answer++) {
            accepts(remembered, "\"NO\"", "answer " + answer);
        }
        asked.set(0);

        assertThat(accepts(remembered, "\"NO\"", "answer 1")).isFalse();
        assertThat(asked).as("one of the first").hasValue(0);
        assertThat(accepts(remembered, "\"NO\"", "answer 10040")).isFalse();
        assertThat(accepts(remembered, "\"NO\"", "NO")).isTrue();
        assertThat(asked).as("the last ones").hasValue(2);
    }

    private static boolean accepts(FeelEngine engine, String cell, Object answer) {
        return engine.evaluateSimpleUnaryTests(cell, "cellInput", given("cellInput", answer));
    }

    private static VariableContext given(String name, Object value) {
        return Variables.putValue(name, value).asVariableContext();
    }

    private static VariableContext nothing() {
        return Variables.createVariables().asVariableContext();
    }

    private static Set<String> texts(Collection<? extends DmnElement> cells) {
        Set<String> texts = new TreeSet<>();
        cells.stream()
                .flatMap(cell -> Stream.of(cell.getTextContent().strip()))
                .filter(text -> !text.isEmpty())
                .forEach(texts::add);
        return texts;
    }
}
