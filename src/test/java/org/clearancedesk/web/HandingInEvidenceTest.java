package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearancedesk.web.Submission.with;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@RunningDesk
class HandingInEvidenceTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final byte[] PDF =
            bytes("%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n");
    private static final byte[] PNG = HexFormat.of()
            .parseHex(
                    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c63000100000500"
                            + "010d0a2db40000000049454e44ae426082");
    private static final byte[] PROGRAM = program();

    private final Floor floor;

    HandingInEvidenceTest(Floor floor) {
        this.floor = floor;
    }

    @Test
    void keepsTypeSizeAndDigestAndNotesItInTheRecord() {
        String number = floor.sent("requester", Submission.withLegalReview());

        Answer answer = floor.as("requester").upload("/api/requests/" + number + "/evidence", "Consent.pdf", PDF);

        JsonNode file = answer.expect(201).json();
        assertThat(file.get("name").asText()).isEqualTo("Consent.pdf");
        assertThat(file.get("type").asText()).isEqualTo("application/pdf");
        assertThat(file.get("size").asInt()).isEqualTo(PDF.length);
        assertThat(file.get("sha256").asText()).matches("[0-9a-f]{64}");
        assertThat(file.get("scan").asText()).as("there is no scanner").isEqualTo("NOT_SCANNED");
        assertThat(answer.header("Location"))
                .endsWith("/api/requests/%s/evidence/%s"
                        .formatted(number, file.get("id").asText()));
        assertThat(floor.as("requester")
                        .get("/api/requests/" + number + "/record")
                        .text())
                .contains("EVIDENCE_ADDED")
                .contains(file.get("sha256").asText());
    }

    @Test
    void comesBackByteForByteAsADownloadThatNoBrowserOpensInPlace() {
        String number = floor.sent("requester", Submission.withLegalReview());
        String place = floor.as("requester")
                .upload("/api/requests/" + number + "/evidence", "Zürich “final”.png", PNG)
                .expect(201)
                .header("Location");

        Answer file =
                floor.as("legal").get(place.replaceFirst("^https?://[^/]+", "")).expect(200);

        assertThat(file.bytes()).isEqualTo(PNG);
        assertThat(file.header("Content-Type")).isEqualTo("image/png");
        assertThat(file.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''Z%C3%BCrich");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void travelsWithARequestThatIsSentLater() {
        String id = floor.as("requester")
                .upload("/api/evidence", "note.txt", bytes("A note."))
                .expect(201)
                .json()
                .get("id")
                .asText();

        String number = floor.sent("requester", with(Submission.withLegalReview(), "evidence", List.of(id)));

        assertThat(floor.as("requester")
                        .get("/api/requests/%s/evidence/%s".formatted(number, id))
                        .expect(200)
                        .text())
                .isEqualTo("A note.");
    }

    @Test
    void aFileOfSomebodyElseCannotBeTakenIntoARequest() {
        String id = floor.as("requester")
                .upload("/api/evidence", "note.txt", bytes("A note."))
                .expect(201)
                .json()
                .get("id")
                .asText();
        Map<String, Long> before = floor.rows();

        floor.as("requester2")
                .post("/api/requests", with(Submission.lowRisk(), "evidence", List.of(id)))
                .expectProblemAt(422, "evidence");

        assertThat(floor.rows()).isEqualTo(before);
    }

    @Test
    void aFileOfOneCaseIsNotFoundUnderAnother() {
        String one = floor.sent("requester", Submission.withLegalReview());
        String other = floor.sent("requester", Submission.withLegalReview());
        String id = floor.as("requester")
                .upload("/api/requests/" + one + "/evidence", "note.txt", bytes("A note."))
                .json()
                .get("id")
                .asText();

        floor.as("requester")
                .get("/api/requests/%s/evidence/%s".formatted(other, id))
                .expectProblem(404);
        floor.as("requester")
                .post("/api/requests", with(Submission.lowRisk(), "evidence", List.of(id)))
                .expectProblemAt(422, "evidence");
    }

    static Stream<Arguments> filesThatAreNoEvidence() throws IOException {
        return Stream.of(
                arguments("empty.pdf", new byte[0]),
                arguments("setup.exe", PROGRAM),
                arguments("consent.pdf", PROGRAM),
                arguments("consent.txt", PROGRAM),
                arguments("consent.docx", PROGRAM),
                arguments("run.sh", bytes("#!/bin/sh\nrm -rf /\n")),
                arguments("page.html", bytes("<!doctype html><html><script>alert(1)</script></html>")),
                arguments("page.txt", bytes("<!doctype html><html><script>alert(1)</script></html>")),
                arguments("page.pdf", bytes("<html><body>Hello</body></html>")),
                arguments(
                        "drawing.svg",
                        bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")),
                arguments("drawing.png", bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
                arguments("data.xml", bytes("<?xml version=\"1.0\"?><a/>")),
                arguments("archive.zip", archive("a.txt")),
                arguments("archive.docx", archive("evil.exe")),
                arguments("picture.pdf", PNG),
                arguments("consent.png", PDF),
                arguments("consent", PDF),
                arguments("consent.pdf.exe", PDF));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filesThatAreNoEvidence")
    void isRefusedWithASentenceAtTheFileAndNotStored(String name, byte[] content) {
        String number = floor.sent("requester", Submission.withLegalReview());
        Map<String, Long> before = floor.rows();

        floor.as("requester").upload("/api/evidence", name, content).expectProblemAt(422, "file");
        floor.as("requester")
                .upload("/api/requests/" + number + "/evidence", name, content)
                .expectProblemAt(422, "file");

        assertThat(floor.rows()).isEqualTo(before);
    }

    @Test
    void anOfficeDocumentIsTaken() {
        floor.as("requester")
                .upload("/api/evidence", "Agreement.docx", OfficeFile.text().bytes())
                .expect(201);
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd.txt, passwd.txt",
        "C:\\Users\\x\\note.txt, note.txt",
        "/etc/note.txt, note.txt",
        ".note.txt, file.note.txt",
        "a;b.txt, a_b.txt",
        "evil\u202Etxt.txt, evil_txt.txt"
    })
    void keepsTheNameWithoutItsPath(String given, String kept) {
        assertThat(floor.as("requester")
                        .upload("/api/evidence", given, bytes("A note."))
                        .expect(201)
                        .json()
                        .get("name")
                        .asText())
                .isEqualTo(kept);
    }

    @Test
    void mayHaveTwentyFiveMegabytesAndNotMore() {
        Map<String, Long> before = floor.rows();

        floor.as("requester")
                .upload("/api/evidence", "large.txt", text(26 * MEGABYTE))
                .expectProblemAt(413, "file");
        floor.as("requester")
                .upload("/api/evidence", "large.txt", text(25 * MEGABYTE + 1))
                .expectProblemAt(413, "file");
        assertThat(floor.rows()).isEqualTo(before);

        floor.as("requester")
                .upload("/api/evidence", "large.txt", text(25 * MEGABYTE))
                .expect(201);
    }

    @Test
    void isTooLargeForPeopleWithASessionInTheSameWords() {
        Visitor person = floor.signedIn("requester");

        person.with("X-DESK-CSRF", person.cookie("DESK-CSRF"))
                .upload("/api/evidence", "large.txt", text(26 * MEGABYTE))
                .expectProblemAt(413, "file");
    }

    @Test
    void comesAsOneFileInTheFormFieldFile() {
        floor.as("requester")
                .upload("/api/evidence", "document", "a.txt", bytes("A"))
                .expectProblemAt(400, "file");
        floor.as("requester").post("/api/evidence", Map.of("file", "A")).expectProblem(415);
        floor.as("requester")
                .post("/api/evidence", "multipart/form-data", "no boundary")
                .expectProblemAt(400, "file");
    }

    @Test
    void isNotTakenOnceTheCaseHasComeToItsEnd() {
        String number = floor.sent("requester", Submission.lowRisk());
        floor.settle();
        Map<String, Long> before = floor.rows();

        Answer answer = floor.as("requester")
                .upload("/api/requests/" + number + "/evidence", "note.txt", bytes("A note."))
                .expectProblemAt(422, "file");

        assertThat(answer.json().get("detail").asText()).contains("come to its end");
        assertThat(floor.rows()).isEqualTo(before);
    }

    @Test
    void reviewersHandInFilesToo() {
        String number = floor.sent("requester", Submission.withLegalReview());

        floor.as("legal")
                .upload("/api/requests/" + number + "/evidence", "Opinion.pdf", PDF)
                .expect(201);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] text(int size) {
        byte[] text = new byte[size];
        Arrays.fill(text, (byte) 'a');
        return text;
    }

    /** The first bytes of a Windows program. */
    private static byte[] program() {
        byte[] program = new byte[512];
        program[0] = 'M';
        program[1] = 'Z';
        program[0x3c] = (byte) 0x80;
        program[0x80] = 'P';
        program[0x81] = 'E';
        return program;
    }

    private static byte[] archive(String... names) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(bytes("<a/>"));
            }
        }
        return archive.toByteArray();
    }
}
