package org.clearancedesk.people.attempt;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.clearancedesk.people.RefusedAttempt;
import org.clearancedesk.people.RefusedAttempt.Kind;
import org.clearancedesk.register.ChainEnds;
import org.clearancedesk.register.RowChain;
import org.clearancedesk.register.RowText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table of refused attempts: rows are added, each linked to the one before, and forgotten from the oldest on when they
 * are old, and never changed.
 */
@Component
class AttemptRepository {

    /** The name of the chain that the rows form. */
    private static final String CHAIN = "ATTEMPTS";

    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final RowChain chain;
    private final ChainEnds ends;

    AttemptRepository(JdbcClient jdbc, RowChain chain, ChainEnds ends) {
        this.jdbc = jdbc;
        this.chain = chain;
        this.ends = ends;
    }

    @Transactional
    void add(RefusedAttempt attempt) {
        KeyHolder added = new GeneratedKeyHolder();
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
                .update(added, "id");
        link(requireNonNull(added.getKeyAs(Long.class)));
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

    /** Rows from before they were linked; whether there may be more. */
    @Transactional
    boolean linkSome() {
        List<Long> loose = jdbc.sql("select id from refused_attempt where position is null order by id limit ?")
                .param(PAGE)
                .query(Long.class)
                .list();
        loose.forEach(this::link);
        return loose.size() == PAGE;
    }

    /** Forgets from the oldest on; the first that is not old stays, with all behind it. */
    @Transactional
    void forgetBefore(Instant time) {
        int last = ends.lock(CHAIN).sequence();
        OffsetDateTime day = OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
        int upTo = jdbc.sql("select coalesce(min(position) - 1, ?) from refused_attempt where attempted_at >= ?")
                .params(last, day)
                .query(Integer.class)
                .single();
        jdbc.sql("select hash from refused_attempt where position = ?")
                .param(upTo)
                .query(String.class)
                .optional()
                .ifPresent(hash -> ends.forget(CHAIN, upTo, hash));
        jdbc.sql("delete from refused_attempt where position <= ?").param(upTo).update();
    }

    private void link(Long id) {
        // Before the row is read: two at once would both be the next one.
        ends.lock(CHAIN);
        RowChain.Link link = chain.append(
                CHAIN,
                jdbc.sql("select * from refused_attempt where id = ?")
                        .param(id)
                        .query((row, index) -> RowText.of(row))
                        .single());
        jdbc.sql("update refused_attempt set position = ?, previous_hash = ?, hash = ? where id = ?")
                .params(link.position(), link.previous(), link.hash(), id)
                .update();
    }
}
