package org.clearancedesk.evidence.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What an office document says of its parts' types, and which of them are let in. */
final class PartTypes extends PartXml {

    private static final Pattern MACROS = Pattern.compile("(?s)(.*/)?vba[^/]*\\.bin");
    private static final Pattern ACTIVE = Pattern.compile(".*(macro|vbaproject|activex|webextension).*");

    /** Parts that fetch from elsewhere, or that only another program understands. */
    private static final Pattern REFUSED =
            Pattern.compile(".*(externallink|connections|querytable|volatiledependencies|oleobject).*");

    private static final Pattern ALLOWED =
            Pattern.compile("application/vnd\\.openxmlformats-(officedocument|package)\\."
                    + "[a-z0-9.-]+\\+xml|application/vnd\\.ms-(word|excel|powerpoint|office)\\.[a-z0-9.-]+\\+xml"
                    + "|application/(xml|inkml\\+xml|x-fontdata|vnd\\.openxmlformats-package\\.digital-signature-origin)"
                    + "|application/vnd\\.openxmlformats-officedocument\\.(vmldrawing|obfuscatedfont|[a-z]+\\.printersettings)"
                    + "|application/vnd\\.openxmlformats-officedocument\\.(wordprocessingml\\.document|spreadsheetml\\.sheet"
                    + "|presentationml\\.presentation)"
                    + "|image/(png|jpe?g|pjpeg|gif|tiff?|bmp|x-bmp|webp|heic|heif|(x-)?emf|(x-)?wmf|svg\\+xml|vnd\\.ms-photo)"
                    + "|audio/(mpeg|mp3|mp4|x-m4a|wav|x-wav|aiff|x-aiff)|video/(mp4|quicktime|mpeg|x-m4v)");

    private static final Set<String> ENDINGS = Set.of(
            "xml", "rels", "vml", "png", "jpg", "jpeg", "jpe", "gif", "tif", "tiff", "bmp", "webp", "heic", "heif",
            "emf", "wmf", "svg", "wdp", "bin", "fntdata", "odttf", "docx", "xlsx", "pptx", "mp3", "m4a", "wav", "aif",
            "aiff", "mp4", "m4v", "mov", "mpg", "mpeg", "psmdcp", "sigs");

    private final Map<String, String> byEnding = new HashMap<>();
    private final Map<String, String> byName = new HashMap<>();

    static void requireNoMacros(String name) throws RejectedFile {
        if (MACROS.matcher(name).matches()) {
            throw macros();
        }
    }

    @Override
    void begins(XMLStreamReader xml) throws RejectedFile {
        String type = plain(xml.getAttributeValue(null, "ContentType"));
        if (ACTIVE.matcher(type).matches()) {
            throw macros();
        }
        byEnding.put(plain(xml.getAttributeValue(null, "Extension")), type);
        byName.put(plain(xml.getAttributeValue(null, "PartName")).replaceFirst("^/", ""), type);
    }

    @Override
    void read(InputStream part) throws IOException, RejectedFile {
        super.read(part);
        byEnding.remove("");
        byName.remove("");
    }

    private String of(String name) {
        return byName.getOrDefault(name, byEnding.getOrDefault(Kind.endingOf(name), ""));
    }

    boolean isDrawing(String name) {
        return of(name).equals("image/svg+xml") || Kind.endingOf(name).equals("svg");
    }

    /** The type of a picture, a sound or a video; empty when this part is none. */
    Optional<String> mediaIn(String name) {
        return Optional.of(of(name)).filter(type -> PartMedia.isOne(type) && !isDrawing(name));
    }

    boolean isXml(String name) {
        String type = of(name);
        return type.endsWith("+xml") || type.endsWith("/xml") || type.endsWith(".vmldrawing") || name.endsWith(".xml");
    }

    /** The type of the main part that a document within has, when this part is one. */
    String mainTypeWithin(String name) {
        return of(name) + ".main+xml";
    }

    void requireMainPart(String type) throws RejectedFile {
        if (!byName.containsValue(type)) {
            throw RejectedFile.otherKind();
        }
    }

    void requireAllowed(String name) throws RejectedFile {
        String type = of(name);
        boolean isKnown =
                ENDINGS.contains(Kind.endingOf(name)) && ALLOWED.matcher(type).matches();
        if (REFUSED.matcher(type).matches() || !isKnown) {
            throw new RejectedFile("holds a part that fetches, runs or is for another program (%s). "
                            .formatted(name.substring(name.lastIndexOf('/') + 1))
                    + "Please save a copy without it, or a PDF.");
        }
    }

    static String plain(@Nullable String value) {
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }

    private static RejectedFile macros() {
        return new RejectedFile("holds macros or controls that run. Please save a copy without them, or a PDF.");
    }
}
