package org.clearancedesk.desk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clearancedesk.desk.SampleFile.joined;
import static org.clearancedesk.desk.SampleFile.text;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFileFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@RunningDesk
class HandingInHonestFilesTest {

    private static final String MAIL = "From: Agent\nSent: Monday\nTo: Talent\nSubject: Consent\n\nShe agrees.";

    private final Floor floor;

    HandingInHonestFilesTest(Floor floor) {
        this.floor = floor;
    }

    static Stream<Arguments> oneOfEachKind() throws IOException {
        return Stream.of(
                arguments("consent.pdf", SampleFile.pdf(), "application/pdf"),
                arguments("no-changes-allowed.pdf", SampleFile.lockedPdf("", 256), "application/pdf"),
                arguments("no-changes-allowed-old.pdf", SampleFile.lockedPdf("", 40), "application/pdf"),
                arguments("picture.png", SampleFile.picture("png"), "image/png"),
                arguments("picture.jpg", SampleFile.picture("jpg"), "image/jpeg"),
                arguments("picture.JPEG", SampleFile.picture("jpg"), "image/jpeg"),
                arguments("picture.gif", SampleFile.picture("gif"), "image/gif"),
                arguments("picture.tif", SampleFile.picture("tiff"), "image/tiff"),
                arguments("picture.webp", SampleFile.webp(), "image/webp"),
                arguments("photo.heic", SampleFile.heic(4032, 3024), "image/heic"),
                arguments("note.txt", text("Zoë agrees, größer."), "text/plain"),
                arguments("notes.md", text("# Consent notes\n\n- one\n"), "text/markdown"),
                arguments("uses.csv", text("name;use\nZoë;voice\n"), "text/csv"),
                arguments("mail.eml", text(MAIL), "message/rfc822"),
                arguments(
                        "mbox.eml",
                        text("From agent@desk.example Mon Nov 23 10:00:00 2026\n" + MAIL),
                        "message/rfc822"),
                arguments("voice.mp3", SampleFile.mp3(true), "audio/mpeg"),
                arguments("voice-untagged.mp3", SampleFile.mp3(false), "audio/mpeg"),
                arguments("voice.wav", SampleFile.sound(AudioFileFormat.Type.WAVE), "audio/vnd.wave"),
                arguments("voice.aif", SampleFile.sound(AudioFileFormat.Type.AIFF), "audio/x-aiff"),
                arguments("voice.m4a", SampleFile.movie("M4A "), "audio/mp4"),
                arguments("clip.mp4", SampleFile.movie("isom"), "video/mp4"),
                arguments("clip-of-a-phone.mp4", SampleFile.movie("mp42"), "video/mp4"),
                arguments("clip.m4v", SampleFile.movie("M4V "), "video/mp4"),
                arguments("clip.mov", SampleFile.movie("qt  "), "video/quicktime"),
                arguments("old.mov", SampleFile.movieWithoutBrand(), "video/quicktime"),
                arguments("text.docx", OfficeFile.text().bytes(), "wordprocessingml.document"),
                arguments("sheet.xlsx", OfficeFile.sheet().bytes(), "spreadsheetml.sheet"),
                arguments(
                        "calls.xlsx",
                        OfficeFile.sheet()
                                .with("xl/sheet1.xml", "<c><f>IF(B1=\"phone call (late)\",1,0)</f></c>")
                                .bytes(),
                        "spreadsheetml.sheet"),
                arguments("slides.pptx", OfficeFile.slides().bytes(), "presentationml.presentation"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oneOfEachKind")
    void oneOfEachKindIsTakenUnderItsType(String name, byte[] content, String type) {
        assertThat(floor.as("requester")
                        .upload("/api/evidence", name, content)
                        .expect(201)
                        .json()
                        .get("type")
                        .asText())
                .endsWith(type);
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("consent.txt", text(MAIL)),
                arguments("call-sheet.txt", text("Date: 1 December\nTo: the cast\n\nCall 06:00.")),
                arguments("prompt.txt", text("#!/imagine a lighthouse --ar 16:9")),
                arguments("transcript.txt", text("<html>\nThe model answered: <b>yes</b>\n</html>")),
                arguments("latin1.txt", "Einverständnis für Zoë, größer".getBytes(ISO_8859_1)),
                arguments("notepad.txt", joined(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, text("Zoë"))),
                arguments("unicode.txt", "Zoë agrees.".getBytes(UTF_16)),
                arguments("japanese.txt", "同意します。".getBytes(Charset.forName("ISO-2022-JP"))),
                arguments("old-program.txt", text("She agrees.\u001a")),
                arguments("heading.md", text("From: us\n# Consent notes\n")),
                arguments("page.md", text("<!-- notes -->\n# Consent notes\n<br>\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void aTextIsTakenHoweverItBegins(String name, byte[] content) {
        floor.as("requester").upload("/api/evidence", name, content).expect(201);
    }

    @ParameterizedTest
    @MethodSource("waysOut")
    void whatIsNotTakenIsRefusedWithAWayOut(String name, byte[] content, String wayOut) {
        Map<String, Long> before = floor.rows();

        Answer refused =
                floor.as("requester").upload("/api/evidence", name, content).expectProblemAt(422, "file");

        assertThat(refused.json().get("detail").asText()).contains(name).contains(wayOut);
        assertThat(floor.rows()).isEqualTo(before);
    }

    static Stream<Arguments> waysOut() throws IOException {
        byte[] container = HexFormat.of().parseHex("d0cf11e0a1b11ae1" + "00".repeat(504));
        return Stream.of(
                arguments("photo.jpg", SampleFile.heic(4032, 3024), ".heic"),
                arguments("mail.msg", container, "as .eml"),
                arguments("agreement.doc", container, "as .docx"),
                arguments("agreement.docx", container, "as .docx"),
                arguments(
                        "locked.docx",
                        joined(container, "EncryptedPackage".getBytes(UTF_16LE), new byte[384]),
                        "without a password"),
                arguments("locked.pdf", SampleFile.lockedPdf("open", 40), "without a password"),
                arguments("locked-128.pdf", SampleFile.lockedPdf("open", 128), "without a password"),
                arguments("locked-256.pdf", SampleFile.lockedPdf("open", 256), "without a password"),
                arguments("sound.flac", text("fLaC"), "MP3"),
                arguments("drawing.bmp", text("BM"), "PNG"));
    }
}
