package org.clearancedesk.register;

import static org.clearancedesk.production.Production.CONFIDENTIAL;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.clearancedesk.intake.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** A row of {@code clearance_case} as a case, and of what {@code inside} says whether the reader may know its title. */
final class CaseRow implements RowMapper<ClearanceCase> {

    @Override
    public ClearanceCase mapRow(ResultSet row, int index) throws SQLException {
        String codeName = row.getString("code_name");
        boolean disguised = codeName != null && !row.getBoolean("inside");
        Status status = Status.valueOf(row.getString("status"));
        return new ClearanceCase(
                row.getString("number"),
                disguised ? codeName : row.getString("title"),
                codeName,
                disguised,
                disguised ? CONFIDENTIAL.code() : row.getString("production_code"),
                disguised ? CONFIDENTIAL.title() : row.getString("production_title"),
                row.getString("requester"),
                row.getString("netflix_contact"),
                row.getString("contact_user"),
                disguised ? status.asOthersSeeIt() : status,
                tier(row.getString("tier")),
                row.getString("guideline_version"),
                row.getInt("round"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("request_digest"),
                row.getString("triage_digest"),
                // How much happened to it is not for everybody; with the hash, whoever guesses an event could check the
                // guess.
                disguised ? 0 : row.getInt("last_sequence"),
                disguised ? EventChain.START : row.getString("last_hash"));
    }

    private static @Nullable Tier tier(@Nullable String name) {
        return name == null ? null : Tier.valueOf(name);
    }
}
