package org.clearancedesk.evidence.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.Tika;
import org.clearancedesk.intake.BadInput;
import org.springframework.stereotype.Component;

/** Tells a file's type from its bytes and refuses what is no evidence. A name alone proves nothing. */
@Component
public class FileTypes {

    private static final String TAKEN =
            "The desk takes PDF, texts (.txt, .md, .csv), office documents (.docx, .xlsx, .pptx),"
                    + " mails (.eml, .emlx), pictures (.png, .jpg, .heic, .gif, .webp, .tif), sound (.mp3, .m4a, .wav, .aif) and video"
                    + " (.mp4, .m4v, .mov).";

    /** How people come from a kind that the desk does not take to one that it takes. */
    private static final Map<String, String> WAYS_OUT = Map.ofEntries(
            Map.entry("msg", "Please save the mail as .eml or as PDF."),
            Map.entry("doc", "Please save it as .docx or PDF."),
            Map.entry("docm", "Please save it as .docx without macros, or as PDF."),
            Map.entry("rtf", "Please save it as .docx or PDF."),
            Map.entry("odt", "Please save it as .docx or PDF."),
            Map.entry("pages", "Please export it as PDF."),
            Map.entry("xls", "Please save it as .xlsx or PDF."),
            Map.entry("xlsm", "Please save it as .xlsx without macros, or as PDF."),
            Map.entry("ods", "Please save it as .xlsx or PDF."),
            Map.entry("ppt", "Please save it as .pptx or PDF."),
            Map.entry("key", "Please export it as PDF."),
            Map.entry("html", "Please print it as PDF."),
            Map.entry("htm", "Please print it as PDF."),
            Map.entry("zip", "Please hand in the files themselves."),
            Map.entry("bmp", "Please save the picture as PNG."),
            Map.entry("avif", "Please save the picture as PNG or JPEG."),
            Map.entry("svg", "Please save the picture as PNG or PDF."),
            Map.entry("psd", "Please save the picture as PNG or TIFF."),
            Map.entry("flac", "Please save the sound as MP3 or WAV."),
            Map.entry("ogg", "Please save the sound as MP3 or WAV."),
            Map.entry("wma", "Please save the sound as MP3 or WAV."),
            Map.entry("avi", "Please save the video as MP4."),
            Map.entry("mkv", "Please save the video as MP4."),
            Map.entry("wmv", "Please save the video as MP4."));

    /**
     * The media type of the bytes.
     *
     * @throws BadInput when the type is not among those allowed, the name's ending claims another one, or the bytes would
     *     harm whoever opens them
     */
    public String check(String name, TemporaryFile content) {
        String ending = Kind.endingOf(name);
        Kind kind = Kind.ending(ending).orElseThrow(() -> notTaken(name, WAYS_OUT.getOrDefault(ending, TAKEN)));
        try {
            if (kind.isBinary()) {
                requireNoOtherKind(kind, content);
            }
            kind.look(content);
            requireNoPdf(kind, content);
            if (!kind.isOffice()) {
                ArchiveMarks.requireNoneIn(content, kind.hasAttachments());
            }
        } catch (RejectedFile rejectedFile) {
            throw new BadInput("file", "“%s” %s".formatted(name, rejectedFile.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kind.type();
    }

    /** Bytes that show another kind that the desk takes as well only have the wrong name. */
    private static void requireNoOtherKind(Kind kind, TemporaryFile content) throws IOException, RejectedFile {
        String shown;
        try (InputStream bytes = content.stream()) {
            shown = Detection.TIKA.detect(bytes);
        }
        Optional<Kind> other = Kind.ofType(shown.equals("image/heif") ? "image/heic" : shown)
                .filter(Kind::isBinary)
                .filter(found -> found != kind && !(BoxedFile.isRecording(found) && BoxedFile.isBoxed(kind)));
        if (other.isPresent()) {
            throw new RejectedFile(
                    "is named like one kind of file but holds another (%s). Please save it under its true"
                                    .formatted(shown)
                            + " ending, %s.".formatted(other.get().ending()));
        }
    }

    /** Readers of PDF open what says so anywhere near its beginning. */
    private static void requireNoPdf(Kind kind, TemporaryFile content) throws IOException, RejectedFile {
        boolean isOther = kind.isBinary() && kind != Kind.PDF;
        if (isOther && new String(content.head(CarriedFile.BEGINNING), StandardCharsets.ISO_8859_1).contains("%PDF-")) {
            throw new RejectedFile("is two files in one, the second a PDF. Please save it again.");
        }
    }

    private static BadInput notTaken(String name, String wayOut) {
        return new BadInput("file", "“%s” is not a kind of file that the desk takes. %s".formatted(name, wayOut));
    }

    /** Tika reads a long list of types when it is made; the desk starts without waiting for it. */
    private static final class Detection {

        static final Tika TIKA = new Tika();
    }
}
