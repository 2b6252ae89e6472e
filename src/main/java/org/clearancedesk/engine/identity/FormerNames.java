package org.clearancedesk.engine.identity;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.identity.User;
import org.clearancedesk.register.DeskEventStore;
import org.clearancedesk.register.DeskTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people were called before, on the desk's own record: letters and dossiers name whoever signed as they were called then. */
@Component
public class FormerNames {

    /** A name, and the time from which somebody was called otherwise or had left. */
    private record FormerName(String name, Instant until) {}

    private final JdbcClient jdbc;
    private final DeskEventStore deskEvents;
    private final Clock clock;

    FormerNames(JdbcClient jdbc, DeskEventStore deskEvents, Clock clock) {
        this.jdbc = jdbc;
        this.deskEvents = deskEvents;
        this.clock = clock;
    }

    /** Keeps what somebody is called until now; empty when they had no name but their user name. */
    @Transactional
    public void keep(User before, String changedBy) {
        String name = EngineUserDirectory.nameOf(before).orElse("");
        String id = UUID.randomUUID().toString();
        jdbc.sql("insert into clearance_former_name (id, user_id, name, until) values (?, ?, ?, ?)")
                .params(id, before.getId(), name, clock.instant().atOffset(UTC))
                .update();
        deskEvents.enter(DeskTable.FORMER_NAME, id, changedBy);
    }

    /** What somebody was called at some time, when that may not be what they are called today; the name may be empty. */
    Optional<String> at(String user, Instant time) {
        return all(user).stream()
                .filter(former -> former.until().isAfter(time))
                .map(FormerName::name)
                .findFirst();
    }

    /** What somebody was called last who is not there any more. */
    Optional<String> last(String user) {
        return all(user).stream().map(FormerName::name).reduce((earlier, later) -> later);
    }

    private List<FormerName> all(String user) {
        return jdbc.sql("select name, until from clearance_former_name where user_id = ? order by until, id")
                .param(user)
                .query((row, index) -> new FormerName(
                        row.getString("name"),
                        row.getObject("until", OffsetDateTime.class).toInstant()))
                .list();
    }
}
