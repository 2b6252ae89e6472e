package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case has up to 200 files, or 2 GB; one person hands in up to 1 GB within an hour. */
@RunningDesk
class TooManyFilesTest {

    private static final byte[] NOTE = "A note.".getBytes(StandardCharsets.UTF_8);
    private static final long GIGABYTE = 1L << 30;

    private final Floor floor;
    private final JdbcClient jdbc;

    TooManyFilesTest(Floor floor, JdbcClient jdbc) {
        this.floor = floor;
        this.jdbc = jdbc;
    }

    /** The record tells of none of them. */
    @AfterEach
    void takesAwayWhatNobodyHandedIn() {
        jdbc.sql("delete from clearance_evidence where uploaded_by = 'somebody'")
                .update();
    }

    @Test
    void aCaseThatHasAllItsFilesTakesNoMore() {
        String number = floor.sent("requester", Submission.withLegalReview());
        has(number, 200, 1);

        assertThat(handIn("requester", number).expectProblemAt(422, "file").text())
                .contains(number, "200", "2 GB");
        assertThat(filesOf(number)).isEqualTo(200);
    }

    @Test
    void aCaseWhoseFilesAreVastTakesNoMore() {
        String number = floor.sent("requester", Submission.withLegalReview());
        has(number, 2, GIGABYTE);

        handIn("requester", number).expectProblemAt(422, "file");

        assertThat(filesOf(number)).isEqualTo(2);
    }

    @Test
    void aFileOfTheRequestItselfCountsToo() {
        floor.person("collector", "collector@desk.example", "requesters");
        jdbc.sql("delete from clearance_evidence where uploaded_by = 'collector'")
                .update();
        String id = floor.as("collector")
                .upload("/api/evidence", "note.txt", NOTE)
                .expect(201)
                .json()
                .get("id")
                .asText();
        jdbc.sql("update clearance_evidence set size = ? where id = ?")
                .params(3 * GIGABYTE, id)
                .update();

        floor.as("collector")
                .post("/api/requests", Submission.with(Submission.withLegalReview(), "evidence", List.of(id)))
                .expectProblemAt(422, "evidence");
    }

    @Test
    void whoHasHandedInAGigabyteWithinAnHourWaits() {
        floor.person("hoarder", "hoarder@desk.example", "requesters");
        floor.as("hoarder").upload("/api/evidence", "note.txt", NOTE).expect(201);
        jdbc.sql("update clearance_evidence set size = ? where uploaded_by = 'hoarder'")
                .param(GIGABYTE)
                .update();
        Map<String, Long> before = floor.rows();

        assertThat(floor.as("hoarder")
                        .upload("/api/evidence", "note.txt", NOTE)
                        .expectProblemAt(422, "file")
                        .text())
                .contains("1 GB within an hour");
        assertThat(floor.rows()).isEqualTo(before);
        floor.as("requester2").upload("/api/evidence", "note.txt", NOTE).expect(201);
    }

    private Answer handIn(String user, String number) {
        return floor.as(user).upload("/api/requests/%s/evidence".formatted(number), "note.txt", NOTE);
    }

    private long filesOf(String number) {
        return jdbc.sql("select count(*) from clearance_evidence where case_number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    private void has(String number, int files, long size) {
        for (int i = 0; i < files; i++) {
            jdbc.sql("insert into clearance_evidence (id, case_number, name, media_type, size, sha256, uploaded_by,"
                            + " uploaded_at, scan) values (?, ?, 'a.txt', 'text/plain', ?, ?, 'somebody',"
                            + " timestamp with time zone '2026-01-01 10:00:00+00', 'CLEAN')")
                    .params(number + "/" + i, number, size, "0".repeat(64))
                    .update();
        }
    }
}
