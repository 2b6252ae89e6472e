package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearancedesk.web.OfficeFile.MEGABYTE;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@RunningDesk
class HandingInHostileFilesTest {

    private static final String MACRO_TEXT = "application/vnd.ms-word.document.macroEnabled.main+xml";
    private static final String PLAIN_TEXT =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String MACROS = "application/vnd.ms-office.vbaProject";
    private static final String PDF = "%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n";
    private static final String PAGE = "<!doctype html><html><body><script>alert(1)</script></body></html>";

    private final Floor floor;

    HandingInHostileFilesTest(Floor floor) {
        this.floor = floor;
    }

    static Stream<Arguments> bombs() throws IOException {
        byte[] inner = OfficeFile.text().withZeros(60 * MEGABYTE).bytes();
        return Stream.of(
                arguments(
                        "one large part",
                        "bomb.docx",
                        OfficeFile.text().withZeros(101 * MEGABYTE).bytes()),
                arguments(
                        "a small file that unpacks a hundredfold",
                        "bomb.docx",
                        OfficeFile.text().withZeros(40 * MEGABYTE).bytes()),
                arguments(
                        "a spreadsheet",
                        "bomb.xlsx",
                        OfficeFile.ofType(
                                        "/xl/workbook.xml",
                                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
                                .with("xl/workbook.xml", "<workbook/>")
                                .withZeros(101 * MEGABYTE)
                                .bytes()),
                arguments(
                        "one bomb in another",
                        "bomb.docx",
                        OfficeFile.text()
                                .with("word/embeddings/one.docx", inner)
                                .bytes()),
                arguments(
                        "a bomb in an archive in an archive",
                        "bomb.docx",
                        OfficeFile.text()
                                .with(
                                        "word/embeddings/two.docx",
                                        OfficeFile.text()
                                                .with("word/embeddings/one.docx", inner)
                                                .bytes())
                                .bytes()),
                arguments(
                        "many small bombs",
                        "bomb.docx",
                        OfficeFile.text()
                                .with("word/embeddings/1.docx", inner)
                                .with("word/embeddings/2.docx", inner)
                                .bytes()),
                arguments(
                        "many entries over the same bytes",
                        "bomb.docx",
                        OfficeFile.text().withZeros(9 * MEGABYTE).withTheLastEntryListed(400)),
                arguments(
                        "too many entries",
                        "bomb.docx",
                        OfficeFile.text().withEntries(20_000).bytes()),
                arguments("an archive named as what it is", "bomb.zip", inner),
                arguments(
                        "an open document",
                        "bomb.odt",
                        OfficeFile.text()
                                .without("[Content_Types].xml")
                                .with("mimetype", "application/vnd.oasis.opendocument.text")
                                .withZeros(101 * MEGABYTE)
                                .bytes()),
                arguments("a packed text", "bomb.gz", gzip(new byte[50 * MEGABYTE])),
                arguments("a packed text under another name", "bomb.txt", gzip(new byte[50 * MEGABYTE])),
                arguments("a picture that claims 3.6 gigapixels", "bomb.png", picture(60_000, 60_000)),
                arguments("a moving picture that claims 4 gigapixels", "bomb.gif", gif(65_535, 65_535)),
                arguments("a photograph that claims 4 gigapixels", "bomb.jpg", photograph(65_500, 65_500)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void aFileThatGrowsWhenItIsOpenedIsRefused(String what, String name, byte[] content) {
        isRefused(name, content);
    }

    static Stream<Arguments> archives() {
        OfficeFile text = OfficeFile.text();
        return Stream.of(
                arguments(
                        "a part outside of the archive",
                        OfficeFile.text().with("../../etc/cron.d/x", "x").bytes(),
                        "folder"),
                arguments(
                        "a part outside with back slashes",
                        OfficeFile.text().with("..\\..\\x.dll", "x").bytes(),
                        "folder"),
                arguments(
                        "a part at the root",
                        OfficeFile.text().with("/etc/passwd", "x").bytes(),
                        "folder"),
                arguments(
                        "a part on a drive",
                        OfficeFile.text().with("C:\\x.dll", "x").bytes(),
                        "folder"),
                arguments("a password", text.encrypted(), "password"),
                arguments(
                        "macros",
                        OfficeFile.text().with("word/vbaProject.bin", "x").bytes(),
                        "macros"),
                arguments(
                        "macros in capitals",
                        OfficeFile.text().with("word/VBAPROJECT.BIN", "x").bytes(),
                        "macros"),
                arguments(
                        "a document that is a macro-enabled one",
                        OfficeFile.ofType("/word/document.xml", MACRO_TEXT)
                                .with("word/document.xml", "<a/>")
                                .bytes(),
                        "macros"),
                arguments("macros under another name", withMacrosAs("harmless.bin", MACROS), "macros"),
                arguments(
                        "macros, spelled with references",
                        withMacrosAs("harmless.bin", MACROS.replace("vba", "&#118;&#98;a")),
                        "macros"),
                arguments(
                        "macros of an old spreadsheet",
                        withMacrosAs("sheet.xml", "application/vnd.ms-excel.macrosheet+xml"),
                        "macros"),
                arguments(
                        "controls that run",
                        withMacrosAs("activeX1.bin", "application/vnd.ms-office.activeX"),
                        "macros"),
                arguments(
                        "a program",
                        OfficeFile.text()
                                .with("word/embeddings/setup.bin", program())
                                .bytes(),
                        "program"),
                arguments(
                        "a program in an embedded document",
                        OfficeFile.text()
                                .with(
                                        "word/embeddings/1.docx",
                                        OfficeFile.text()
                                                .with("word/media/image1.png", program())
                                                .bytes())
                                .bytes(),
                        "program"),
                arguments(
                        "macros in an embedded document",
                        OfficeFile.text()
                                .with(
                                        "word/embeddings/1.docx",
                                        OfficeFile.text()
                                                .with("word/vbaProject.bin", "x")
                                                .bytes())
                                .bytes(),
                        "macros"),
                arguments("a template from elsewhere", withRelation("attachedTemplate"), "elsewhere"),
                arguments("an object from elsewhere", withRelation("oleObject"), "elsewhere"),
                arguments(
                        "an entity that reads a file",
                        OfficeFile.text()
                                .with(
                                        "[Content_Types].xml",
                                        "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Types>&e;</Types>")
                                .bytes(),
                        "damaged"),
                arguments(
                        "no list of its parts",
                        OfficeFile.text().without("[Content_Types].xml").bytes(),
                        ""),
                arguments(
                        "no main part",
                        OfficeFile.text()
                                .with("[Content_Types].xml", "<Types/>")
                                .bytes(),
                        ""),
                arguments("the end missing", Arrays.copyOf(text.bytes(), text.bytes().length - 30), "damaged"),
                arguments(
                        "broken bytes",
                        broken(OfficeFile.text()
                                .with("word/media/a.png", "a".repeat(5000))
                                .bytes()),
                        "damaged"));
    }

    @ParameterizedTest(name = "with {0}")
    @MethodSource("archives")
    void anOfficeDocumentIsRefused(String with, byte[] content, String sayingSo) {
        assertThat(isRefused("Agreement.docx", content))
                .contains("Agreement.docx")
                .contains(sayingSo);
    }

    static Stream<Arguments> disguises() {
        byte[] archive = OfficeFile.text().bytes();
        return Stream.of(
                arguments("a Windows program", "consent.pdf", program()),
                arguments("a Windows program before a PDF", "consent.pdf", joined(program(), bytes(PDF))),
                arguments(
                        "a Linux program",
                        "consent.pdf",
                        HexFormat.of().parseHex("7f454c4602010100000000000000000003003e0001000000")),
                arguments(
                        "a Linux program",
                        "note.txt",
                        HexFormat.of().parseHex("7f454c4602010100000000000000000003003e0001000000")),
                arguments(
                        "a Mac program",
                        "picture.png",
                        HexFormat.of().parseHex("cffaedfe07000001030000000200000010000000")),
                arguments(
                        "a Mac program for several processors",
                        "sound.mp3",
                        HexFormat.of().parseHex("cafebabe00000002010000070000000300001000")),
                arguments(
                        "a Java class",
                        "note.txt",
                        HexFormat.of().parseHex("cafebabe0000003d000a0a000200030700040c000500")),
                arguments("a shell script", "note.pdf", bytes("#!/bin/sh\nrm -rf /\n")),
                arguments("a shell script", "run.sh", bytes("#!/bin/sh\nrm -rf /\n")),
                arguments("a shell script", "note.txt", bytes("#!/bin/sh\nrm -rf /\n")),
                arguments("a shell script", "data.csv", bytes("#!/usr/bin/env python3\nprint(1)\n")),
                arguments("a batch file", "run.bat", bytes("@echo off\r\ndel *.*\r\n")),
                arguments("a script", "run.js", bytes("alert(1)")),
                arguments("a script", "run.vbs", bytes("MsgBox 1")),
                arguments("a script", "run.ps1", bytes("Get-Process")),
                arguments(
                        "a link of Windows",
                        "link.lnk",
                        HexFormat.of().parseHex("4c0000000114020000000000c000000000000046")),
                arguments(
                        "a link of Windows",
                        "link.pdf",
                        HexFormat.of().parseHex("4c0000000114020000000000c000000000000046")),
                arguments("a page", "page.html", bytes(PAGE)),
                arguments("a page", "page.txt", bytes(PAGE)),
                arguments("a page", "page.md", bytes(PAGE)),
                arguments("a page", "page.csv", bytes(PAGE)),
                arguments("a page", "page.eml", bytes(PAGE)),
                arguments("a page after a blank line", "page.txt", bytes("\n \n" + PAGE)),
                arguments("a page before a PDF", "page.pdf", bytes(PAGE + PDF)),
                arguments(
                        "a drawing with a script",
                        "drawing.svg",
                        bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")),
                arguments(
                        "a drawing with a script",
                        "drawing.txt",
                        bytes(
                                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")),
                arguments("a PDF and an archive in one", "both.pdf", joined(bytes(PDF), archive)),
                arguments("a picture and an archive in one", "both.png", joined(picture(1, 1), archive)),
                arguments("a moving picture and an archive in one", "both.gif", joined(gif(1, 1), archive)),
                arguments("a text and an archive in one", "both.txt", joined(bytes("A note.\n"), archive)),
                arguments("an archive before a PDF", "both.pdf", joined(archive, bytes(PDF))),
                arguments("something before a document", "both.docx", joined(bytes("MZ and more"), archive)),
                arguments("a PDF in a document", "both.docx", joined(bytes(PDF), archive)),
                arguments(
                        "a document of an old Word",
                        "old.docx",
                        HexFormat.of().parseHex("d0cf11e0a1b11ae1" + "00".repeat(504))),
                arguments(
                        "a document of an old Word",
                        "old.doc",
                        HexFormat.of().parseHex("d0cf11e0a1b11ae1" + "00".repeat(504))),
                arguments("a disk", "disk.iso", bytes("CD001")),
                arguments("an empty file", "empty.docx", new byte[0]));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("disguises")
    void whatIsNotWhatItsNameSaysIsRefused(String what, String name, byte[] content) {
        isRefused(name, content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "..", "/", "C:\\Windows\\System32", "nul", " ", "\u202Efdp"})
    void aNameThatIsOnlyAPathOrHasNoEndingIsRefused(String name) {
        isRefused(name, bytes("A note."));
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd.txt, passwd.txt",
        "C:\\x\\y.txt, y.txt",
        "..／..／etc／passwd.txt, passwd.txt",
        "CON.txt, file CON.txt",
        "com1.note.txt, file com1.note.txt",
        "'nul .txt', file nul .txt",
        "...txt, file...txt",
        "evil\u202Etxt.txt, evil_txt.txt",
        "a\u200B\u2060\uFEFFb\u061C.txt, a___b_.txt"
    })
    void theNameIsKeptWithoutWhatAFileSystemCouldTakeForMore(String given, String kept) {
        assertThat(named(given)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8''..%2F..%2Fetc%2Fnote.txt, note.txt", "UTF-8''evil%E2%80%AEtxt.txt, evil_txt.txt"})
    void aNameInTheLongSpellingIsKeptLikewise(String given, String kept) {
        assertThat(form("filename*=" + given).expect(201).json().get("name").asText())
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filename*=UTF-8''a%0D%0ASet-Cookie:%20x=y.txt",
                "filename*=UTF-8''a%00.txt",
                "filename=\"a\0.txt\""
            })
    void aNameWithControlCharactersIsRefused(String name) {
        Map<String, Long> before = floor.rows();

        Answer answer = form(name).expectProblemAt(400, "file");

        assertThat(answer.header("Set-Cookie")).doesNotContain("x=y");
        assertThat(floor.rows()).isEqualTo(before);
    }

    @Test
    void aNameThatIsTooLongLosesItsBeginningAndKeepsItsEnding() {
        String name = named("😀".repeat(150) + ".txt");

        assertThat(name.length()).isLessThanOrEqualTo(200);
        assertThat(name).endsWith("😀.txt").startsWith("😀").doesNotContain("?");
    }

    @Test
    void twentySixMegabytesAreRefusedHoweverTheirLengthIsTold() {
        byte[] large = "a".repeat(26 * MEGABYTE).getBytes(StandardCharsets.US_ASCII);
        byte[] body = joined(
                bytes("--part-of-a-form\r\nContent-Disposition: form-data; name=\"file\"; filename=\"large.txt\"\r\n"
                        + "Content-Length: 5\r\n\r\n"),
                joined(large, bytes("\r\n--part-of-a-form--\r\n")));
        Map<String, Long> before = floor.rows();

        floor.as("requester").upload("/api/evidence", "large.txt", large).expectProblemAt(413, "file");
        floor.as("requester")
                .streamed(
                        "/api/evidence", "multipart/form-data; boundary=part-of-a-form", new ByteArrayInputStream(body))
                .expectProblemAt(413, "file");

        assertThat(floor.rows()).isEqualTo(before);
    }

    @Test
    void aDownloadIsShownByNoBrowserAndKeptByNoCache() {
        String number = floor.sent("requester", Submission.withLegalReview());
        String place = floor.as("requester")
                .upload("/api/requests/" + number + "/evidence", "note.txt", bytes("<script>alert(1)</script>A"))
                .expect(201)
                .header("Location");

        Answer file = floor.as("legal").get(place).expect(200);

        assertThat(file.header("Content-Disposition")).startsWith("attachment;");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(file.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(file.header("Cache-Control")).contains("no-store");
    }

    @Test
    void anHonestDocumentWithAnEmbeddedSpreadsheetAndALargeTextIsTaken() {
        byte[] sheet = OfficeFile.ofType(
                        "/xl/workbook2.xml",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
                .with("xl/workbook2.xml", "<workbook/>")
                .bytes();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            text.append("<w:p>").append(i * 7919L % 100_003).append("</w:p>");
        }
        byte[] honest = OfficeFile.text()
                .with(
                        "word/_rels/document.xml.rels",
                        "<Relationships><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"https://desk.example\" TargetMode=\"External\"/></Relationships>")
                .with("word/embeddings/Microsoft_Excel_Worksheet.xlsx", sheet)
                .with("word/document.xml", OfficeFile.word("document", text.toString()))
                .bytes();

        floor.as("requester").upload("/api/evidence", "Agreement.docx", honest).expect(201);
        floor.as("requester").upload("/api/evidence", "Sheet.xlsx", sheet).expect(201);
    }

    private String isRefused(String name, byte[] content) {
        Map<String, Long> before = floor.rows();

        Answer answer =
                floor.as("requester").upload("/api/evidence", name, content).expectProblemAt(422, "file");

        assertThat(floor.rows()).isEqualTo(before);
        return answer.json().get("detail").asText();
    }

    private String named(String name) {
        return floor.as("requester")
                .upload("/api/evidence", name, bytes("A note."))
                .expect(201)
                .json()
                .get("name")
                .asText();
    }

    private Answer form(String name) {
        return floor.as("requester")
                .post(
                        "/api/evidence",
                        "multipart/form-data; boundary=part-of-a-form",
                        "--part-of-a-form\r\nContent-Disposition: form-data; name=\"file\"; %s\r\n\r\nA note.\r\n--part-of-a-form--\r\n"
                                .formatted(name));
    }

    private static byte[] withRelation(String type) {
        return OfficeFile.text()
                .with(
                        "word/_rels/settings.xml.rels",
                        "<Relationships><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                                + type
                                + "\" Target=\"https://evil.example/x.dotm\" TargetMode=\"External\"/></Relationships>")
                .bytes();
    }

    private static byte[] withMacrosAs(String name, String type) {
        String types = OfficeFile.contentTypes("/word/document.xml", PLAIN_TEXT)
                .replace("UTF-8", "UTF-16")
                .replace(
                        "</Types>",
                        "<Override PartName=\"/word/%s\" ContentType=\"%s\"/></Types>".formatted(name, type));
        return OfficeFile.text()
                .with("[Content_Types].xml", types.getBytes(StandardCharsets.UTF_16))
                .with("word/" + name, "x")
                .bytes();
    }

    private static byte[] broken(byte[] archive) {
        for (int i = archive.length / 2 - 40; i < archive.length / 2; i++) {
            archive[i] ^= 0x55;
        }
        return archive;
    }

    private static byte[] picture(int width, int height) {
        byte[] picture = HexFormat.of()
                .parseHex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c6300"
                        + "0100000500010d0a2db40000000049454e44ae426082");
        ByteBuffer.wrap(picture).putInt(16, width).putInt(20, height);
        return picture;
    }

    private static byte[] gif(int width, int height) {
        byte[] gif = HexFormat.of()
                .parseHex("47494638396100000000f00000ffffff0000002c000000000100010000020244010 03b".replace(" ", ""));
        gif[6] = (byte) width;
        gif[7] = (byte) (width >> 8);
        gif[8] = (byte) height;
        gif[9] = (byte) (height >> 8);
        return gif;
    }

    private static byte[] photograph(int width, int height) {
        byte[] start =
                HexFormat.of().parseHex("ffd8ffe000104a46494600010100000100010000fffe000461 62".replace(" ", ""));
        byte[] frame = HexFormat.of().parseHex("ffc2001108000000000301220002110103110 1".replace(" ", ""));
        ByteBuffer.wrap(frame).putShort(5, (short) height).putShort(7, (short) width);
        return joined(start, joined(frame, HexFormat.of().parseHex("ffd9")));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] program() {
        byte[] program = new byte[512];
        program[0] = 'M';
        program[1] = 'Z';
        program[0x3c] = (byte) 0x80;
        program[0x80] = 'P';
        program[0x81] = 'E';
        return program;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
