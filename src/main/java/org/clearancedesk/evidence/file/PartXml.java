package org.clearancedesk.evidence.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the XML of a part element by element, and never more of it into memory than an honest one needs. */
abstract class PartXml {

    /** In bytes: no honest element says more between its brackets. */
    private static final int LONGEST_STRETCH = 8 * 1024 * 1024;

    private static final int MOST_NAMES = 10_000;
    private static final Set<String> ENCODINGS = Set.of("utf-8", "us-ascii", "utf-16", "utf-16le", "utf-16be");

    private static final XMLInputFactory PLAIN_XML = plainXml();

    abstract void begins(XMLStreamReader xml) throws RejectedFile;

    void ends(XMLStreamReader xml) throws RejectedFile {}

    void says(XMLStreamReader xml) throws RejectedFile {}

    void instructs(XMLStreamReader xml) throws RejectedFile {}

    void read(InputStream part) throws IOException, RejectedFile {
        Set<String> names = new HashSet<>();
        try {
            XMLStreamReader xml = PLAIN_XML.createXMLStreamReader(new Stretches(part));
            String encoding = xml.getCharacterEncodingScheme();
            if (encoding != null && !ENCODINGS.contains(encoding.toLowerCase(Locale.ROOT))) {
                throw OfficeDocument.damaged();
            }
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw OfficeDocument.damaged();
                    case XMLStreamConstants.START_ELEMENT -> {
                        names.add(xml.getLocalName());
                        begins(xml);
                    }
                    case XMLStreamConstants.END_ELEMENT -> ends(xml);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> says(xml);
                    case XMLStreamConstants.PROCESSING_INSTRUCTION -> instructs(xml);
                    default -> {}
                }
                if (names.size() > MOST_NAMES) {
                    throw OfficeDocument.damaged();
                }
            }
        } catch (XMLStreamException unreadable) {
            if (unreadable.getNestedException() instanceof InflationLimit.TooMuch tooMuch) {
                throw tooMuch;
            }
            throw OfficeDocument.damaged();
        }
    }

    private static XMLInputFactory plainXml() {
        XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return xml;
    }

    /** Stops where an element, a text or an attribute would not end, so that none of them fills the memory. */
    private static final class Stretches extends FilterInputStream {

        private int stretch;

        Stretches(InputStream part) {
            super(part);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            pass(read);
            return read;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int read = super.read(to, from, length);
            for (int i = 0; i < read; i++) {
                pass(to[from + i]);
            }
            return read;
        }

        private void pass(int next) throws IOException {
            stretch = next == '<' ? 0 : stretch + 1;
            if (stretch > LONGEST_STRETCH) {
                throw new IOException("A part goes on and on.");
            }
        }
    }
}
