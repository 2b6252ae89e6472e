package org.clearancedesk.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An office document as Word saves one, or as somebody builds one who means harm. */
final class OfficeFile {

    static final int MEGABYTE = 1024 * 1024;

    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private static final String TEXT =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String MAIN_SHEET =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private static final String MAIN_SLIDES =
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
    private static final String WORD =
            "<w:%1$s xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
                    + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
                    + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
                    + " xmlns:v=\"urn:schemas-microsoft-com:vml\""
                    + " xmlns:o=\"urn:schemas-microsoft-com:office:office\">%2$s</w:%1$s>";
    private static final int CENTRAL_HEADER = 0x02014b50;

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    static OfficeFile text() {
        return ofType("/word/document.xml", TEXT).with("word/document.xml", word("document", "<w:body/>"));
    }

    static OfficeFile sheet() {
        return ofType("/xl/workbook.xml", MAIN_SHEET).with("xl/workbook.xml", "<workbook/>");
    }

    static OfficeFile slides() {
        return ofType("/ppt/presentation.xml", MAIN_SLIDES).with("ppt/presentation.xml", "<presentation/>");
    }

    /** A part of a text, with the short names that Word uses. */
    static String word(String root, String content) {
        return WORD.formatted(root, content);
    }

    /** A part with a type of its own. */
    OfficeFile with(String name, String type, byte[] content) {
        String types = new String(parts.get(CONTENT_TYPES), StandardCharsets.UTF_8);
        return with(name, content)
                .with(
                        CONTENT_TYPES,
                        types.replace(
                                "</Types>",
                                "<Override PartName=\"/%s\" ContentType=\"%s\"/></Types>".formatted(name, type)));
    }

    /** With a relation of the main part to something. */
    OfficeFile related(String type, String target, boolean external) {
        return with(
                "word/_rels/document.xml.rels",
                ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\""
                                + " Target=\"%s\"%s/></Relationships>")
                        .formatted(type, target, external ? " TargetMode=\"External\"" : ""));
    }

    static OfficeFile ofType(String main, String type) {
        return new OfficeFile().with(CONTENT_TYPES, contentTypes(main, type)).with("_rels/.rels", "<Relationships/>");
    }

    static String contentTypes(String main, String type) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/xml"/>
                <Default Extension="png" ContentType="image/png"/>
                <Default Extension="docx" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document"/>
                <Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>
                <Override PartName="%s" ContentType="%s"/></Types>
                """
                .formatted(main, type);
    }

    OfficeFile with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    OfficeFile with(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    OfficeFile without(String name) {
        parts.remove(name);
        return this;
    }

    /** With a part that unpacks to this many zeros. */
    OfficeFile withZeros(int size) {
        return with("word/media/zeros.png", new byte[size]);
    }

    OfficeFile withEntries(int count) {
        for (int i = 0; i < count; i++) {
            with("word/media/" + i + ".png", new byte[0]);
        }
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.setLevel(9);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archive.toByteArray();
    }

    /** With the mark of encryption on every entry. */
    byte[] encrypted() {
        byte[] bytes = bytes();
        ByteBuffer archive = little(bytes);
        for (int at = 0; at < bytes.length - 4; at++) {
            if (archive.getInt(at) == 0x04034b50) {
                bytes[at + 6] |= 1;
            } else if (archive.getInt(at) == CENTRAL_HEADER) {
                bytes[at + 8] |= 1;
            }
        }
        return bytes;
    }

    /** With a table of contents that claims the last entry's bytes for many entries, so that each byte unpacks many times. */
    byte[] withTheLastEntryListed(int times) {
        byte[] bytes = bytes();
        ByteBuffer archive = little(bytes);
        int end = bytes.length - 22;
        int table = archive.getInt(end + 16);
        int last = end;
        while (archive.getInt(last) != CENTRAL_HEADER) {
            last--;
        }
        byte[] header = Arrays.copyOfRange(bytes, last, end);
        int nameAt = 46;
        ByteBuffer built = ByteBuffer.allocate(bytes.length + times * header.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(bytes, 0, end);
        for (int i = 0; i < times; i++) {
            byte[] copy = header.clone();
            byte[] name = "%05d".formatted(i).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(name, 0, copy, nameAt, name.length);
            built.put(copy);
        }
        int entries = archive.getShort(end + 10) + times;
        int newEnd = built.position();
        built.put(bytes, end, 22);
        built.putShort(newEnd + 8, (short) entries).putShort(newEnd + 10, (short) entries);
        built.putInt(newEnd + 12, newEnd - table);
        return built.array();
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
