package org.clearancedesk.register;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the letters, one for a case at most. */
@Component
public class LetterRepository {

    private static final RowMapper<StoredLetter> LETTER = (row, index) -> new StoredLetter(
            row.getString("number"),
            row.getString("case_number"),
            row.getObject("issued_at", OffsetDateTime.class).toInstant(),
            row.getObject("valid_until", LocalDate.class),
            row.getString("digest"),
            row.getString("signed_by"));
    private static final String FIND =
            "select number, case_number, issued_at, valid_until, digest, signed_by from clearance_letter where ";

    private final JdbcClient jdbc;
    private final EventStore eventStore;

    LetterRepository(JdbcClient jdbc, EventStore eventStore) {
        this.jdbc = jdbc;
        this.eventStore = eventStore;
    }

    /**
     * Keeps a letter and notes it in the case's record; the case is approved with it.
     *
     * @param twin what the letter says, for programs, signed
     * @param conditions what it sets, in its order
     */
    @Transactional
    public void issue(StoredLetter letter, byte[] pdf, String twin, List<DueCondition> conditions) {
        jdbc.sql("insert into clearance_letter"
                        + " (number, case_number, issued_at, valid_until, digest, signed_by, pdf, twin)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        letter.number(),
                        letter.caseNumber(),
                        letter.issuedAt().atOffset(UTC),
                        letter.validUntil(),
                        letter.digest(),
                        letter.signedBy(),
                        pdf,
                        twin)
                .update();
        eventStore.append(
                letter.caseNumber(),
                EventType.LETTER_ISSUED,
                CaseEvents.DESK,
                new Issued(
                        letter.number(),
                        letter.digest(),
                        letter.signedBy(),
                        letter.issuedAt(),
                        letter.validUntil(),
                        Sha256.of(twin),
                        conditions),
                Status.APPROVED);
    }

    public Optional<StoredLetter> ofCase(String caseNumber) {
        return jdbc.sql(FIND + "case_number = ?")
                .param(caseNumber)
                .query(LETTER)
                .optional();
    }

    public Optional<StoredLetter> numbered(String number) {
        return jdbc.sql(FIND + "number = ?").param(number).query(LETTER).optional();
    }

    /** Whether any letter's PDF has this digest. */
    public boolean isDigestOfALetter(String digest) {
        return jdbc.sql("select exists (select 1 from clearance_letter where digest = ?)")
                .param(digest)
                .query(Boolean.class)
                .single();
    }

    /** The PDF, byte for byte as it was issued. */
    public Optional<byte[]> pdfOfCase(String caseNumber) {
        return jdbc.sql("select pdf from clearance_letter where case_number = ?")
                .param(caseNumber)
                .query((row, index) -> row.getBytes(1))
                .optional();
    }

    /** What the letter says, for programs, as it was issued; empty for letters from before there was such a thing. */
    public Optional<String> twinOfCase(String caseNumber) {
        return jdbc.sql("select twin from clearance_letter where case_number = ? and twin is not null")
                .param(caseNumber)
                .query((row, index) -> row.getString(1))
                .optional();
    }

    /** Every column of the letter's row and of its conditions', so that none can be changed unseen; of the twin its digest. */
    private record Issued(
            String letter,
            String digest,
            @Nullable String signedBy,
            Instant issuedAt,
            @Nullable LocalDate validUntil,
            String twinDigest,
            List<DueCondition> conditions) {}
}
