package org.clearancedesk.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The decision model as it is written down. */
final class ModelText {

    record Input(String id, String expression, List<String> values) {}

    record Rule(String id, String description, List<String> cells, List<String> results) {}

    record Table(String id, String hitPolicy, List<Input> inputs, List<String> outputs, List<Rule> rules) {

        /** The names of the facts that the table reads. */
        List<String> facts() {
            return inputs.stream()
                    .map(input -> input.expression().replace("request.facts.", ""))
                    .toList();
        }
    }

    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"|\\b(true|false)\\b");

    static final Element ROOT = read();
    static final List<Table> TABLES = elements(ROOT, "decision")
            .filter(ModelText::isTable)
            .map(ModelText::table)
            .toList();
    static final List<Table> CHAPTERS =
            TABLES.stream().filter(table -> table.id().endsWith("Findings")).toList();

    private ModelText() {}

    static InputStream open() {
        return Objects.requireNonNull(ModelText.class.getResourceAsStream("/bpmn/guideline-triage.dmn"));
    }

    static Table table(String id) {
        return TABLES.stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The strings and truth values that a cell names. */
    static List<String> literals(String cell) {
        return LITERAL.matcher(cell)
                .results()
                .map(found -> Objects.requireNonNullElse(found.group(1), found.group(2)))
                .toList();
    }

    static Stream<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
    }

    private static boolean isTable(Element decision) {
        return elements(decision, "decisionTable").findAny().isPresent();
    }

    private static Table table(Element decision) {
        return new Table(
                decision.getAttribute("id"),
                elements(decision, "decisionTable").findFirst().orElseThrow().getAttribute("hitPolicy"),
                elements(decision, "input")
                        .map(input -> new Input(
                                input.getAttribute("id"),
                                text(input, "inputExpression"),
                                literals(text(input, "inputValues"))))
                        .toList(),
                elements(decision, "output")
                        .map(output -> output.getAttribute("name"))
                        .toList(),
                elements(decision, "rule").map(ModelText::rule).toList());
    }

    private static Rule rule(Element rule) {
        return new Rule(
                rule.getAttribute("id"),
                text(rule, "description"),
                texts(rule, "inputEntry"),
                texts(rule, "outputEntry"));
    }

    private static List<String> texts(Element parent, String name) {
        return elements(parent, name)
                .map(element -> element.getTextContent().strip())
                .toList();
    }

    private static String text(Element parent, String name) {
        return String.join("", texts(parent, name));
    }

    private static Element read() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        try (InputStream source = open()) {
            return factory.newDocumentBuilder().parse(source).getDocumentElement();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("The decision model is not XML", e);
        }
    }
}
