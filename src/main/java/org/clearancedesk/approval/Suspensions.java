package org.clearancedesk.approval;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clearancedesk.approval.StoredSuspension.Decision;
import org.clearancedesk.approval.Suspension.Cause;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what holds approvals up. */
@Component
public class Suspensions {

    private final JdbcClient jdbc;

    Suspensions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What holds a case's approval up now. */
    public List<StoredSuspension> open(String number) {
        return jdbc.sql("select * from clearance_hold where case_number = ? and ended_at is null order by held_at, id")
                .param(number)
                .query(Suspensions::kept)
                .list();
    }

    public StoredSuspension get(String id) {
        return jdbc.sql("select * from clearance_hold where id = ?")
                .param(id)
                .query(Suspensions::kept)
                .single();
    }

    /** The open suspensions for which legal decided to release. */
    public List<StoredSuspension> releasing(String number) {
        return open(number).stream()
                .filter(kept -> kept.decision() != null && kept.decision().outcome() == SuspensionOutcome.RELEASED)
                .toList();
    }

    /** The open suspension for which legal decided to revoke. */
    Optional<StoredSuspension> revoking(String number) {
        return open(number).stream()
                .filter(kept -> kept.decision() != null && kept.decision().outcome() == SuspensionOutcome.REVOKED)
                .findFirst();
    }

    Optional<StoredSuspension> openFor(String number, Cause cause, String about) {
        return open(number).stream()
                .filter(kept -> kept.suspension().cause() == cause
                        && kept.suspension().about().equals(about))
                .findFirst();
    }

    StoredSuspension begin(String number, Suspension suspension, String by, Instant now) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("insert into clearance_hold (id, case_number, cause, about, reason, held_by, held_at, before_letter)"
                        + " values (?, ?, ?, ?, ?, ?, ?, false)")
                .params(
                        id,
                        number,
                        suspension.cause().name(),
                        suspension.about(),
                        suspension.reason(),
                        by,
                        now.atOffset(UTC))
                .update();
        return new StoredSuspension(id, number, suspension, by, now, null);
    }

    /** Notes that the approval is suspended for it; false when that was noted before. */
    boolean record(String id, Instant now) {
        return jdbc.sql("update clearance_hold set recorded_at = ? where id = ? and recorded_at is null")
                        .params(now.atOffset(UTC), id)
                        .update()
                == 1;
    }

    void decide(String id, Decision decision) {
        jdbc.sql("update clearance_hold set outcome = ?, decided_by = ?, decided_because = ? where id = ?")
                .params(decision.outcome().name(), decision.by(), decision.because(), id)
                .update();
    }

    void end(String id, Instant now) {
        jdbc.sql("update clearance_hold set ended_at = ? where id = ?")
                .params(now.atOffset(UTC), id)
                .update();
    }

    void endAll(String number, Instant now) {
        jdbc.sql("update clearance_hold set ended_at = ? where case_number = ? and ended_at is null")
                .params(now.atOffset(UTC), number)
                .update();
    }

    private static StoredSuspension kept(ResultSet row, int index) throws SQLException {
        return new StoredSuspension(
                row.getString("id"),
                row.getString("case_number"),
                new Suspension(Cause.valueOf(row.getString("cause")), row.getString("about"), row.getString("reason")),
                row.getString("held_by"),
                row.getObject("held_at", OffsetDateTime.class).toInstant(),
                decision(row));
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return outcome == null
                ? null
                : new Decision(
                        SuspensionOutcome.valueOf(outcome),
                        row.getString("decided_by"),
                        row.getString("decided_because"));
    }
}
