package org.clearancedesk.evidence.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.springframework.util.StringUtils;

/** Where the parts of an office document lead. Only what somebody clicks on may lead outside of it. */
final class PartLinks extends PartXml {

    private static final Pattern HYPERLINK = Pattern.compile(
            "http://(schemas\\.openxmlformats\\.org/officedocument/2006|purl\\.oclc\\.org/ooxml/officedocument)"
                    + "/relationships/hyperlink");
    private static final Pattern OUTSIDE = Pattern.compile("(?s)([a-z][a-z0-9+.-]*:|//|\\\\).*");
    private static final Pattern CLICKABLE =
            Pattern.compile("(?s)(https?|mailto|tel):.*|(?![a-z][a-z0-9+.-]*:|//|\\\\).*");
    private static final Pattern LOADED =
            Pattern.compile(".*/(afchunk|attachedtemplate|oleobject|control|activexcontrolbinary|externallink[a-z]*"
                    + "|connections|querytable|volatiledependencies|webextension[a-z]*|vbaproject|xl(intl)?macrosheet"
                    + "|mailmerge[a-z]*|recipientdata|subdocument)");

    private static final Pattern TEMPLATE = Pattern.compile(".*/attachedtemplate");

    /** A place on the same computer: two slashes in a row, or a host, would be another one. */
    private static final Pattern LOCAL =
            Pattern.compile("(file:///|file://localhost/|/)?([a-z]:/?)?([^:/?*|<>\"]+/){0,50}[^:/?*|<>\"]+");

    private final Set<String> toClick = new HashSet<>();
    private final Set<String> followed = new HashSet<>();
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
        String target = decoded(PartTypes.plain(xml.getAttributeValue(null, "Target")));
        boolean isExternal =
                PartTypes.plain(xml.getAttributeValue(null, "TargetMode")).equals("external");
        boolean isOutside = isExternal || OUTSIDE.matcher(target).matches() || target.contains("\\");
        if (HYPERLINK.matcher(type).matches()) {
            if (!CLICKABLE.matcher(target).matches()) {
                throw elsewhere();
            }
            toClick.add(part + " " + xml.getAttributeValue(null, "Id"));
        } else if (isExternal
                && TEMPLATE.matcher(type).matches()
                && LOCAL.matcher(target.replace('\\', '/')).matches()) {
            // Word looks for the template that somebody wrote with, and goes on without it.
        } else if (isOutside || LOADED.matcher(type).matches()) {
            throw elsewhere();
        }
    }

    private static String decoded(String target) {
        return StringUtils.uriDecode(target.replaceAll("%(?![0-9a-f]{2})", "%25"), StandardCharsets.UTF_8);
    }

    /** Remembers that a part shows what a link leads to, without a click. */
    void isFollowed(String from, String id) {
        followed.add(from + " " + id);
    }

    void requireNoneFollowed() throws RejectedFile {
        if (followed.stream().anyMatch(toClick::contains)) {
            throw elsewhere();
        }
    }

    static RejectedFile elsewhere() {
        return new RejectedFile(
                "loads parts of itself from elsewhere when it is opened. Please save a copy without them, or a PDF.");
    }
}
