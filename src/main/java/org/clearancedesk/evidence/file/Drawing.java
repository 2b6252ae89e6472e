package org.clearancedesk.evidence.file;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** A drawing (SVG) in a document: only what draws by itself is let in. */
final class Drawing extends PartXml {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String PAGE = "http://www.w3.org/1999/xhtml";

    private static final Set<String> DRAWING = Set.of(
            ("svg g defs symbol use switch title desc metadata style a path rect circle ellipse line polyline polygon"
                            + " text tspan textpath image marker lineargradient radialgradient stop pattern clippath mask"
                            + " filter feblend fecolormatrix fecomponenttransfer fecomposite feconvolvematrix"
                            + " fediffuselighting fedisplacementmap fedistantlight fedropshadow feflood fefunca fefuncb"
                            + " fefuncg fefuncr fegaussianblur feimage femerge femergenode femorphology feoffset"
                            + " fepointlight fespecularlighting fespotlight fetile feturbulence view")
                    .split(" "));

    private static final Pattern ADDRESS =
            Pattern.compile("(url|src|image|image-set)\\(\\s*[\"']?\\s*+(?!#|data:image/(png|jpe?g|gif|webp)[;,])");
    private static final Set<String> LEADING = Set.of("href", "src", "base");

    private final StringBuilder style = new StringBuilder();
    private String element = "";

    @Override
    void begins(XMLStreamReader xml) throws RejectedFile {
        String space = PartTypes.plain(xml.getNamespaceURI());
        element = PartTypes.plain(xml.getLocalName());
        // What is of no kind that is drawn, such as a drawing program's own notes, is passed over by whoever shows it.
        boolean isDrawn = space.isEmpty() || space.equals(SVG);
        if (space.equals(PAGE) || (isDrawn && !DRAWING.contains(element))) {
            throw running();
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String name = PartTypes.plain(xml.getAttributeLocalName(i));
            String value = xml.getAttributeValue(i);
            if (name.startsWith("on")) {
                throw running();
            }
            boolean isClicked = element.equals("a") && Target.isToClick(value);
            if (isDrawn && LEADING.contains(name) && !isClicked && !Target.isInPlace(value)) {
                throw PartLinks.elsewhere();
            }
            if (PartTypes.plain(xml.getAttributeNamespace(i)).isEmpty()) {
                requireNothingFetched(PartTypes.plain(value));
            }
        }
    }

    @Override
    void says(XMLStreamReader xml) {
        if (element.equals("style")) {
            style.append(xml.getText());
        }
    }

    @Override
    void ends(XMLStreamReader xml) throws RejectedFile {
        String said = style.toString().toLowerCase(Locale.ROOT);
        style.setLength(0);
        element = "";
        // Letters may be written as numbers, and then a word is not known by its letters.
        if (said.contains("@import") || said.contains("\\")) {
            throw PartLinks.elsewhere();
        }
        requireNothingFetched(said);
    }

    @Override
    void instructs(XMLStreamReader xml) throws RejectedFile {
        throw PartLinks.elsewhere();
    }

    private static void requireNothingFetched(String said) throws RejectedFile {
        boolean isDisguised = said.contains("\\") && said.contains("(");
        if (isDisguised || ADDRESS.matcher(said).find()) {
            throw PartLinks.elsewhere();
        }
    }

    private static RejectedFile running() {
        return new RejectedFile("holds a drawing that does more than draw. Please save a copy without it, or a PDF.");
    }
}
