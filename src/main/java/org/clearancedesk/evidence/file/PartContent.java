package org.clearancedesk.evidence.file;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** What a part says: fields and formulas that fetch or run, and drawings with pictures from elsewhere. */
final class PartContent extends PartXml {

    private static final Set<String> LOADING = Set.of(
            "mailmerge", "altchunk", "subdoc", "ddelink", "script", "webpr", "dbpr", "olappr", "textpr", "webvideopr");
    private static final Set<String> VERSIONS = Set.of("choice", "fallback");
    private static final Set<String> INSTRUCTIONS = Set.of("instrtext", "delinstrtext");

    private final PartAttributes attributes;
    private final PartFields fields = new PartFields();

    /** What each element of a formula says by itself, the innermost first: nobody knows how a program takes elements in it. */
    private final Deque<StringBuilder> pieces = new ArrayDeque<>();

    private final StringBuilder formula = new StringBuilder();
    private final StringBuilder base = new StringBuilder();
    private String element = "";

    PartContent(String name, PartLinks links) {
        attributes = new PartAttributes(name, links);
    }

    @Override
    void begins(XMLStreamReader xml) throws RejectedFile {
        if (INSTRUCTIONS.contains(element)) {
            throw FieldCode.running();
        }
        element = nameOf(xml);
        if (LOADING.contains(element)) {
            throw PartLinks.elsewhere();
        }
        if (VERSIONS.contains(element)) {
            fields.beginsVersion();
        }
        if (!pieces.isEmpty() || isFormula(element)) {
            pieces.push(new StringBuilder());
        }
        attributes.look(xml, element);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String attribute = PartTypes.plain(xml.getAttributeLocalName(i));
            if (element.equals("fldsimple") && attribute.equals("instr")) {
                FieldCode.requireHarmless(xml.getAttributeValue(i));
            } else if (element.equals("fldchar") && attribute.equals("fldchartype")) {
                fields.at(PartTypes.plain(xml.getAttributeValue(i)));
            }
        }
    }

    @Override
    void says(XMLStreamReader xml) throws RejectedFile {
        if (INSTRUCTIONS.contains(element)) {
            fields.says(xml.getText(), element.equals("delinstrtext"));
        } else if (!pieces.isEmpty()) {
            formula.append(xml.getText());
            pieces.element().append(xml.getText());
            if (formula.length() > Formula.LONGEST) {
                throw Formula.tooLong();
            }
        } else if (element.equals("hyperlinkbase")) {
            base.append(xml.getText());
        }
    }

    @Override
    void ends(XMLStreamReader xml) throws RejectedFile {
        if (!pieces.isEmpty()) {
            Formula.requireHarmless(pieces.pop().toString());
            if (pieces.isEmpty()) {
                Formula.requireHarmless(formula.toString());
                formula.setLength(0);
            }
        }
        if (!Target.isToClick(base.toString())) {
            throw Target.astray(base.toString());
        }
        base.setLength(0);
        if (VERSIONS.contains(nameOf(xml))) {
            fields.endsVersion();
        }
        element = "";
    }

    private static String nameOf(XMLStreamReader xml) {
        return xml.getLocalName().toLowerCase(Locale.ROOT);
    }

    private static boolean isFormula(String element) {
        return element.equals("f")
                || element.equals("nf")
                || element.equals("definedname")
                || element.startsWith("formula")
                || element.startsWith("fmla")
                || element.endsWith("formula");
    }
}
