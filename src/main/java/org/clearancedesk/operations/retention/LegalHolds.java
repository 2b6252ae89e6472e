package org.clearancedesk.operations.retention;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.register.EventStore;
import org.clearancedesk.register.EventType;
import org.clearancedesk.register.UnknownCase;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps cases whole that a court or a lawyer asks for. The register forgets nothing anyway; the engine does otherwise. */
@Component
public class LegalHolds {

    private final JdbcClient jdbc;
    private final EventStore eventStore;
    private final EngineHistory history;

    LegalHolds(JdbcClient jdbc, EventStore eventStore, @Lazy EngineHistory history) {
        this.jdbc = jdbc;
        this.eventStore = eventStore;
        this.history = history;
    }

    /**
     * A case on hold.
     *
     * @param by who placed it
     */
    public record LegalHold(String number, String reason, String by, Instant since) {}

    public Optional<LegalHold> of(String number) {
        return jdbc.sql("select case_number, reason, placed_by, placed_at from clearance_legal_hold"
                        + " where case_number = ?")
                .param(number)
                .query((row, index) -> new LegalHold(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** The numbers of all cases on hold. */
    public List<String> numbers() {
        return jdbc.sql("select case_number from clearance_legal_hold order by case_number")
                .query(String.class)
                .list();
    }

    /** @throws UnknownCase when there is no such case */
    @Transactional
    public void place(String number, String by, String reason) {
        // Whoever places one at the same moment waits, and is told that there is one.
        eventStore.lockedHead(number);
        if (of(number).isPresent()) {
            throw new BadInput("", "Request %s is on legal hold already.".formatted(number));
        }
        Instant now = eventStore.now();
        jdbc.sql("insert into clearance_legal_hold (case_number, reason, placed_by, placed_at) values (?, ?, ?, ?)")
                .params(number, reason, by, now.atOffset(UTC))
                .update();
        eventStore.append(number, EventType.LEGAL_HOLD_PLACED, by, Map.of("reason", reason, "placedAt", now), null);
        history.keep(number);
    }

    /** @throws UnknownCase when there is no such case */
    @Transactional
    public void lift(String number, String by, String reason) {
        eventStore.lockedHead(number);
        if (jdbc.sql("delete from clearance_legal_hold where case_number = ?")
                        .param(number)
                        .update()
                == 0) {
            throw new BadInput("", "Request %s is not on legal hold.".formatted(number));
        }
        eventStore.append(number, EventType.LEGAL_HOLD_LIFTED, by, Map.of("reason", reason), null);
        history.release(number);
    }
}
