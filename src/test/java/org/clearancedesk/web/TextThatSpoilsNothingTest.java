package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.spin.plugin.variable.SpinValues;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.register.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One character in one text, typed today or on record from earlier days, and the proof of the case stays whole. */
@RunningDesk
class TextThatSpoilsNothingTest {

    private final Floor floor;
    private final JdbcClient jdbc;
    private final RuntimeService processes;
    private final CanonicalJson canonical;
    private final ObjectMapper json;

    TextThatSpoilsNothingTest(
            Floor floor, JdbcClient jdbc, RuntimeService processes, CanonicalJson canonical, ObjectMapper json) {
        this.floor = floor;
        this.jdbc = jdbc;
        this.processes = processes;
        this.canonical = canonical;
        this.json = json;
    }

    @Test
    void neitherAsATitleNorAsTheNameOfAFile() throws IOException {
        String number = floor.sent("requester", Submission.with(Submission.withLegalReview(), "title", "\u0338Probe"));
        handsIn(number, "\u0338note.txt");
        floor.completes("legal", number, "reviewLegalExposure", Map.of("legalOutcome", "CLEARED"));
        floor.completes("approver", number, "approveInWriting", Map.of("approvalOutcome", "APPROVED"));

        assertThat(textOf("/api/requests/" + number + "/letter")).contains("Probe");
        assertThat(textOf("/api/requests/" + number + "/record.pdf")).contains("Probe", "note.txt");
        assertThat(archiveOf(number)).contains("dossier.pdf", "evidence/01 note.txt", "manifest.jws");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0338old.txt", "\uFEFF\u202Eold\u0007.txt", "\u0301\u0338<b>old.txt"})
    void norWhenItIsOnRecordFromBefore(String name) throws IOException {
        String number =
                floor.sent("requester", Submission.with(Submission.withLegalReview(), "title", "A title of old"));
        handsIn(number, "old.txt");
        floor.settle();
        rewrite(number, "old.txt", name, "A title of old", "\u0338Probe of old");
        try {
            assertThat(textOf("/api/requests/" + number + "/record.pdf")).contains("Probe of old", "old");
            assertThat(archiveOf(number)).contains("dossier.pdf", "record.json", "manifest.json", "manifest.jws");
            floor.as("requester").get("/requests/" + number).expect(200);
        } finally {
            rewrite(number, name, "old.txt", "\u0338Probe of old", "A title of old");
        }
    }

    private void rewrite(String number, String nameBefore, String name, String titleBefore, String title) {
        jdbc.sql("update clearance_evidence set name = ? where case_number = ? and name = ?")
                .params(name, number, nameBefore)
                .update();
        jdbc.sql("update clearance_event set payload = replace(payload, ?, ?) where case_number = ?")
                .params(titleBefore, title, number)
                .update();
    }

    @Test
    void norKeepsAnOpenCaseFromBeforeFromGoingOn() throws IOException {
        String number =
                floor.sent("requester", Submission.with(Submission.withLegalReview(), "title", "A title of old"));
        floor.task(number, "reviewLegalExposure");
        String process = processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
        String digest = jdbc.sql("select request_digest from clearance_case where number = ?")
                .param(number)
                .query(String.class)
                .single();
        String stored = processes
                .getVariable(process, "request")
                .toString()
                .replace("A title of old", "\u0338A ti\u200Btle\u00A0of old");
        processes.setVariable(process, "request", SpinValues.jsonValue(stored).create());
        keepsDigest(number, canonical.digestOf(json.readValue(stored, ClearanceRequest.class)));

        floor.completes("legal", number, "reviewLegalExposure", Map.of("legalOutcome", "CLEARED"));
        keepsDigest(number, digest);

        assertThat(floor.as("requester")
                        .get("/api/requests/" + number)
                        .json()
                        .get("status")
                        .asText())
                .isEqualTo("AWAITING_APPROVAL");
    }

    private void keepsDigest(String number, String digest) {
        jdbc.sql("update clearance_case set request_digest = ? where number = ?")
                .params(digest, number)
                .update();
    }

    @Test
    void anArchiveThatCannotBeWholeIsNoneAtAll() throws IOException {
        String number = floor.sent("requester", Submission.withLegalReview());
        handsIn(number, "note.txt");
        floor.settle();
        List<Path> before = leftBehind();
        rewrite(number, "", "", "\"request\":{", "\"request\":7,\"x\":{");

        Answer answer = floor.as("requester").get("/api/requests/" + number + "/record.zip");
        rewrite(number, "", "", "\"request\":7,\"x\":{", "\"request\":{");

        answer.expectProblem(500);
        assertThat(answer.header("Content-Disposition")).doesNotContain(number, "attachment");
        assertThat(leftBehind()).isEqualTo(before);
    }

    @Test
    void anArchiveThatIsTakenLeavesNothingOnTheDisk() throws IOException {
        String number = floor.sent("requester", Submission.withLegalReview());
        List<Path> before = leftBehind();

        Answer answer = floor.as("requester")
                .get("/api/requests/" + number + "/record.zip")
                .expect(200);

        assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
        assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(answer.bytes().length));
        assertThat(leftBehind()).isEqualTo(before);
    }

