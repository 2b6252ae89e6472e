package org.clearancedesk.register;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.clearancedesk.trace.Correlation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Appends events. There is no way to change or remove one. */
@Component
public class EventStore {

    private static final String COLUMNS =
            "case_number, sequence, type, occurred_at, actor, payload, previous_hash, hash";

    static final RowMapper<CaseEvent> EVENT = (row, index) -> new CaseEvent(
            row.getString("case_number"),
            row.getInt("sequence"),
            EventType.valueOf(row.getString("type")),
            row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
            row.getString("actor"),
            row.getString("payload"),
            row.getString("previous_hash"),
            row.getString("hash"));

    private static final RowMapper<StoredEvent> STORED = (row, index) -> new StoredEvent(
            row.getString("case_number"),
            row.getInt("sequence"),
            row.getString("type"),
            row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
            row.getString("actor"),
            row.getString("payload"),
            row.getString("previous_hash"),
            row.getString("hash"));

    private final JdbcClient jdbc;
    private final EventChain eventChain;
    private final CanonicalJson json;
    private final Clock clock;

    EventStore(JdbcClient jdbc, EventChain eventChain, CanonicalJson json, Clock clock) {
        this.jdbc = jdbc;
        this.eventChain = eventChain;
        this.json = json;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** Appends in the caller's transaction; whoever else writes on the same case waits until it ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public CaseEvent append(String number, EventType type, String actor, Object payload, @Nullable Status status) {
        return append(number, type, actor, payload, status, now());
    }

    /** The same, of a moment that the caller keeps elsewhere too. */
    @Transactional(propagation = Propagation.MANDATORY)
    public CaseEvent append(
            String number, EventType type, String actor, Object payload, @Nullable Status status, Instant at) {
        ChainHead head = lockedHead(number);
        CaseEvent event = eventChain.link(number, head.sequence() + 1, type, at, actor, json.of(payload), head.hash());
        add(event);
        jdbc.sql("update clearance_case set last_sequence = ?, last_hash = ?, changed_at ="
                        + " case when code_name is not null and ? then changed_at else coalesce(?, changed_at) end,"
                        + " status = coalesce(?, status), correlation = coalesce(?, correlation) where number = ?")
                .params(
                        event.sequence(),
                        event.hash(),
                        type.followsConsent(),
                        type.isMail() ? null : event.at().atOffset(UTC),
                        status == null ? null : status.name(),
                        Correlation.current().orElse(null),
                        number)
                .update();
        LockedCases.ofThisTransaction().appended(event);
        return event;
    }

    /** The event that a case begins with; the case itself comes first. */
    CaseEvent first(String number, String actor, Object payload, Instant at) {
        return eventChain.link(number, 1, EventType.REQUEST_SUBMITTED, at, actor, json.of(payload), EventChain.START);
    }

    /** Adds the first event of a case whose row says already that its record ends there. */
    void begin(CaseEvent first) {
        add(first);
        LockedCases.ofThisTransaction().appended(first);
    }

    private void add(CaseEvent event) {
        jdbc.sql("insert into clearance_event (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        event.caseNumber(),
                        event.sequence(),
                        event.type().name(),
                        event.at().atOffset(UTC),
                        event.actor(),
                        event.payload(),
                        event.previousHash(),
                        event.hash())
                .update();
    }

    List<CaseEvent> events(String number) {
        return jdbc.sql("select " + COLUMNS + " from clearance_event where case_number = ? order by sequence")
                .param(number)
                .query(EVENT)
                .list();
    }

    /** The events whatever they hold. */
    List<StoredEvent> stored(String number) {
        return jdbc.sql("select " + COLUMNS + " from clearance_event where case_number = ? order by sequence")
                .param(number)
                .query(STORED)
                .list();
    }

    /** Whether others know the case by a code name. */
    boolean isConfidential(String number) {
        return jdbc.sql("select code_name from clearance_case where number = ?")
                .param(number)
                .query(String.class)
                .optional()
                .isPresent();
    }

    ChainHead head(String number) {
        return head(number, "");
    }

    Optional<CaseEvent> last(String number, List<EventType> types) {
        return LockedCases.ofThisTransaction().last(number, types).or(() -> jdbc.sql("select " + COLUMNS
                        + " from clearance_event where case_number = :number and type in (:types)"
                        + " order by sequence desc fetch first 1 rows only")
                .param("number", number)
                .param("types", types.stream().map(Enum::name).toList())
                .query(EVENT)
                .optional());
    }

    /** The same; whoever else wants to change the case waits until the caller's transaction ends. */
    public ChainHead lockedHead(String number) {
        LockedCases locked = LockedCases.ofThisTransaction();
        return locked.head(number).orElseGet(() -> {
            ChainHead head = head(number, " for update");
            locked.locked(number, head);
            return head;
        });
    }

    private ChainHead head(String number, String lock) {
        return jdbc.sql("select last_sequence, last_hash from clearance_case where number = ?" + lock)
                .param(number)
                .query((row, index) -> new ChainHead(row.getInt(1), row.getString(2)))
                .optional()
                .orElseThrow(() -> new UnknownCase(number));
    }
}
