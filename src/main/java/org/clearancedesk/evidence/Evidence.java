package org.clearancedesk.evidence;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clearancedesk.register.Register;
import org.clearancedesk.register.Sha256;
import org.clearancedesk.request.BadInput;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps files. The process never sees more of one than its id. */
@Component
@Transactional
public class Evidence {

    /** The largest file that is taken, in bytes: 25 MB. */
    public static final int LARGEST = 25 * 1024 * 1024;

    /** How long a file waits for its request before it is dropped. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private static final int LONGEST_NAME = 200;
    private static final String COLUMNS = "id, case_number, name, media_type, size, sha256, uploaded_by, uploaded_at";
    private static final RowMapper<EvidenceFile> FILE = (row, index) -> new EvidenceFile(
            row.getString("id"),
            row.getString("case_number"),
            row.getString("name"),
            row.getString("media_type"),
            row.getLong("size"),
            row.getString("sha256"),
            row.getString("uploaded_by"),
            row.getObject("uploaded_at", OffsetDateTime.class).toInstant());

    private final JdbcClient jdbc;
    private final FileTypes types;
    private final Register register;
    private final Clock clock;

    Evidence(JdbcClient jdbc, FileTypes types, Register register, Clock clock) {
        this.jdbc = jdbc;
        this.types = types;
        this.register = register;
        this.clock = clock;
    }

    /**
     * Stores a file.
     *
     * @param caseNumber the case it belongs to, or null when its request is still being written
     * @throws BadInput when it is empty, too large or of a type that is not taken
     */
    public EvidenceFile store(
            @Nullable String caseNumber, @Nullable String givenName, byte[] content, String uploadedBy) {
        String name = plainName(givenName);
        if (content.length == 0) {
            throw new BadInput("file", "“%s” is empty. Please choose the file again.".formatted(name));
        }
        if (content.length > LARGEST) {
            throw new BadInput("file", "“%s” is larger than 25 MB. Please hand in a smaller copy.".formatted(name));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        jdbc.sql("delete from clearance_evidence where case_number is null and uploaded_at < ?")
                .param(now.minus(PATIENCE).atOffset(UTC))
                .update();
        EvidenceFile file = new EvidenceFile(
                UUID.randomUUID().toString(),
                caseNumber,
                name,
                types.check(name, content),
                content.length,
                Sha256.of(content),
                uploadedBy,
                now);
        jdbc.sql("insert into clearance_evidence (" + COLUMNS + ", content) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        file.id(),
                        caseNumber,
                        name,
                        file.type(),
                        file.size(),
                        file.sha256(),
                        uploadedBy,
                        now.atOffset(UTC),
                        content)
                .update();
        if (caseNumber != null) {
            register.evidenceAdded(caseNumber, uploadedBy, asRecorded(file));
        }
        return file;
    }

    /**
     * Gives waiting files to their case; those that the case has already stay.
     *
     * @throws BadInput when there is no such file of this person
     */
    public void attach(List<String> ids, String caseNumber, String uploadedBy) {
        for (String id : ids) {
            int attached = jdbc.sql("update clearance_evidence set case_number = ?"
                            + " where id = ? and case_number is null and uploaded_by = ?")
                    .params(caseNumber, id, uploadedBy)
                    .update();
            EvidenceFile file = find(id).filter(found -> caseNumber.equals(found.caseNumber()))
                    .orElseThrow(() -> new BadInput(
                            "evidence", "One of the files is no longer there. Please remove it and hand it in again."));
            if (attached == 1) {
                register.evidenceAdded(caseNumber, uploadedBy, asRecorded(file));
            }
        }
    }

    public List<EvidenceFile> ofCase(String caseNumber) {
        return jdbc.sql("select " + COLUMNS + " from clearance_evidence where case_number = ? order by uploaded_at, id")
                .param(caseNumber)
                .query(FILE)
                .list();
    }

    public Optional<EvidenceFile.Download> download(String caseNumber, String id) {
        return find(id).filter(file -> caseNumber.equals(file.caseNumber()))
                .map(file -> new EvidenceFile.Download(
                        file,
                        jdbc.sql("select content from clearance_evidence where id = ?")
                                .param(id)
                                .query((row, index) -> row.getBytes(1))
                                .single()));
    }

    private Optional<EvidenceFile> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from clearance_evidence where id = ?")
                .param(id)
                .query(FILE)
                .optional();
    }

    private static Map<String, ?> asRecorded(EvidenceFile file) {
        return Map.of(
                "id",
                file.id(),
                "name",
                file.name(),
                "type",
                file.type(),
                "size",
                file.size(),
                "sha256",
                file.sha256());
    }

    /** The name without any path and without characters that mean something to a file system or a header. */
    private static String plainName(@Nullable String given) {
        String name = given == null
                ? ""
                : given.replaceAll(".*[/\\\\]", "")
                        .replaceAll("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069\"<>|:*?;]", "_")
                        .strip();
        if (name.isEmpty() || name.startsWith(".")) {
            name = "file" + name;
        }
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }
}
