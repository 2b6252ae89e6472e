package org.clearancedesk.access.door;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.clearancedesk.access.RefusedAttempt;
import org.clearancedesk.access.RefusedAttempt.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of refused attempts: rows are added, and forgotten when they are old, and never changed. */
@Component
class AttemptBook {

    private final JdbcClient jdbc;

    AttemptBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(RefusedAttempt attempt) {
        jdbc.sql(
                        """
                        insert into refused_attempt (attempted_at, who, kind, route, request_number, address)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        OffsetDateTime.ofInstant(attempt.at(), ZoneOffset.UTC),
                        attempt.who(),
                        attempt.kind().name(),
                        attempt.route(),
                        attempt.number(),
                        attempt.address())
                .update();
    }

    List<RefusedAttempt> newest(int page, int size) {
        return jdbc.sql(
                        """
                        select attempted_at, who, kind, route, request_number, address from refused_attempt
                        order by id desc limit ? offset ?""")
                .params(size, (long) page * size)
                .query((row, index) -> new RefusedAttempt(
                        row.getObject("attempted_at", OffsetDateTime.class).toInstant(),
                        row.getString("who"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("route"),
                        row.getString("request_number"),
                        row.getString("address")))
                .list();
    }

    void forgetBefore(Instant time) {
        jdbc.sql("delete from refused_attempt where attempted_at < ?")
                .param(OffsetDateTime.ofInstant(time, ZoneOffset.UTC))
                .update();
    }
}
