package org.clearancedesk.standing;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.clearancedesk.production.ProductionCode;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps standing approvals, and which cases took a use of which one. */
@Component
class StandingRepository {

    private static final RowMapper<StandingApproval> STANDING = (row, index) -> {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new StandingApproval(
                row.getString("number"),
                row.getInt("uses_limit"),
                row.getInt("uses"),
                row.getObject("valid_until", LocalDate.class),
                row.getString("granted_by"),
                row.getObject("granted_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    };

    private final JdbcClient jdbc;

    StandingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(StandingApproval granted, String production) {
        jdbc.sql("insert into clearance_standing (number, production_code, uses_limit, uses, valid_until, granted_by,"
                        + " granted_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        granted.number(),
                        production,
                        granted.usesLimit(),
                        granted.uses(),
                        granted.validUntil(),
                        granted.grantedBy(),
                        granted.grantedAt().atOffset(UTC))
                .update();
    }

    Optional<StandingApproval> find(String number) {
        return jdbc.sql("select * from clearance_standing where number = ?")
                .param(number)
                .query(STANDING)
                .optional();
    }

    /** Those of a production that can take a use on a day, the one that ends first before the others. */
    List<StandingApproval> open(String production, LocalDate day) {
        return jdbc.sql("select s.* from clearance_standing s join clearance_case c on c.number = s.number"
                        + " where c.production_key = ? and s.ended_at is null and s.uses < s.uses_limit"
                        + " and s.valid_until >= ? order by s.valid_until, s.number")
                .params(ProductionCode.keyOf(production), day)
                .query(STANDING)
                .list();
    }

    /** Takes one use, unless somebody else took the last one. */
    boolean take(String number, String by, LocalDate day) {
        boolean taken = jdbc.sql("update clearance_standing set uses = uses + 1 where number = ? and ended_at is null"
                                + " and uses < uses_limit and valid_until >= ?")
                        .params(number, day)
                        .update()
                == 1;
        if (taken) {
            jdbc.sql("insert into clearance_covered_use (case_number, standing) values (?, ?)")
                    .params(by, number)
                    .update();
        }
        return taken;
    }

    /** Gives a use back that the case took, once. */
    void giveBack(String number, String by) {
        int taken = jdbc.sql("delete from clearance_covered_use where case_number = ? and standing = ?")
                .params(by, number)
                .update();
        jdbc.sql("update clearance_standing set uses = uses - ? where number = ?")
                .params(taken, number)
                .update();
    }

    Optional<String> coveredBy(String caseNumber) {
        return jdbc.sql("select standing from clearance_covered_use where case_number = ?")
                .param(caseNumber)
                .query(String.class)
                .optional();
    }

    List<String> covered(String number) {
        return jdbc.sql("select case_number from clearance_covered_use where standing = ? order by case_number")
                .param(number)
                .query(String.class)
                .list();
    }

    void end(String number, Instant at) {
        jdbc.sql("update clearance_standing set ended_at = ? where number = ?")
                .params(at.atOffset(UTC), number)
                .update();
    }
}
