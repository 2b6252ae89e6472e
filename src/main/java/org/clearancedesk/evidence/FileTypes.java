package org.clearancedesk.evidence;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.tika.Tika;
import org.clearancedesk.request.BadInput;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a file's type from its bytes and refuses what is no evidence. A name alone proves nothing. */
@Component
class FileTypes {

    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("application/pdf", Set.of("pdf")),
            Map.entry("image/png", Set.of("png")),
            Map.entry("image/jpeg", Set.of("jpg", "jpeg")),
            Map.entry("image/gif", Set.of("gif")),
            Map.entry("image/webp", Set.of("webp")),
            Map.entry("image/tiff", Set.of("tif", "tiff")),
            Map.entry("text/plain", Set.of("txt", "md", "csv")),
            Map.entry("text/csv", Set.of("csv")),
            Map.entry("text/x-web-markdown", Set.of("md")),
            Map.entry("message/rfc822", Set.of("eml")),
            Map.entry("audio/mpeg", Set.of("mp3")),
            Map.entry("audio/vnd.wave", Set.of("wav")),
            Map.entry("video/mp4", Set.of("mp4", "m4v")),
            Map.entry("video/quicktime", Set.of("mov")),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Set.of("docx")),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Set.of("xlsx")),
            Map.entry("application/vnd.openxmlformats-officedocument.presentationml.presentation", Set.of("pptx")));

    /** The type that the main part of each kind of office document has. */
    private static final Map<String, String> MAIN_PARTS = Map.of(
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml");

    /**
     * The media type of the bytes.
     *
     * @throws BadInput when the type is not among those allowed, the name's ending claims another one, or the bytes would
     *     harm whoever opens them
     */
    String check(String name, byte[] content) {
        String type = Detection.TIKA.detect(content, name);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Set<String> endings = ALLOWED.get(type);
        if (endings == null || !tikaAgreesWithoutName(content, type)) {
            throw notTaken(name);
        }
        if (!endings.contains(ending)) {
            throw new BadInput(
                    "file",
                    "“%s” is named like one kind of file but holds another (%s). Please save it under its true ending."
                            .formatted(name, type));
        }
        try {
            requireHarmless(name, type, MAIN_PARTS.get(ending), content);
        } catch (Objection objection) {
            throw new BadInput("file", "“%s” %s".formatted(name, objection.getMessage()));
        }
        return type;
    }

    private static void requireHarmless(String name, String type, @Nullable String mainPart, byte[] content)
            throws Objection {
        Picture.requireReasonable(type, content);
        if (mainPart != null) {
            // Any other archive under the name of an office document is no document.
            if (!Archive.look(content).hold(mainPart)) {
                throw notTaken(name);
            }
        } else if (Signature.endsAsArchive(content)) {
            throw new Objection("is two files in one, the second an archive. Please save it again.");
        }
    }

    private static BadInput notTaken(String name) {
        return new BadInput(
                "file",
                "“%s” is not a kind of file that the desk takes. Please hand in a PDF, a picture, a text, an office "
                                .formatted(name)
                        + "document, a mail, sound or video.");
    }

    /** Bytes that show their own type overrule the name: an executable called .pdf is an executable. */
    private boolean tikaAgreesWithoutName(byte[] content, String type) {
        String shown = Detection.TIKA.detect(content);
        return shown.equals(type)
                || (type.startsWith("text/") && shown.equals("text/plain"))
                || (type.equals("message/rfc822") && shown.startsWith("text/"))
                || (type.startsWith("application/vnd.openxmlformats") && shown.equals("application/zip"))
                || (type.startsWith("application/vnd.openxmlformats") && shown.equals("application/x-tika-ooxml"))
                || (type.startsWith("video/") && (shown.equals("application/mp4") || shown.equals("video/quicktime")));
    }

    /** Tika reads a long list of types when it is made; the desk starts without waiting for it. */
    private static final class Detection {

        static final Tika TIKA = new Tika();
    }
}
