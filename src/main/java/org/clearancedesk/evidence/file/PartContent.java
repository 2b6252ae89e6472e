package org.clearancedesk.evidence.file;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** What a part says: fields and formulas that fetch or run, and drawings with pictures from elsewhere. */
final class PartContent extends PartXml {

    private static final int LONGEST_INSTRUCTION = 4_000;
    private static final Set<String> ON_CLICK = Set.of("hyperlink", "hlinkclick", "hlinkhover", "hlinkmouseover");
    private static final Set<String> LOADING = Set.of("mailmerge", "altchunk", "subdoc", "ddelink", "script");
    private static final Set<String> SHOWING = Set.of("imagedata", "fill", "stroke", "image", "use", "feimage");
    private static final Pattern OUTSIDE = Pattern.compile("(?s)\\s*((?!data:)[a-z][a-z0-9+.-]*:|//|\\\\).*");
    private static final Set<String> SOURCES = Set.of("worksheetsource", "rangeset", "dataref");

    /** The files of another computer, or an address, wherever it stands in the name of a sheet. */
    private static final Pattern OF_ANOTHER = Pattern.compile("//|\\\\\\\\|:\\\\|file:");

    private static final Pattern LEADS_ASTRAY =
            Pattern.compile("(?s)\\s*(file:|smb:|javascript:|vbscript:|ms-[a-z-]+:|//|\\\\).*");
    private static final Pattern RUNS = Pattern.compile("ppaction://(program|macro|ole).*");

    private final String name;
    private final PartLinks links;
    private final Deque<StringBuilder> fields = new ArrayDeque<>();
    private final StringBuilder formula = new StringBuilder();
    private String element = "";
    private int insideInstruction;

    PartContent(String name, PartLinks links) {
        this.name = name;
        this.links = links;
    }

    @Override
    void begins(XMLStreamReader xml) throws RejectedFile {
        element = xml.getLocalName().toLowerCase(Locale.ROOT);
        if (LOADING.contains(element)) {
            throw PartLinks.elsewhere();
        }
        if (element.equals("instrtext") || insideInstruction > 0) {
            insideInstruction++;
        }
        boolean onClick = ON_CLICK.contains(element);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String space = PartTypes.plain(xml.getAttributeNamespace(i));
            String attribute = PartTypes.plain(xml.getAttributeLocalName(i));
            String value = xml.getAttributeValue(i);
            if (space.endsWith("/relationships") && !onClick) {
                links.isFollowed(name, value);
            }
            requireNothingShown(attribute, value);
            if (attribute.equals("action")
                    && RUNS.matcher(PartTypes.plain(value)).matches()) {
                throw FieldCode.running();
            }
            if (element.equals("fldsimple") && attribute.equals("instr")) {
                FieldCode.requireHarmless(value);
            } else if (element.equals("fldchar") && attribute.equals("fldchartype")) {
                field(PartTypes.plain(value));
            }
        }
    }

    private void requireNothingShown(String attribute, String value) throws RejectedFile {
        boolean leads = (attribute.equals("src") || attribute.equals("href"))
                && OUTSIDE.matcher(value.toLowerCase(Locale.ROOT)).matches();
        boolean leadsAstray = attribute.equals("href")
                && LEADS_ASTRAY.matcher(value.toLowerCase(Locale.ROOT)).matches();
        boolean isOfAnother = SOURCES.contains(element)
                && OF_ANOTHER.matcher(value.toLowerCase(Locale.ROOT)).find();
        if ((leads && SHOWING.contains(element)) || leadsAstray || isOfAnother) {
            throw PartLinks.elsewhere();
        }
        if (attribute.matches("on(load|click|begin|end|error|mouse[a-z]+)")) {
            throw new RejectedFile("holds a drawing that runs programs. Please save a copy without it, or a PDF.");
        }
    }

    private void field(String type) throws RejectedFile {
        if (type.equals("begin")) {
            // Whose name is made when it is opened, nobody knows before.
            if (!fields.isEmpty() && fields.peek().toString().isBlank()) {
                throw FieldCode.running();
            }
            fields.push(new StringBuilder());
        } else if (!fields.isEmpty()) {
            StringBuilder instruction = fields.peek();
            FieldCode.requireHarmless(instruction.toString());
            // From here on it is what the field has last shown.
            instruction.append(" .");
            if (type.equals("end")) {
                fields.pop();
            }
        }
    }

    @Override
    void says(XMLStreamReader xml) throws RejectedFile {
        if (insideInstruction > 0) {
            String said = FieldCode.plain(xml.getText());
            if (fields.isEmpty()) {
                FieldCode.requireHarmless(said);
            } else if (fields.peek().length() < LONGEST_INSTRUCTION && !isMoreBlank(fields.peek(), said)) {
                fields.peek().append(said);
            }
        } else if (isFormula(element)) {
            if (formula.length() < LONGEST_INSTRUCTION * 4) {
                formula.append(xml.getText());
            }
        }
    }

    @Override
    void ends(XMLStreamReader xml) throws RejectedFile {
        if (formula.length() > 0) {
            Formula.requireHarmless(formula.toString());
            formula.setLength(0);
        }
        element = "";
        if (insideInstruction > 0) {
            insideInstruction--;
        }
    }

    private static boolean isFormula(String element) {
        return element.equals("f")
                || element.equals("definedname")
                || element.startsWith("formula")
                || element.endsWith("formula");
    }

    /** Blanks before an instruction would leave no room for it. */
    private static boolean isMoreBlank(StringBuilder instruction, String said) {
        return said.isBlank() && (instruction.length() == 0 || instruction.charAt(instruction.length() - 1) == ' ');
    }
}
