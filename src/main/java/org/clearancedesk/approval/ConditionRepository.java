package org.clearancedesk.approval;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.clearancedesk.approval.Condition.State;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the conditions of approvals. */
@Component
public class ConditionRepository {

    private static final RowMapper<Condition> CONDITION = (row, index) -> {
        OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
        return new Condition(
                row.getString("case_number"),
                row.getInt("position"),
                row.getString("words"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                row.getString("settled_by"),
                settled == null ? null : settled.toInstant(),
                row.getString("note"));
    };

    private final JdbcClient jdbc;

    ConditionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Condition> ofCase(String number) {
        return jdbc.sql("select * from clearance_condition where case_number = ? order by position")
                .param(number)
                .query(CONDITION)
                .list();
    }

    /** One of a case's conditions, counted from 1. */
    public Condition get(String number, int position) {
        return ofCase(number).get(position - 1);
    }

    void set(String number, int position, String words, Instant due) {
        jdbc.sql("insert into clearance_condition (case_number, position, words, due_at, state)"
                        + " values (?, ?, ?, ?, ?)")
                .params(number, position, words, due.atOffset(UTC), State.OPEN.name())
                .update();
    }

    void settle(Condition condition, State state, String by, Instant at, String note) {
        jdbc.sql("update clearance_condition set state = ?, settled_by = ?, settled_at = ?, note = ?"
                        + " where case_number = ? and position = ?")
                .params(state.name(), by, at.atOffset(UTC), note, condition.caseNumber(), condition.position())
                .update();
    }
}
