package org.clearancedesk.audit.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.clearancedesk.audit.Roads;
import org.clearancedesk.register.Sha256;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A lawyer gets a case as a file, and checks it on a machine that has never heard of the desk. */
@RunningDesk
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakingARecordAwayTest {

    private final Floor floor;
    private final JdbcClient jdbc;
    private String number = "";
    private String confidential = "";
    private Map<String, byte[]> archive = Map.of();

    @TempDir
    private Path place;

    TakingARecordAwayTest(Floor floor, JdbcClient jdbc) {
        this.floor = floor;
        this.jdbc = jdbc;
    }

    @BeforeAll
    void aCaseWithEverything() throws IOException {
        Roads roads = new Roads(floor);
        number = roads.approvedWithConsent();
        confidential = roads.confidential();
        floor.as("admin").post("/api/record/checkpoint", Map.of()).expect(201);
        archive = unpacked(floor.as("requester")
                .get("/api/requests/" + number + "/record.zip")
                .expect(200)
                .bytes());
    }

    @Test
    void theArchiveHoldsEverythingUnderPlainNames() {
        assertThat(archive.keySet())
                .containsExactly(
                        "OFFLINE-VERIFY.txt",
                        "VerifyRecord.java",
                        "dossier.pdf",
                        "record.json",
                        "letter/" + floor.letterOf(number) + ".pdf",
                        "letter/" + floor.letterOf(number) + ".jws",
                        "evidence/01 consent of Ana.txt",
                        "evidence/02 script page.txt",
                        "checkpoint.json",
                        "keys.json",
                        "manifest.json",
                        "manifest.jws");
        assertThat(archive.get("evidence/01 consent of Ana.txt")).asString().isEqualTo("She said yes.");
        assertThat(archive.get("letter/" + floor.letterOf(number) + ".pdf"))
                .isEqualTo(floor.as("requester")
                        .get("/api/requests/" + number + "/letter")
                        .bytes());
    }

    @Test
    void aFileThatMayNotBeGivenOutIsListedAndLeftOut() throws Exception {
        jdbc.sql("update clearance_evidence set scan = 'WAITING' where case_number = ? and name = 'script page.txt'")
                .param(number)
                .update();
        Map<String, byte[]> without;
        try {
            without = unpacked(floor.as("requester")
                    .get("/api/requests/" + number + "/record.zip")
                    .expect(200)
                    .bytes());
        } finally {
            jdbc.sql("update clearance_evidence set scan = 'NOT_SCANNED' where case_number = ?")
                    .param(number)
                    .update();
        }

        assertThat(without.keySet()).doesNotContain("evidence/02 script page.txt");
        assertThat(without.get("manifest.json"))
                .asString(StandardCharsets.UTF_8)
                .contains("\"name\":\"script page.txt\"", "\"reason\":\"WAITING\"");
        assertThat(verified(without)).startsWith("0 ");
    }

    @Test
    void theProgramInTheArchiveFindsItWhole() throws Exception {
        assertThat(verified(archive))
                .startsWith("0 " + number + ": 12 files, ")
                .contains("all of them as the desk recorded and signed them")
                .contains("against the keys in the archive itself");
    }

    @Test
    void theKeysCanComeFromTheDeskInstead() throws Exception {
        Path keys = place.resolve("jwks.json");
        Files.write(
                keys, floor.nobody().get("/.well-known/jwks.json").expect(200).bytes());

        assertThat(verified(archive, keys.toString())).startsWith("0 ").doesNotContain("keys in the archive");

        Files.writeString(keys, "{\"keys\":[]}");

        assertThat(verified(archive, keys.toString()))
                .startsWith("1 BROKEN: The signature of manifest.json is of a key that is not the desk's.");
    }

    Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("record.json", "\"actor\":\"legal\"", "\"actor\":\"laura\"", "Event \\d+ does not fit"),
                Arguments.of(
                        "record.json",
                        "The agreement covers it.",
                        "The agreement covers us.",
                        "Event \\d+ does not fit"),
                Arguments.of("record.json", "{\"sequence\":1,", "{\"sequence\":7,", "Event 1 does not fit"),
                Arguments.of(
                        "evidence/01 consent of Ana.txt", "yes", "no!", "The file “consent of Ana.txt” of event 2"),
                Arguments.of("letter/LETTER.pdf", "%PDF", "%pdf", "The letter “letter/GL-.*” is not the one"),
                Arguments.of(
                        "checkpoint.json",
                        "\"way\":[",
                        "\"way\":[{\"side\":\"left\",\"hash\":\"" + "0".repeat(64) + "\"},",
                        "does not lead to what it states"),
                Arguments.of("dossier.pdf", "%PDF", "%pdf", "The file “dossier.pdf” was changed"),
                Arguments.of(
                        "manifest.json", number, "GC-1999-000001", "The signature of manifest.json does not hold"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("changes")
    void theProgramNamesWhatWasChanged(String name, String before, String after, String expected) throws Exception {
        String entry = name.replace("LETTER", floor.letterOf(number));
        Map<String, byte[]> changed = new LinkedHashMap<>(archive);
        String content = new String(archive.get(entry), StandardCharsets.ISO_8859_1);
        assertThat(content).contains(before);
        changed.put(entry, content.replace(before, after).getBytes(StandardCharsets.ISO_8859_1));

        assertThat(verified(changed)).startsWith("1 ").containsPattern("BROKEN: .*" + expected);
    }

    @Test
    void theProgramMissesWhatWasTakenOutAndFindsWhatWasPutIn() throws Exception {
        Map<String, byte[]> changed = new LinkedHashMap<>(archive);
        changed.remove("evidence/02 script page.txt");
        changed.put("evidence/03 more.txt", "More.".getBytes(StandardCharsets.UTF_8));

        assertThat(verified(changed))
                .startsWith("1 ")
                .contains(
                        "The file “evidence/02 script page.txt” is gone from the archive.",
                        "The file “evidence/03 more.txt” was put into the archive.",
                        "No event tells of “evidence/03 more.txt”.");
    }

    @Test
    void aLastEventCutOffIsMissedByTheProgram() throws Exception {
        Map<String, byte[]> changed = new LinkedHashMap<>(archive);
        String record = new String(archive.get("record.json"), StandardCharsets.UTF_8);
        int last = record.lastIndexOf(",{\"sequence\":");
        changed.put("record.json", (record.substring(0, last) + "]}").getBytes(StandardCharsets.UTF_8));

        assertThat(verified(changed))
                .startsWith("1 ")
                .containsPattern("BROKEN: Event \\d+ is missing: the record ends with another hash.");
    }

    @Test
    void theDossierReadsWellAndIsTagged() throws IOException {
        Answer answer = floor.as("requester")
                .get("/api/requests/" + number + "/record.pdf")
                .expect(200);
        Files.write(Path.of("target", "dossier.pdf"), answer.bytes());

        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(answer.header("Content-Disposition")).contains("attachment", number);
        try (PDDocument pdf = Loader.loadPDF(answer.bytes())) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).startsWith("en");
            assertThat(inReadingOrder().getText(pdf).replaceAll("\\s+", " "))
                    .contains("What is on record about " + number)
                    .contains("Page 1 of " + pdf.getNumberOfPages())
                    .contains("Yes: every event fits the one before it")
                    .contains("A signed checkpoint covers it up to event")
                    .contains("Ana Díaz, principal performer", "Consent confirmed")
                    .contains("Condition: Delete the model after delivery.")
                    .contains("consent of Ana.txt", Sha256.of("She said yes."))
                    .contains("Written approval " + floor.letterOf(number) + " issued")
                    .contains(floor.as("requester")
                            .get("/api/requests/" + number + "/record")
                            .json()
                            .get("digest")
                            .asText());
        }
    }

    @Test
    void ofAConfidentialCaseGoesOnlyToThoseWhoWorkOnIt() {
        for (String part : new String[] {"record", "record.pdf", "record.zip"}) {
            floor.as("requester")
                    .get("/api/requests/" + confidential + "/" + part)
                    .expect(200);
            for (String other : new String[] {"admin", "requester2"}) {
                Answer answer = floor.as(other).get("/api/requests/" + confidential + "/" + part);
                answer.expectProblem(other.equals("admin") ? 403 : 404);
                assertThat(answer.text()).doesNotContain("kitchen");
            }
        }
    }

    private String verified(Map<String, byte[]> files, String... more) throws Exception {
        Path zip = Files.write(place.resolve(number + ".zip"), packed(files));
        Path program = Files.write(place.resolve("VerifyRecord.java"), archive.get("VerifyRecord.java"));
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-Dfile.encoding=UTF-8",
                program.toString(),
                zip.toString());
        command.command().addAll(List.of(more));
        Process run = command.redirectErrorStream(true).start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return run.exitValue() + " " + said;
    }

    private static PDFTextStripper inReadingOrder() {
        PDFTextStripper text = new PDFTextStripper();
        text.setSortByPosition(true);
        return text;
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] packed(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        }
        return zip.toByteArray();
    }
}
