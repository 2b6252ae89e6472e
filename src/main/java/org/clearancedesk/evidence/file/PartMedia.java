package org.clearancedesk.evidence.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** The pictures, sounds and videos of a document: each has to be one, as it would have to be by itself. */
final class PartMedia {

    private static final int LONGEST = 44;

    private static final Map<String, Kind> RECORDINGS = Map.ofEntries(
            Map.entry("audio/mpeg", Kind.MP3),
            Map.entry("audio/mp3", Kind.MP3),
            Map.entry("audio/mp4", Kind.M4A),
            Map.entry("audio/x-m4a", Kind.M4A),
            Map.entry("audio/wav", Kind.WAV),
            Map.entry("audio/x-wav", Kind.WAV),
            Map.entry("audio/aiff", Kind.AIFF),
            Map.entry("audio/x-aiff", Kind.AIFF),
            Map.entry("video/mp4", Kind.MP4),
            Map.entry("video/x-m4v", Kind.MP4),
            Map.entry("video/quicktime", Kind.QUICKTIME));

    /** What pictures begin with, whatever a document calls them: programs take any picture for any other. */
    private static final Map<String, Kind> PICTURES = Map.of(
            "89504e47", Kind.PNG,
            "ffd8ff", Kind.JPEG,
            "47494638", Kind.GIF,
            "49492a00", Kind.TIFF,
            "4d4d002a", Kind.TIFF,
            "52494646", Kind.WEBP);

    private PartMedia() {}

    static boolean isOne(String type) {
        return type.startsWith("image/") || type.startsWith("audio/") || type.startsWith("video/");
    }

    static void look(String name, String type, TemporaryFile part) throws IOException, RejectedFile {
        try {
            if (type.startsWith("image/")) {
                lookAtPicture(part);
                return;
            }
            Kind recording = RECORDINGS.get(type);
            if (recording != null) {
                recording.look(part);
            } else if (!HexFormat.of().formatHex(part.head(4)).startsWith("000001b")) {
                // What is left is video of discs and tapes.
                throw RejectedFile.otherKind();
            }
        } catch (RejectedFile rejectedFile) {
            throw new RejectedFile("holds a part, “%s”, that %s"
                    .formatted(name.substring(name.lastIndexOf('/') + 1), rejectedFile.getMessage()));
        }
    }

    private static void lookAtPicture(TemporaryFile part) throws IOException, RejectedFile {
        byte[] head = part.head(LONGEST);
        String start = HexFormat.of().formatHex(head);
        Optional<Kind> kind = PICTURES.entrySet().stream()
                .filter(picture -> start.startsWith(picture.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (kind.isPresent()) {
            kind.get().look(part);
        } else if (start.startsWith("66747970", 8)) {
            Kind.HEIC.look(part);
        } else if (start.startsWith("424d")) {
            DecodedPicture.look(part, "bmp");
        } else if (!isOfOffice(start, head)) {
            throw RejectedFile.otherKind();
        }
    }

    /** Metafiles of both kinds and JPEG XR, which nothing here can draw. */
    private static boolean isOfOffice(String start, byte[] head) {
        boolean isEnhanced = start.startsWith("01000000")
                && head.length == LONGEST
                && new String(Arrays.copyOfRange(head, 40, LONGEST), StandardCharsets.US_ASCII).equals(" EMF");
        return isEnhanced
                || start.startsWith("d7cdc69a")
                || start.startsWith("01000900")
                || start.startsWith("02000900")
                || start.startsWith("4949bc");
    }
}
