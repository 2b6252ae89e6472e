package org.clearancedesk.evidence.file;

import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** What the attributes of a part's elements show, follow, compute and run. */
final class PartAttributes {

    private static final Set<String> ON_CLICK = Set.of("hyperlink", "hlinkclick");
    private static final Set<String> SHOWING = Set.of("imagedata", "fill", "stroke", "image", "use", "feimage");
    private static final Set<String> SOURCES = Set.of("worksheetsource", "rangeset", "dataref");

    private static final Pattern NOTED = Pattern.compile(".*(url|location|file|filename|schemaref)");
    private static final Pattern COMPUTED = Pattern.compile("formula|fmla[a-z]+|textlink|macro");
    private static final Pattern HANDLER = Pattern.compile("on(action|load|click|begin|end|error|mouse[a-z]+)");

    /** Turning to another slide, or nothing at all. */
    private static final Pattern SHOWS_A_SLIDE = Pattern.compile(
            "(ppaction://(noaction|media|hlinksldjump|hlinkshowjump\\?jump=[a-z]+|customshow\\?id=[0-9]+(&return=[a-z]+)?))?");

    private final String part;
    private final PartLinks links;

    PartAttributes(String part, PartLinks links) {
        this.part = part;
        this.links = links;
    }

    void look(XMLStreamReader xml, String element) throws RejectedFile {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String attribute = PartTypes.plain(xml.getAttributeLocalName(i));
            String value = xml.getAttributeValue(i);
            boolean isRelation = PartTypes.plain(xml.getAttributeNamespace(i)).endsWith("/relationships");
            if (!ON_CLICK.contains(element)) {
                links.requireNotToClick(part, value);
            }
            if (!isRelation) {
                requireNotOutside(element, attribute, value);
                requireHarmless(element, attribute, value);
            }
        }
    }

    private static void requireNotOutside(String element, String attribute, String value) throws RejectedFile {
        boolean isClicked = attribute.equals("href") && !SHOWING.contains(element);
        boolean isShown = !isClicked && (attribute.contains("href") || attribute.contains("src"));
        if (isClicked && !Target.isToClick(value)) {
            throw Target.astray(value);
        }
        if ((isShown && !Target.isWithin(value))
                || (NOTED.matcher(attribute).matches() && !Target.isNoted(value))
                || (SOURCES.contains(element) && Target.isOfAnother(value))
                || (attribute.equals("embeddedhtml") && !value.isBlank())) {
            throw PartLinks.elsewhere();
        }
    }

    private static void requireHarmless(String element, String attribute, String value) throws RejectedFile {
        String plain = PartTypes.plain(value);
        boolean isAction = attribute.equals("action") && (element.startsWith("hlink") || plain.startsWith("ppaction:"));
        if (isAction && !SHOWS_A_SLIDE.matcher(plain).matches()) {
            throw FieldCode.running();
        }
        if (HANDLER.matcher(attribute).matches()) {
            throw new RejectedFile("holds a drawing that runs programs. Please save a copy without it, or a PDF.");
        }
        if (COMPUTED.matcher(attribute).matches() || (element.equals("cfvo") && attribute.equals("val"))) {
            Formula.requireHarmless(value);
        }
    }
}
