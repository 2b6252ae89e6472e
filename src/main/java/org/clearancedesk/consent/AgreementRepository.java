package org.clearancedesk.consent;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.Performer.Role;
import org.clearancedesk.register.DeskEventStore;
import org.clearancedesk.register.DeskTable;
import org.clearancedesk.review.Agreement;
import org.clearancedesk.review.Agreement.Minors;
import org.clearancedesk.review.Agreement.Strike;
import org.clearancedesk.review.Agreements;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The agreements, each version a row. */
@Component
public class AgreementRepository implements Agreements {

    private static final String WHOLE =
            """
            select a.*, s.called, s.reason, s.noted_by, s.noted_at from clearance_agreement a
            left join clearance_strike s on s.id =
              (select max(last.id) from clearance_strike last where last.agreement_id = a.id) and s.called
            """;

    private final JdbcClient jdbc;
    private final DeskEventStore deskEvents;
    private final Clock clock;

    AgreementRepository(JdbcClient jdbc, DeskEventStore deskEvents, Clock clock) {
        this.jdbc = jdbc;
        this.deskEvents = deskEvents;
        this.clock = clock;
    }

    @Override
    public Optional<Agreement> find(String name, String version) {
        return jdbc.sql(WHOLE + "where a.name = ? and a.version = ?")
                .params(name, version)
                .query(AgreementRepository::agreement)
                .optional();
    }

    public Optional<Agreement> find(String id) {
        return jdbc.sql(WHOLE + "where a.id = ?")
                .param(id)
                .query(AgreementRepository::agreement)
                .optional();
    }

    /**
     * The agreements by name, the one that was never negotiated last.
     *
     * @param day only those in force on that day; all of them when null
     */
    public List<Agreement> all(@Nullable LocalDate day) {
        return jdbc
                .sql(WHOLE + "order by case when a.id = 'none' then 1 else 0 end, a.name, a.valid_from")
                .query(AgreementRepository::agreement)
                .list()
                .stream()
                .filter(agreement -> day == null || agreement.isInForceOn(day))
                .toList();
    }

    /**
     * Notes that a strike is called under an agreement, or is over, on record.
     *
     * @return the note's id
     * @throws BadInput when that is how it stands already
     */
    @Transactional
    public String strike(String id, boolean called, String reason, String by) {
        jdbc.sql("select id from clearance_agreement where id = ? for update")
                .param(id)
                .query(String.class)
                .optional();
        boolean now = find(id).filter(agreement -> agreement.strike() != null).isPresent();
        if (now == called) {
            throw new BadInput(
                    "called",
                    called
                            ? "A strike is noted under this agreement already."
                            : "No strike is noted under this agreement.");
        }
        KeyHolder noted = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into clearance_strike (agreement_id, called, reason, noted_by, noted_at) values (?, ?, ?, ?, ?)")
                .params(id, called, reason, by, clock.instant().atOffset(UTC))
                .update(noted, "id");
        String key = String.valueOf(noted.getKey());
        deskEvents.enter(DeskTable.STRIKE, key, by);
        return key;
    }

    private static Agreement agreement(ResultSet row, int index) throws SQLException {
        return new Agreement(
                row.getString("id"),
                row.getString("name"),
                row.getString("version"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getInt("notice_hours"),
                row.getBoolean("separate_signature"),
                roles(row.getString("union_notice")),
                roles(row.getString("representative")),
                row.getBoolean("compensation"),
                row.getBoolean("languages"),
                row.getBoolean("term"),
                Minors.valueOf(row.getString("minors")),
                strike(row),
                row.getString("note"),
                row.getBoolean("from_verified"),
                row.getBoolean("until_verified"),
                row.getBoolean("suspends_on_strike"));
    }

    private static @Nullable Strike strike(ResultSet row) throws SQLException {
        return row.getBoolean("called")
                ? new Strike(
                        row.getString("noted_by"),
                        row.getObject("noted_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason"))
                : null;
    }

    private static Set<Role> roles(@Nullable String names) {
        return names == null || names.isBlank()
                ? Set.of()
                : Arrays.stream(names.split(","))
                        .map(String::strip)
                        .map(Role::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
    }
}
