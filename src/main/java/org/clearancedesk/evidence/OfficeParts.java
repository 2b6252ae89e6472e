package org.clearancedesk.evidence;

import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What an office document says of its parts: which types they have, and from where they are taken. */
final class OfficeParts {

    /** In bytes; what goes on after it is cut, and so no whole document any more. */
    static final int LONGEST_DESCRIPTION = 4 * 1024 * 1024;

    private static final Pattern MACROS = Pattern.compile("(?s)(.*/)?vba[^/]*\\.bin");
    private static final Pattern ACTIVE_TYPE = Pattern.compile(".*(macro|vbaproject|activex).*");
    private static final Pattern LOADED_TYPE = Pattern.compile(".*/(attachedtemplate|oleobject|frame|subdocument)");

    private final XMLInputFactory plainXml = plainXml();
    private final Set<String> types = new HashSet<>();

    /** Whether a part of this name tells about the others. */
    static boolean areDescribedIn(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return plain.equals("[content_types].xml") || plain.endsWith(".rels");
    }

    static void requireNoMacros(String name) throws Objection {
        if (MACROS.matcher(name).matches()) {
            throw macros();
        }
    }

    boolean hold(String type) {
        return types.contains(type);
    }

    void read(byte[] description) throws Objection {
        try {
            XMLStreamReader xml = plainXml.createXMLStreamReader(new ByteArrayInputStream(description));
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw Archive.damaged();
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    readElement(xml);
                }
            }
        } catch (XMLStreamException unreadable) {
            throw Archive.damaged();
        }
    }

    private void readElement(XMLStreamReader xml) throws Objection {
        String type = plain(xml.getAttributeValue(null, "ContentType"));
        types.add(type);
        if (ACTIVE_TYPE.matcher(type).matches()) {
            throw macros();
        }
        if (plain(xml.getAttributeValue(null, "TargetMode")).equals("external")
                && LOADED_TYPE
                        .matcher(plain(xml.getAttributeValue(null, "Type")))
                        .matches()) {
            throw new Objection(
                    "loads parts of itself from elsewhere when it is opened. Please save a copy without them.");
        }
    }

    private static String plain(@Nullable String value) {
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }

    private static Objection macros() {
        return new Objection("holds macros or controls that run. Please save a copy without them, or a PDF.");
    }

    private static XMLInputFactory plainXml() {
        XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return xml;
    }
}