    @Test
    void aReasonOfFullLengthFitsThoughTheBrowserSendsTwoCharactersForALineBreak() {
        String number = floor.sent("requester", Submission.withLegalReview());
        Visitor person = floor.signedIn("requester");
        String reason = ("x".repeat(99) + "\r\n").repeat(39) + "y".repeat(95);

        person.post(
                        "/requests/" + number + "/withdrawal",
                        "application/x-www-form-urlencoded",
                        "reason=" + Visitor.encoded(reason) + "&_csrf=" + person.cookie("DESK-CSRF"))
                .expect(302);

        assertThat(jdbc.sql("select payload from clearance_event where case_number = ? and type = 'REQUEST_WITHDRAWN'")
                        .param(number)
                        .query(String.class)
                        .single())
                .contains("x\\nx", "y".repeat(95))
                .doesNotContain("\\r");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B\u200B", "\u00A0", "\u2800"})
    void aTitleThatNobodyCanSeeIsMissing(String title) {
        floor.as("requester")
                .post("/api/requests/validation", Submission.with(Submission.withLegalReview(), "title", title))
                .expectProblemAt(422, "title");
        floor.as("requester")
                .post("/api/requests/validation", Submission.withConsent(Submission.performer(title, "PRINCIPAL")))
                .expectProblemAt(422, "performers[0].name");
    }

    @Test
    void aSearchFindsWhatLooksTheSame() {
        String number =
                floor.sent("requester", Submission.with(Submission.withLegalReview(), "title", "Zoe\u0308 Marlow"));

        for (String words : List.of("Zo\u00EB Marlow", "Zoe\u0308\u00A0Marlow", "Zo\u00EB\u200B Marlow")) {
            assertThat(floor.as("requester")
                            .get("/requests?q=" + Visitor.encoded(words))
                            .expect(200)
                            .text())
                    .contains(number);
            assertThat(floor.as("requester")
                            .get("/api/requests?q=" + Visitor.encoded(words))
                            .expect(200)
                            .text())
                    .contains(number);
        }
    }

    private void handsIn(String number, String name) {
        floor.as("requester")
                .upload("/api/requests/" + number + "/evidence", name, "A note.".getBytes(StandardCharsets.UTF_8))
                .expect(201);
    }

    private String textOf(String path) throws IOException {
        try (PDDocument pdf =
                Loader.loadPDF(floor.as("requester").get(path).expect(200).bytes())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private List<String> archiveOf(String number) throws IOException {
        Answer answer = floor.as("requester")
                .get("/api/requests/" + number + "/record.zip")
                .expect(200);
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static List<Path> leftBehind() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("clearance-record-.*"))
                    .sorted()
                    .toList();
        }
    }
}
