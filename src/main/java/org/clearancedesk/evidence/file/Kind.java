package org.clearancedesk.evidence.file;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that the desk takes, each with the endings of their names and a look at their bytes. */
enum Kind {
    PDF("application/pdf", PdfFile::look, "pdf"),
    PNG("image/png", Picture::png, "png"),
    JPEG("image/jpeg", Picture::jpeg, "jpg", "jpeg", "jfif"),
    GIF("image/gif", Picture::gif, "gif"),
    TIFF("image/tiff", TiffPicture::look, "tif", "tiff"),
    WEBP("image/webp", ChunkedFile::webp, "webp"),
    HEIC("image/heic", BoxedFile::picture, "heic", "heif", "hif"),
    TEXT("text/plain", TextFile::text, "txt"),
    MARKDOWN("text/markdown", TextFile::text, "md"),
    TABLE("text/csv", TextFile::text, "csv"),
    MAIL("message/rfc822", TextFile::mail, "eml", "emlx"),
    MP3("audio/mpeg", Mp3File::look, "mp3"),
    WAV("audio/vnd.wave", ChunkedFile::wave, "wav"),
    AIFF("audio/x-aiff", ChunkedFile::aiff, "aif", "aiff"),
    M4A("audio/mp4", BoxedFile::recording, "m4a"),
    MP4("video/mp4", BoxedFile::recording, "mp4", "m4v"),
    QUICKTIME("video/quicktime", BoxedFile::recording, "mov"),
    WORD(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            file -> OfficeDocument.look(file, "wordprocessingml.document"),
            "docx"),
    SHEET(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            file -> OfficeDocument.look(file, "spreadsheetml.sheet"),
            "xlsx"),
    SLIDES(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            file -> OfficeDocument.look(file, "presentationml.presentation"),
            "pptx");

    private final String type;
    private final Look look;
    private final List<String> endings;

    Kind(String type, Look look, String... endings) {
        this.type = type;
        this.look = look;
        this.endings = List.of(endings);
    }

    /** What a file's name ends with, in small letters; the name itself when it has no ending. */
    static String endingOf(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> ending(String ending) {
        return Arrays.stream(values())
                .filter(kind -> kind.endings.contains(ending))
                .findFirst();
    }

    static Optional<Kind> ofType(String type) {
        return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }

    String type() {
        return type;
    }

    /** The usual ending, with its dot. */
    String ending() {
        return "." + endings.get(0);
    }

    /** Whether other bytes would show; a text shows nothing of its own, and office documents look at their archive. */
    boolean isBinary() {
        return !type.startsWith("text/") && this != MAIL;
    }

    /** Whether other files may be attached to it as they are. */
    boolean hasAttachments() {
        return this == PDF;
    }

    boolean isOffice() {
        return this == WORD || this == SHEET || this == SLIDES;
    }

    void look(TemporaryFile file) throws IOException, RejectedFile {
        look.at(file);
    }

    /** Finds out whether a file is of a kind and does no harm. */
    private interface Look {

        void at(TemporaryFile file) throws IOException, RejectedFile;
    }
}
