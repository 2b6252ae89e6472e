package org.clearancedesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Random;
import org.clearancedesk.Postgres;
import org.clearancedesk.evidence.file.TemporaryFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class FilesOnPostgresTest {

    private static final int SIZE = 9 * 1024 * 1024 + 5;
    private static Postgres database;

    private final EvidenceRepository files =
            new EvidenceRepository(JdbcClient.create(new DriverManagerDataSource(database.url())));

    @BeforeAll
    static void aTableOfFiles() {
        database = Postgres.start();
        database.execute("create table clearance_evidence (id varchar(36), case_number varchar(20), name varchar(200),"
                + " media_type varchar(100), size bigint, sha256 varchar(64), uploaded_by varchar(255),"
                + " uploaded_at timestamp with time zone, scan varchar(20), scan_tried_at timestamp with time zone,"
                + " content bytea)");
        database.execute("alter table clearance_evidence alter column content set storage external");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void aFileOfSeveralPiecesComesBackByteForByte() throws IOException {
        byte[] content = new byte[SIZE];
        new Random(3).nextBytes(content);
        EvidenceFile file = stored("one", content);

        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(files.copy(file, out)).isTrue();
        assertThat(out.toByteArray()).isEqualTo(content);
    }

    @Test
    void aFileWhoseContentIsGoneIsNotThere() throws IOException {
        EvidenceFile file = stored("two", new byte[] {1, 2, 3});
        files.judge("two", Scan.INFECTED);

        assertThat(files.copy(file, new ByteArrayOutputStream())).isFalse();
    }

    @Test
    void whatOnePersonAndOneCaseHaveIsCounted() throws IOException {
        EvidenceFile file = stored("three", new byte[] {1, 2, 3});

        assertThat(files.ofCaseTogether("case of three")).isEqualTo(new EvidenceRepository.Amount(1, 3));
        assertThat(files.ofPersonSince("by three", file.uploadedAt().minusSeconds(1)))
                .isEqualTo(new EvidenceRepository.Amount(1, 3));
        assertThat(files.ofPersonSince("by three", file.uploadedAt())).isEqualTo(new EvidenceRepository.Amount(0, 0));
    }

    private EvidenceFile stored(String id, byte[] bytes) throws IOException {
        try (TemporaryFile content = new TemporaryFile()) {
            Files.write(content.path(), bytes);
            EvidenceFile file = new EvidenceFile(
                    id,
                    "case of " + id,
                    "a.txt",
                    "text/plain",
                    bytes.length,
                    content.sha256(),
                    "by " + id,
                    Instant.parse("2026-03-01T10:00:00Z"),
                    Scan.NOT_SCANNED);
            files.insert(file, content);
            return file;
        }
    }
}
