package org.clearancedesk.evidence.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Where the parts of an office document lead. Only what somebody clicks on may lead outside of it. */
final class PartLinks extends PartXml {

    private static final Pattern HYPERLINK = Pattern.compile(
            "http://(schemas\\.openxmlformats\\.org/officedocument/2006|purl\\.oclc\\.org/ooxml/officedocument)"
                    + "/relationships/hyperlink");
    private static final Pattern LOADED =
            Pattern.compile(".*/(afchunk|attachedtemplate|oleobject|control|activexcontrolbinary|externallink[a-z]*"
                    + "|connections|querytable|volatiledependencies|webextension[a-z]*|vbaproject|xl(intl)?macrosheet"
                    + "|mailmerge[a-z]*|recipientdata|subdocument)");

    private static final Pattern TEMPLATE = Pattern.compile(".*/attachedtemplate");

    /** A place on the same computer: two slashes in a row, or a host, would be another one. */
    private static final Pattern LOCAL =
            Pattern.compile("(file:///|file://localhost/|/)?([a-z]:/?)?([^:/?*|<>\"]+/){0,50}[^:/?*|<>\"]+");

    private final Set<String> toClick = new HashSet<>();
    private String part = "";

    /** Whether a part of this name tells where another leads. */
    static boolean areIn(String name) {
        return name.endsWith(".rels");
    }

    void read(String name, InputStream links) throws IOException, RejectedFile {
        part = name.replaceFirst("(^|/)_rels/([^/]*)\\.rels$", "$1$2");
        read(links);
    }

    @Override
    void begins(XMLStreamReader xml) throws RejectedFile {
        String type = PartTypes.plain(xml.getAttributeValue(null, "Type"));
        String target = Objects.requireNonNullElse(xml.getAttributeValue(null, "Target"), "");
        boolean isExternal =
                PartTypes.plain(xml.getAttributeValue(null, "TargetMode")).equals("external");
        if (HYPERLINK.matcher(type).matches()) {
            if (!Target.isToClick(target) && (isExternal || !Target.isWithin(target))) {
                throw Target.astray(target);
            }
            toClick.add(known(part, xml.getAttributeValue(null, "Id")));
        } else if (isExternal && TEMPLATE.matcher(type).matches() && isLocal(target)) {
            // Word looks for the template that somebody wrote with, and goes on without it.
        } else if (isExternal
                || !Target.isWithin(target)
                || LOADED.matcher(type).matches()) {
            throw elsewhere();
        }
    }

    private static boolean isLocal(String target) {
        return LOCAL.matcher(PartTypes.plain(Target.decoded(target)).replace('\\', '/'))
                .matches();
    }

    /** A part may show or follow by itself what a link leads to, under whatever name it is told to; a click has to come first. */
    void requireNotToClick(String from, String id) throws RejectedFile {
        if (toClick.contains(known(from, id))) {
            throw elsewhere();
        }
    }

    private static String known(String from, @Nullable String id) {
        return from + " " + (id == null ? "" : id.strip());
    }

    static RejectedFile elsewhere() {
        return new RejectedFile(
                "loads parts of itself from elsewhere when it is opened. Please save a copy without them, or a PDF.");
    }
}
