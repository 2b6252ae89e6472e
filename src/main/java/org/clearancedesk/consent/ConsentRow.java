package org.clearancedesk.consent;

import static org.clearancedesk.production.Production.CONFIDENTIAL;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.clearancedesk.intake.Performer.Role;
import org.clearancedesk.register.CanonicalJson;
import org.clearancedesk.register.CaseEvents;
import org.clearancedesk.register.Status;
import org.clearancedesk.review.ConsentRecord;
import org.clearancedesk.review.ConsentRecord.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** A row of {@code clearance_consent} with its case, and of what {@code inside} says whether the reader may know it. */
final class ConsentRow implements RowMapper<Consent> {

    private static final String SOMEBODY = "Confidential";

    private final CanonicalJson json;
    private final LocalDate today;

    ConsentRow(CanonicalJson json, LocalDate today) {
        this.json = json;
        this.today = today;
    }

    @Override
    public Consent mapRow(ResultSet row, int index) throws SQLException {
        String codeName = row.getString("code_name");
        boolean disguised = codeName != null && !row.getBoolean("inside");
        Status status = Status.valueOf(row.getString("status"));
        LocalDate endsOn = row.getObject("ends_on", LocalDate.class);
        return new Consent(
                row.getString("id"),
                row.getString("case_number"),
                disguised ? SOMEBODY : row.getString("performer"),
                Role.valueOf(row.getString("performer_role")),
                disguised && codeName != null ? codeName : row.getString("production_title"),
                disguised ? CONFIDENTIAL.code() : row.getString("production_code"),
                disguised,
                disguised ? ConsentState.CONFIDENTIAL : stateOf(ConsentState.valueOf(row.getString("state")), endsOn),
                disguised ? null : kind(row.getString("kind")),
                disguised ? null : endsOn,
                disguised ? null : terms(row.getString("terms")),
                disguised ? null : row.getString("limits"),
                disguised ? null : row.getString("reason"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject(disguised ? "asked_at" : "stands_since", OffsetDateTime.class)
                        .toInstant(),
                disguised ? CaseEvents.DESK : row.getString("set_by"),
                disguised ? status.asOthersSeeIt() : status);
    }

    private ConsentState stateOf(ConsentState kept, @Nullable LocalDate endsOn) {
        return kept.canChange() && endsOn != null && endsOn.isBefore(today) ? ConsentState.EXPIRED : kept;
    }

    private static @Nullable Kind kind(@Nullable String name) {
        return name == null ? null : Kind.valueOf(name);
    }

    private @Nullable ConsentRecord terms(@Nullable String text) {
        return text == null ? null : json.read(text, ConsentRecord.class);
    }
}
