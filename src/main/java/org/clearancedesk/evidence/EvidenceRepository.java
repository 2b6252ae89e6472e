package org.clearancedesk.evidence;

import static java.time.ZoneOffset.UTC;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.clearancedesk.evidence.file.TemporaryFile;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.stereotype.Component;

/** The rows that files are kept in. */
@Component
class EvidenceRepository {

    private static final String COLUMNS =
            "id, case_number, name, media_type, size, sha256, uploaded_by, uploaded_at, scan";
    private static final String TO_SCAN = " scan in ('WAITING', 'NOT_SCANNED')";
    /** In bytes. */
    private static final int PIECE = 4 * 1024 * 1024;

    private static final RowMapper<Amount> AMOUNT = (row, index) -> new Amount(row.getInt(1), row.getLong(2));
    private static final RowMapper<EvidenceFile> FILE = (row, index) -> new EvidenceFile(
            row.getString("id"),
            row.getString("case_number"),
            row.getString("name"),
            row.getString("media_type"),
            row.getLong("size"),
            row.getString("sha256"),
            row.getString("uploaded_by"),
            row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
            Scan.valueOf(row.getString("scan")));

    private final JdbcClient jdbc;

    EvidenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(EvidenceFile file, TemporaryFile content) {
        try (InputStream bytes = content.stream()) {
            jdbc.sql("insert into clearance_evidence (" + COLUMNS + ", content) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            file.id(),
                            file.caseNumber(),
                            file.name(),
                            file.type(),
                            file.size(),
                            file.sha256(),
                            file.uploadedBy(),
                            file.uploadedAt().atOffset(UTC),
                            file.scan().name(),
                            new SqlBinaryValue(bytes, file.size()))
                    .update();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void dropUnclaimed(Instant before) {
        jdbc.sql("delete from clearance_evidence where case_number is null and uploaded_at < ?")
                .param(before.atOffset(UTC))
                .update();
    }

    /** Gives a waiting file of this person to a case; false when it is none. */
    boolean claim(String id, String caseNumber, String uploadedBy) {
        return jdbc.sql("update clearance_evidence set case_number = ?"
                                + " where id = ? and case_number is null and uploaded_by = ?")
                        .params(caseNumber, id, uploadedBy)
                        .update()
                == 1;
    }

    Optional<EvidenceFile> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from clearance_evidence where id = ?")
                .param(id)
                .query(FILE)
                .optional();
    }

    List<EvidenceFile> ofCase(String caseNumber) {
        return jdbc.sql("select " + COLUMNS + " from clearance_evidence where case_number = ? order by uploaded_at, id")
                .param(caseNumber)
                .query(FILE)
                .list();
    }

    /**
     * Writes a file's content out piece by piece, each read by itself: nobody who is slow holds a connection.
     *
     * @return false when there is no such content, or it was removed meanwhile
     */
    boolean copy(EvidenceFile file, OutputStream to) throws IOException {
        for (long from = 0; from < file.size(); from += PIECE) {
            Optional<byte[]> piece = jdbc.sql("select substring(content from ? for ?) from clearance_evidence"
                            + " where id = ? and content is not null")
                    .params((int) from + 1, PIECE, file.id())
                    .query((row, index) -> row.getBytes(1))
                    .optional();
            if (piece.isEmpty()) {
                return false;
            }
            to.write(piece.get());
        }
        return true;
    }

    /** How many files a case has, and how many bytes they are together. */
    Amount ofCaseTogether(String caseNumber) {
        return jdbc.sql("select count(*), coalesce(sum(size), 0) from clearance_evidence where case_number = ?")
                .param(caseNumber)
                .query(AMOUNT)
                .single();
    }

    /** What somebody handed in since then. */
    Amount ofPersonSince(String uploadedBy, Instant since) {
        return jdbc.sql("select count(*), coalesce(sum(size), 0) from clearance_evidence"
                        + " where uploaded_by = ? and uploaded_at > ?")
                .params(uploadedBy, since.atOffset(UTC))
                .query(AMOUNT)
                .single();
    }

    /** So many files of so many bytes together. */
    record Amount(int files, long bytes) {}

    /** Files that no scanner has judged, the one that was tried longest ago first. */
    List<EvidenceFile> toScan(int most) {
        return jdbc.sql("select " + COLUMNS + " from clearance_evidence where" + TO_SCAN
                        + " order by scan_tried_at nulls first, uploaded_at, id limit " + most)
                .query(FILE)
                .list();
    }

    void tried(String id, Instant at) {
        jdbc.sql("update clearance_evidence set scan_tried_at = ? where id = ?")
                .params(at.atOffset(UTC), id)
                .update();
    }

    /** Keeps what a scanner said, once: false when somebody else was faster. An infected file loses its content. */
    boolean judge(String id, Scan scan) {
        return jdbc.sql("update clearance_evidence set scan = ?" + (scan == Scan.INFECTED ? ", content = null" : "")
                                + " where id = ? and" + TO_SCAN)
                        .params(scan.name(), id)
                        .update()
                == 1;
    }

    boolean areFrom(String user) {
        return jdbc.sql("select exists (select 1 from clearance_evidence where lower(uploaded_by) = lower(?))")
                .param(user)
                .query(Boolean.class)
                .single();
    }
}
