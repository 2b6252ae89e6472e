package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clearancedesk.evidence.ClamavDaemon;
import org.clearancedesk.evidence.ClamavIsThere;
import org.clearancedesk.evidence.ScanRound;
import org.clearancedesk.evidence.Virus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** With ClamAV's own daemon. */
@ExtendWith(ClamavIsThere.class)
@RunningDesk
@Import(ScanRound.class)
class ScannedFilesTest {

    private static final byte[] NOTE = "A note.".getBytes(StandardCharsets.UTF_8);
    private static final ClamavDaemon CLAMAV = new ClamavDaemon();

    private final Floor floor;
    private final ScanRound round;
    private String place = "";

    ScannedFilesTest(Floor floor, ScanRound round) {
        this.floor = floor;
        this.round = round;
    }

    @DynamicPropertySource
    static void scanner(DynamicPropertyRegistry properties) {
        // The webapp finds engines by name, in all desks that run in the same program.
        properties.add("camunda.bpm.process-engine-name", () -> "scanned");
        properties.add("spring.datasource.url", () -> "jdbc:h2:mem:scanned-desk;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
        properties.add("clearance-desk.evidence.clamd.host", () -> "127.0.0.1");
        properties.add("clearance-desk.evidence.clamd.port", CLAMAV::port);
        properties.add("clearance-desk.evidence.scan-again-every", () -> "1d");
    }

    @BeforeEach
    void startTheScanner() {
        CLAMAV.start();
        place = "/api/requests/" + floor.sent("requester", Submission.withLegalReview());
    }

    @AfterEach
    void stopTheScanner() {
        CLAMAV.stop();
    }

    @Test
    void aCleanFileIsCalledCleanAndGivenOut() {
        JsonNode file = handIn("note.txt", NOTE).expect(201).json();

        assertThat(file.get("scan").asText()).isEqualTo("CLEAN");
        assertThat(floor.as("legal")
                        .get(place + "/evidence/" + file.get("id").asText())
                        .expect(200)
                        .bytes())
                .isEqualTo(NOTE);
    }

    @Test
    void aFileOfTheLargestSizeIsScannedToo() {
        byte[] large = new byte[25 * OfficeFile.MEGABYTE];
        Arrays.fill(large, (byte) 'a');

        assertThat(handIn("large.txt", large).expect(201).json().get("scan").asText())
                .isEqualTo("CLEAN");
    }

    @Test
    void aVirusIsRefusedByNameAndOnlyTheAttemptIsKept() {
        Map<String, Long> before = floor.rows();

        Answer refused = handIn("invoice.txt", Virus.CONTENT).expectProblemAt(422, "file");

        assertThat(refused.json().get("detail").asText()).contains("invoice.txt", "Desk-Test");
        assertThat(floor.rows()).isEqualTo(withOneMore("CLEARANCE_EVENT", before));
        String record = floor.as("requester").get(place + "/record").expect(200).text();
        assertThat(record)
                .contains("EVIDENCE_REFUSED", "invoice.txt", "Desk-Test")
                .doesNotContain("EICAR-STANDARD");
        assertThat(floor.as("requester").get(place).json().get("evidence")).isEmpty();
    }

    @Test
    void aVirusInADocumentIsFoundToo() {
        byte[] document = OfficeFile.text()
                .with(
                        "word/printerSettings1.bin",
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.printerSettings",
                        Virus.CONTENT)
                .bytes();

        Answer refused = handIn("Agreement.docx", document).expectProblemAt(422, "file");

        assertThat(refused.text()).contains("holds a virus");
    }

    @Test
    void aVirusIsRefusedBeforeThereIsARequest() {
        Map<String, Long> before = floor.rows();

        floor.as("requester")
                .upload("/api/evidence", "invoice.txt", Virus.CONTENT)
                .expectProblemAt(422, "file");

        assertThat(floor.rows()).isEqualTo(before);
    }

    @Test
    void whatCameWhileTheScannerWasDownIsJudgedWhenItIsBack() {
        CLAMAV.stop();
        String clean = handIn("note.txt", NOTE).expect(201).json().get("id").asText();
        String infected = handIn("invoice.txt", Virus.CONTENT)
                .expect(201)
                .json()
                .get("id")
                .asText();
        assertThat(scan(clean)).isEqualTo("WAITING");
        floor.as("legal").get(place + "/evidence/" + infected).expectProblem(409);
        CLAMAV.start();

        round.run();

        assertThat(scan(clean)).isEqualTo("CLEAN");
        assertThat(scan(infected)).isEqualTo("INFECTED");
        floor.as("legal").get(place + "/evidence/" + clean).expect(200);
        assertThat(floor.as("legal")
                        .get(place + "/evidence/" + infected)
                        .expectProblem(409)
                        .text())
                .contains("removed");
    }

    private Answer handIn(String name, byte[] content) {
        return floor.as("requester").upload(place + "/evidence", name, content);
    }

    private String scan(String id) {
        for (JsonNode file : floor.as("requester").get(place).json().get("evidence")) {
            if (file.get("id").asText().equals(id)) {
                return file.get("scan").asText();
            }
        }
        return "";
    }

    private static Map<String, Long> withOneMore(String table, Map<String, Long> rows) {
        Map<String, Long> more = new LinkedHashMap<>(rows);
        more.computeIfPresent(table, (name, count) -> count + 1);
        return more;
    }
}
