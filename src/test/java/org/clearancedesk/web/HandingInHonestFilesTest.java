package org.clearancedesk.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clearancedesk.web.SampleFile.joined;
import static org.clearancedesk.web.SampleFile.text;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFileFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@RunningDesk
class HandingInHonestFilesTest {

    private static final String MAIL = "From: Agent\nSent: Monday\nTo: Talent\nSubject: Consent\n\nShe agrees.";

    private static final String PROPERTIES =
            "<?xml version=\"1.0\"?>\n<plist version=\"1.0\"><dict><key>flags</key><integer>1</integer></dict></plist>\n";

    private final Floor floor;

    HandingInHonestFilesTest(Floor floor) {
        this.floor = floor;
    }

    static Stream<Arguments> oneOfEachKind() throws IOException {
        return Stream.of(
                arguments("consent.pdf", SampleFile.pdf(), "application/pdf"),
                arguments("no-changes-allowed.pdf", SampleFile.lockedPdf("", 256), "application/pdf"),
                arguments("no-changes-allowed-old.pdf", SampleFile.lockedPdf("", 40), "application/pdf"),
                arguments("with-agreement.pdf", SampleFile.pdfWith("agreement.docx", document()), "application/pdf"),
                arguments(
                        "with-picture.pdf",
                        SampleFile.pdfWith("page.png", SampleFile.picture("png")),
                        "application/pdf"),
                arguments(
                        "with-marks.pdf",
                        SampleFile.pdfWith("marks.bin", text("PK\1\2 and PK\5\6 and Rar!\32\7\0 and PK\3\4")),
                        "application/pdf"),
                arguments("picture.png", SampleFile.picture("png"), "image/png"),
                arguments("picture.jpg", SampleFile.picture("jpg"), "image/jpeg"),
                arguments("picture.JPEG", SampleFile.picture("jpg"), "image/jpeg"),
                arguments("picture.jfif", SampleFile.picture("jpg"), "image/jpeg"),
                arguments("picture.gif", SampleFile.picture("gif"), "image/gif"),
                arguments("picture.tif", SampleFile.picture("tiff"), "image/tiff"),
                arguments("picture.webp", SampleFile.webp(), "image/webp"),
                arguments("photo.heic", SampleFile.heic(4032, 3024), "image/heic"),
                arguments("camera.HIF", SampleFile.heic("heix\0\0\0\0mif1heix", 7728, 5152), "image/heic"),
                arguments("camera.hif", SampleFile.heic("miaf\0\0\0\0miafheic", 7728, 5152), "image/heic"),
                arguments("photo-miaf.heic", SampleFile.heic("miaf\0\0\0\0mif1", 4032, 3024), "image/heic"),
                arguments("photo-mif1.heic", SampleFile.heic("mif1\0\0\0\0miafheic", 4032, 3024), "image/heic"),
                arguments("note.txt", text("Zoë agrees, größer."), "text/plain"),
                arguments("notes.md", text("# Consent notes\n\n- one\n"), "text/markdown"),
                arguments("uses.csv", text("name;use\nZoë;voice\n"), "text/csv"),
                arguments("mail.eml", text(MAIL), "message/rfc822"),
                arguments(
                        "mbox.eml",
                        text("From agent@desk.example Mon Nov 23 10:00:00 2026\n" + MAIL),
                        "message/rfc822"),
                arguments(
                        "quoted.eml",
                        text(">From agent@desk.example Mon Nov 23 10:00:00 2026\n" + MAIL),
                        "message/rfc822"),
                arguments("quoting.eml", text(MAIL + "\n>From my side, too.\n"), "message/rfc822"),
                arguments("apple.emlx", text("64        \n" + MAIL + "\n" + PROPERTIES), "message/rfc822"),
                arguments("kana.eml", japanese("ISO-2022-JP"), "message/rfc822"),
                arguments("kana-of-windows.eml", japanese("Shift_JIS"), "message/rfc822"),
                arguments("kana-of-unix.eml", japanese("EUC-JP"), "message/rfc822"),
                arguments("hangul.eml", (MAIL + " 동의").getBytes(Charset.forName("ISO-2022-KR")), "message/rfc822"),
                arguments("unmarked.eml", MAIL.getBytes(UTF_16LE), "message/rfc822"),
                arguments("unmarked-big.eml", MAIL.getBytes(UTF_16BE), "message/rfc822"),
                arguments("voice.mp3", SampleFile.mp3(true), "audio/mpeg"),
                arguments("voice-untagged.mp3", SampleFile.mp3(false), "audio/mpeg"),
                arguments("voice-footed.mp3", SampleFile.mp3WithFooter(), "audio/mpeg"),
                arguments("long.wav", SampleFile.longWave(), "audio/vnd.wave"),
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

    private static byte[] japanese(String alphabet) {
        return (MAIL + "\n同意します。ﾃｽﾄ表示能力").getBytes(Charset.forName(alphabet));
    }

    /** As Word keeps the bytes of an attachment. */
    private static byte[] document() {
        return OfficeFile.text().bytes();
    }

    static Stream<Arguments> documents() throws IOException {
        return Stream.of(
                arguments(
                        "written with a template of Windows",
                        withTemplate("file:///C:\\Users\\zo%C3%AB\\Templates\\Agreement.dotm")),
                arguments(
                        "written with a template of a Mac",
                        withTemplate("file:///Users/zoe/Library/Templates/Agreement.dotx")),
                arguments("written with the usual template", withTemplate("Normal.dotm")),
                arguments("written with a template on a drive", withTemplate("D:\\Templates\\Normal.dotm")),
                arguments(
                        "with pictures of all kinds",
                        OfficeFile.text()
                                .with("word/media/image1.png", "image/png", SampleFile.picture("png"))
                                .with("word/media/image2.jpg", "image/jpeg", SampleFile.picture("jpg"))
                                .with("word/media/image3.gif", "image/gif", SampleFile.picture("gif"))
                                .with("word/media/image4.bmp", "image/bmp", SampleFile.picture("bmp"))
                                .with("word/media/image5.tif", "image/tiff", SampleFile.picture("tiff"))
                                .with("word/media/image6.png", "image/png", SampleFile.picture("jpg"))
                                .with("word/media/sound1.wav", "audio/wav", SampleFile.sound(AudioFileFormat.Type.WAVE))
                                .with(
                                        "word/media/image7.svg",
                                        "image/svg+xml",
                                        text(
                                                """
                                        <?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"
                                         xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"><style>.a{fill:url(#b)}</style>
                                        <defs><linearGradient id="b"><stop offset="0" stop-color="red"/></linearGradient></defs>
                                        <a href="https://desk.example"><path class="a" d="M0 0h9v9z" fill="url(#b)"/></a>
                                        <use xlink:href="#b"/><image href="data:image/png;base64,iVBORw0KGgo="/></svg>"""))
                                .bytes()),
                arguments("with a link to a page", withLink("https://desk.example/a%5Cb?c=d//e#f")),
                arguments("with a link to a mail", withLink("mailto:talent@desk.example?subject=a//b")),
                arguments("with a link to a telephone", withLink("tel:+49301234567")),
                arguments("with a link to a place in it", withLink("#part")),
                arguments(
                        "with shapes of all kinds",
                        OfficeFile.text()
                                .related("hyperlink", "https://desk.example", true)
                                .with(
                                        "word/document.xml",
                                        OfficeFile.word(
                                                "document",
                                                """
                                        <w:hyperlink r:id="r1" w:tooltip="\\\\server\\x"/><a:hlinkClick r:id="r1"/>
                                        <a:hlinkClick r:id="" action="ppaction://hlinkshowjump?jump=nextslide"/>
                                        <a:hlinkMouseOver r:id="" action="ppaction://noaction"/>
                                        <v:imagedata src="image1.png" o:relid="r2" o:althref="" o:title="C:\\x.png"/>
                                        <v:rect href="https://desk.example"/><v:rect href="#part"/><v:f eqn="sum @0 0 0"/>
                                        <a:ext uri="{28A0092B-C50C-407E-A947-70E740481C1C}"/><a:gd fmla="*/ w 1 2"/>
                                        <w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags"/>"""))
                                .bytes()),
                arguments(
                        "with fields that writers use",
                        withFields(
                                " PAGE \\* MERGEFORMAT ",
                                "TOC \\o \"1-3\" \\h",
                                " HYPERLINK \"https://desk.example\" ",
                                "=SUM(ABOVE)",
                                "HYPERLINK \\l \"part\"",
                                "HYPERLINK \"https://desk.example/a\" \\l \"b\" \\o \"File: see \\\\\\\\server\" \\t \"_top\"",
                                "HYPERLINK https://desk.example \\h",
                                "EQ \\o\\ac(a,b)",
                                "DATE \\@ \"dd/MM/yyyy\"",
                                "ADDIN EN.CITE",
                                " IF 1 = 1 \"yes\" \"no\" ",
                                "STYLEREF \"Heading 1\"",
                                "SEQ Figure")),
                arguments(
                        "with formulas that people use",
                        withFormulas(
                                "SUM(A1:A9)",
                                "_xlfn.XLOOKUP(A1,B:B,C:C)",
                                "IFERROR(VLOOKUP(A1,'Cast (late)'!A:B,2,FALSE),\"call (late)\")",
                                "_xlfn.LET(_xlpm.x,A1,_xlpm.x*2)",
                                "SUM(Uses[Fee (EUR)])",
                                "COUNTIF(Uses[[#All],[It''s ']]],\">0\")",
                                "HYPERLINK(\"https://desk.example\",\"desk\")",
                                "HYPERLINK(\"#Cast!A1\",\"File: cast\")",
                                "HYPERLINK(\"mailto:talent@desk.example\")",
                                "HYPERLINK(\"https://desk.example/\"&amp;A1&amp;\"/\"&amp;B1,TEXT(C1,\"hh:mm\"))",
                                "HYPERLINK(A1,\"Re: cast\")",
                                "HYPERLINK(\"#'\"&amp;A1&amp;\"'!A1\")",
                                "INDIRECT(\"'\"&amp;A1&amp;\"'!B\"&amp;ROW())",
                                "IF(A1=\"//\",1/2,\"\\\\server\\share\")",
                                "'Bob\"s'!A1+STDEV.S(B1:B9)",
                                "IFERROR(__xludf.DUMMYFUNCTION(\"SPLIT(A1)\"),1)")));
    }

    private static byte[] withTemplate(String place) {
        return OfficeFile.text().related("attachedTemplate", place, true).bytes();
    }

    private static byte[] withLink(String target) {
        return OfficeFile.text().related("hyperlink", target, true).bytes();
    }

    private static byte[] withFields(String... instructions) {
        String fields = Stream.of(instructions)
                .map(each ->
                        "<w:fldChar w:fldCharType=\"begin\"/><w:instrText>%s</w:instrText><w:fldChar w:fldCharType=\"end\"/>"
                                .formatted(each))
                .collect(Collectors.joining());
        return OfficeFile.text()
                .with("word/document.xml", OfficeFile.word("document", fields))
                .bytes();
    }

    private static byte[] withFormulas(String... formulas) {
        String cells = Stream.of(formulas)
                .map(each -> "<c><f>%s</f></c>".formatted(each.replace(">", "&gt;")))
                .collect(Collectors.joining("", "<row>", "</row>"));
        return OfficeFile.sheet().with("xl/sheet1.xml", cells).bytes();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void anOfficeDocumentIsTaken(String what, byte[] content) {
        String name = what.contains("formulas") ? "Uses.xlsx" : "Agreement.docx";

        floor.as("requester").upload("/api/evidence", name, content).expect(201);
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
