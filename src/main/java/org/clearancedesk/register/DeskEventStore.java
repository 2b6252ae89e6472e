package org.clearancedesk.register;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk's own record: one chain of events for what is of no case. Each event holds a row as it came in, so that every
 * column of it can be checked.
 */
@Component
public class DeskEventStore {

    /** The name of the chain; it stands where the events of a case have the case's number. */
    public static final String CHAIN = "DESK";

    private static final String COLUMNS = "sequence, type, occurred_at, actor, payload, previous_hash, hash";

    private static final RowMapper<StoredEvent> EVENT = (row, index) -> new StoredEvent(
            CHAIN,
            row.getInt("sequence"),
            row.getString("type"),
            row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
            row.getString("actor"),
            row.getString("payload"),
            row.getString("previous_hash"),
            row.getString("hash"));

    private final JdbcClient jdbc;
    private final ChainEnds ends;
    private final EventChain eventChain;
    private final CanonicalJson json;
    private final Clock clock;

    DeskEventStore(JdbcClient jdbc, ChainEnds ends, EventChain eventChain, CanonicalJson json, Clock clock) {
        this.jdbc = jdbc;
        this.ends = ends;
        this.eventChain = eventChain;
        this.json = json;
        this.clock = clock;
    }

    /** Puts a row on record, as it stands now, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(DeskTable table, String key, String actor) {
        append(table, key, rows(table).get(key), actor);
    }

    /** Puts on record whatever is not: rows that came with an upgrade, and columns that they got with it. */
    @Transactional
    public void enterWhatIsNew() {
        ends.lock(CHAIN);
        Map<DeskTable, Map<String, Map<String, @Nullable String>>> known = rowsOnRecord();
        for (DeskTable table : DeskTable.values()) {
            rows(table).forEach((key, row) -> {
                Map<String, @Nullable String> fresh = new LinkedHashMap<>(row);
                fresh.keySet()
                        .removeAll(requireNonNull(known.get(table))
                                .getOrDefault(key, Map.of())
                                .keySet());
                if (!fresh.isEmpty()) {
                    append(table, key, fresh, CaseEvents.DESK);
                }
            });
        }
    }

    /** The first event that does not fit; null when the record is whole. */
    public @Nullable ChainBreak firstBreak() {
        return eventChain.firstBreak(ends.of(CHAIN), events()).orElse(null);
    }

    /**
     * The rows as the events tell them, by their key.
     *
     * @throws IllegalArgumentException when an event holds what the desk never writes
     */
    public Map<DeskTable, Map<String, Map<String, @Nullable String>>> rowsOnRecord() {
        Map<DeskTable, Map<String, Map<String, @Nullable String>>> rows = new EnumMap<>(DeskTable.class);
        for (DeskTable table : DeskTable.values()) {
            rows.put(table, new LinkedHashMap<>());
        }
        for (StoredEvent event : events()) {
            JsonNode payload = json.read(event.payload(), JsonNode.class);
            DeskTable table = DeskTable.valueOf(payload.path("table").asText());
            Map<String, @Nullable String> row = requireNonNull(rows.get(table))
                    .computeIfAbsent(payload.path("key").asText(), first -> new LinkedHashMap<>());
            payload.path("row")
                    .properties()
                    .forEach(column -> row.put(
                            column.getKey(),
                            column.getValue().isNull()
                                    ? null
                                    : column.getValue().asText()));
        }
        return rows;
    }

    /** The rows as they stand now, by their key. */
    public Map<String, Map<String, @Nullable String>> rows(DeskTable table) {
        Map<String, Map<String, @Nullable String>> rows = new LinkedHashMap<>();
        jdbc.sql("select * from %s order by %s".formatted(table.table(), table.key()))
                .query((row, index) -> RowText.of(row))
                .list()
                .forEach(row -> rows.put(String.valueOf(row.get(table.key())), row));
        return rows;
    }

    private List<StoredEvent> events() {
        return jdbc.sql("select " + COLUMNS + " from clearance_desk_event order by sequence")
                .query(EVENT)
                .list();
    }

    private void append(DeskTable table, String key, @Nullable Map<String, @Nullable String> row, String actor) {
        if (row == null) {
            throw new IllegalStateException("There is no %s “%s” to put on record.".formatted(table.word(), key));
        }
        ChainHead head = ends.lock(CHAIN);
        int sequence = head.sequence() + 1;
        String type = table.event(row);
        Instant at = clock.instant();
        String payload = json.of(Map.of("table", table, "key", key, "row", row));
        String hash = eventChain.hash(CHAIN, sequence, type, at, actor, payload, head.hash());
        jdbc.sql("insert into clearance_desk_event (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?)")
                .params(sequence, type, at.atOffset(UTC), actor, payload, head.hash(), hash)
                .update();
        ends.move(CHAIN, sequence, hash);
    }
}
