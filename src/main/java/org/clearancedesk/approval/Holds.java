package org.clearancedesk.approval;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clearancedesk.approval.Hold.Cause;
import org.clearancedesk.approval.KeptHold.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what holds approvals up. */
@Component
public class Holds {

    private final JdbcClient jdbc;

    Holds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What holds a case's approval up now. */
    public List<KeptHold> open(String number) {
        return jdbc.sql("select * from clearance_hold where case_number = ? and ended_at is null order by held_at, id")
                .param(number)
                .query(Holds::kept)
                .list();
    }

    /** What held it up before its letter was out. */
    public List<KeptHold> earlier(String number) {
        return jdbc.sql("select * from clearance_hold where case_number = ? and ended_at is null and before_letter"
                        + " order by held_at, id")
                .param(number)
                .query(Holds::kept)
                .list();
    }

    public KeptHold get(String id) {
        return jdbc.sql("select * from clearance_hold where id = ?")
                .param(id)
                .query(Holds::kept)
                .single();
    }

    /** The open holds for which legal decided to release. */
    public List<KeptHold> releasing(String number) {
        return open(number).stream()
                .filter(kept -> kept.decision() != null && kept.decision().outcome() == HoldOutcome.RELEASED)
                .toList();
    }

    /** The open hold for which legal decided to revoke. */
    Optional<KeptHold> revoking(String number) {
        return open(number).stream()
                .filter(kept -> kept.decision() != null && kept.decision().outcome() == HoldOutcome.REVOKED)
                .findFirst();
    }

    Optional<KeptHold> openFor(String number, Cause cause, String about) {
        return open(number).stream()
                .filter(kept ->
                        kept.hold().cause() == cause && kept.hold().about().equals(about))
                .findFirst();
    }

    KeptHold begin(String number, Hold hold, String by, Instant now, boolean beforeLetter) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("insert into clearance_hold (id, case_number, cause, about, reason, held_by, held_at, before_letter)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        number,
                        hold.cause().name(),
                        hold.about(),
                        hold.reason(),
                        by,
                        now.atOffset(UTC),
                        beforeLetter)
                .update();
        return new KeptHold(id, number, hold, by, now, null);
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

    private static KeptHold kept(ResultSet row, int index) throws SQLException {
        return new KeptHold(
                row.getString("id"),
                row.getString("case_number"),
                new Hold(Cause.valueOf(row.getString("cause")), row.getString("about"), row.getString("reason")),
                row.getString("held_by"),
                row.getObject("held_at", OffsetDateTime.class).toInstant(),
                decision(row));
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return outcome == null
                ? null
                : new Decision(
                        HoldOutcome.valueOf(outcome), row.getString("decided_by"), row.getString("decided_because"));
    }
}
