package org.clearancedesk.approval;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps from when until when approvals hold, and whether their use was closed out. */
@Component
class ApprovalRepository {

    private final JdbcClient jdbc;

    ApprovalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String number, Validity validity) {
        jdbc.sql("insert into clearance_approval (case_number, begins_at, ends_at) values (?, ?, ?)")
                .params(number, validity.begins().atOffset(UTC), validity.ends().atOffset(UTC))
                .update();
    }

    Optional<Validity> validity(String number) {
        return jdbc.sql("select begins_at, ends_at from clearance_approval where case_number = ?")
                .param(number)
                .query((row, index) -> new Validity(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .optional();
    }

    boolean isClosedOut(String number) {
        return jdbc.sql("select exists (select 1 from clearance_approval"
                        + " where case_number = ? and closed_out_at is not null)")
                .param(number)
                .query(Boolean.class)
                .single();
    }

    /** False when it was closed out before, or there is no approval. */
    boolean closeOut(String number, Instant at) {
        return jdbc.sql(
                                "update clearance_approval set closed_out_at = ? where case_number = ? and closed_out_at is null")
                        .params(at.atOffset(UTC), number)
                        .update()
                == 1;
    }
}
