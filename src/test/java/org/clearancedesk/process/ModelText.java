package org.clearancedesk.process;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.clearancedesk.engine.StepListeners;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A process model as it is deployed. */
record ModelText(String file, Element root) {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String ENGINE = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");

    static final List<ModelText> ALL = List.of(
            read("genai-clearance.bpmn"),
            read("send-notice.bpmn"),
            read("approval-in-force.bpmn"),
            read("take-checkpoint.bpmn"));
    static final ModelText CLEARANCE = ALL.get(0);
    static final ModelText IN_FORCE = ALL.get(2);

    /** Every task, event and gateway that a token can stand on. */
    Set<String> flowNodes() {
        return Stream.of(
                        "startEvent",
                        "endEvent",
                        "serviceTask",
                        "userTask",
                        "businessRuleTask",
                        "exclusiveGateway",
                        "inclusiveGateway",
                        "parallelGateway",
                        "intermediateCatchEvent",
                        "boundaryEvent")
                .flatMap(kind -> ids(kind).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> sequenceFlows() {
        return ids("sequenceFlow");
    }

    Set<String> ids(String kind) {
        return elements(kind).map(each -> each.getAttribute("id")).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The elements of one kind, such as {@code userTask}. */
    Stream<Element> elements(String kind) {
        return elements(root, BPMN, kind);
    }

    Stream<Element> listeners(String kind) {
        return listeners(root, kind);
    }

    static Stream<Element> listeners(Element within, String kind) {
        return elements(within, ENGINE, kind);
    }

    /** Beans that do something: delegates of tasks and listeners. */
    Set<String> beans(String attributesOf) {
        return Stream.concat(elements(attributesOf), listeners(attributesOf))
                .map(each ->
                        each.getAttributeNS(ENGINE, "delegateExpression") + each.getAttribute("delegateExpression"))
                .filter(expression -> !expression.isEmpty())
                .flatMap(expression -> BEAN.matcher(expression).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every expression in attributes and texts. */
    List<String> expressions() {
        return elements(root, "*", "*")
                .flatMap(element -> Stream.concat(
                        IntStream.range(0, element.getAttributes().getLength())
                                .mapToObj(
                                        index -> ((Attr) element.getAttributes().item(index)).getValue()),
                        children(element)
                                .filter(child -> child.getNodeType() == Node.TEXT_NODE)
                                .map(Node::getNodeValue)))
                .filter(text -> text.contains("${"))
                .map(String::strip)
                .toList();
    }

    static String attribute(Element element, String name) {
        return element.getAttributeNS(ENGINE, name);
    }

    private static Stream<Node> children(Element element) {
        return IntStream.range(0, element.getChildNodes().getLength()).mapToObj(element.getChildNodes()::item);
    }

    private static Stream<Element> elements(Element parent, String namespace, String name) {
        NodeList found = parent.getElementsByTagNameNS(namespace, name);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
    }

    private static ModelText read(String file) {
        try {
            return read(file, StepListeners.attachTo(Files.readString(Path.of("bpmn", file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ModelText read(String file, String text) {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        try {
            return new ModelText(
                    file,
                    factory.newDocumentBuilder()
                            .parse(new InputSource(new StringReader(text)))
                            .getDocumentElement());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(file + " is not XML", e);
        }
    }
}
