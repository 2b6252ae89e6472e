package org.clearancedesk.audit;

import static java.time.ZoneOffset.UTC;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows that checkpoints are kept in. Of each case they keep its end only where it moved since the checkpoint before, so
 * that a year of quiet days costs nothing. Nothing refers to the case itself: what a checkpoint knew outlives it.
 */
@Component
class CheckpointTable {

    private static final String COLUMNS = "sequence, taken_at, cases, root, previous_digest, jws";

    private static final RowMapper<Checkpoint> CHECKPOINT = (row, index) -> new Checkpoint(
            row.getInt("sequence"),
            row.getObject("taken_at", OffsetDateTime.class).toInstant(),
            row.getInt("cases"),
            row.getString("root"),
            row.getString("previous_digest"),
            row.getString("jws"));

    private static final RowMapper<CheckpointedHead> END = (row, index) -> new CheckpointedHead(
            row.getString("case_number"), row.getInt("checkpoint"), row.getInt("sequence"), row.getString("hash"));

    private final JdbcClient jdbc;

    CheckpointTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Checkpoint taken) {
        jdbc.sql("insert into clearance_checkpoint (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?)")
                .params(
                        taken.sequence(),
                        taken.takenAt().atOffset(UTC),
                        taken.cases(),
                        taken.root(),
                        taken.previous(),
                        taken.jws())
                .update();
    }

    /** Keeps the end of every case, and of what is of no case, that moved; all of one moment because it is one statement. */
    void keepEnds(int checkpoint) {
        jdbc.sql(
                        """
                        insert into clearance_checkpoint_end (case_number, checkpoint, sequence, hash)
                        select c.number, ?, c.last_sequence, c.last_hash from (
                          select number, last_sequence, last_hash from clearance_case
                          union all
                          select name, last_sequence, last_hash from clearance_chain where last_sequence > 0) c
                        where not exists (
                          select 1 from clearance_checkpoint_end e
                          where e.case_number = c.number and e.sequence = c.last_sequence and e.hash = c.last_hash)
                        """)
                .param(checkpoint)
                .update();
    }

    Optional<Checkpoint> last() {
        return newest(0, 1).stream().findFirst();
    }

    List<Checkpoint> newest(int page, int size) {
        return jdbc.sql("select " + COLUMNS + " from clearance_checkpoint order by sequence desc"
                        + " offset ? rows fetch next ? rows only")
                .params((long) page * size, size)
                .query(CHECKPOINT)
                .list();
    }

    List<Checkpoint> after(int sequence, int size) {
        return jdbc.sql("select " + COLUMNS + " from clearance_checkpoint where sequence > ? order by sequence"
                        + " fetch first ? rows only")
                .params(sequence, size)
                .query(CHECKPOINT)
                .list();
    }

    /** The ends as a checkpoint knew them, in the order of the tree, from a case on. */
    List<CheckpointedHead> ends(int checkpoint, String from, int size) {
        return ends(">=", checkpoint, from, size);
    }

    /** The same behind a case. */
    List<CheckpointedHead> endsAfter(int checkpoint, String after, int size) {
        return ends(">", checkpoint, after, size);
    }

    private List<CheckpointedHead> ends(String compared, int checkpoint, String with, int size) {
        return jdbc.sql(
                        """
                        select e.* from clearance_checkpoint_end e
                        where e.case_number %s ? and e.checkpoint = (
                          select max(m.checkpoint) from clearance_checkpoint_end m
                          where m.case_number = e.case_number and m.checkpoint <= ?)
                        order by e.case_number fetch first ? rows only
                        """
                                .formatted(compared))
                .params(with, checkpoint, size)
                .query(END)
                .list();
    }

    /** How many cases stand before one in the tree of a checkpoint. */
    int endsBefore(int checkpoint, String caseNumber) {
        return jdbc.sql("select count(distinct case_number) from clearance_checkpoint_end"
                        + " where case_number < ? and checkpoint <= ?")
                .params(caseNumber, checkpoint)
                .query(Integer.class)
                .single();
    }

    /** Every end that was ever kept, by case and then by checkpoint, behind one of them. */
    List<CheckpointedHead> everyEndAfter(String caseNumber, int checkpoint, int size) {
        return jdbc.sql("select * from clearance_checkpoint_end"
                        + " where case_number >= ? and (case_number > ? or checkpoint > ?)"
                        + " order by case_number, checkpoint fetch first ? rows only")
                .params(caseNumber, caseNumber, checkpoint, size)
                .query(END)
                .list();
    }

    /** Ends that no event stands at any more, because it was cut off, rewritten, or is gone with its case. */
    List<CheckpointedHead> lost(int atMost) {
        return jdbc.sql(
                        """
                        select e.* from clearance_checkpoint_end e
                        left join clearance_event v on v.case_number = e.case_number and v.sequence = e.sequence
                        left join clearance_desk_event d on e.case_number = 'DESK' and d.sequence = e.sequence
                        left join refused_attempt a on e.case_number = 'ATTEMPTS' and a.position = e.sequence
                        left join clearance_chain f on f.name = 'ATTEMPTS' and e.case_number = f.name and e.sequence <= f.forgotten_sequence
                        where f.name is null and coalesce(v.hash, d.hash, a.hash, '') <> e.hash
                        order by e.case_number, e.checkpoint fetch first ? rows only
                        """)
                .param(atMost)
                .query(END)
                .list();
    }

    /** Checkpoints that ends were kept by, but that are gone themselves. */
    List<Integer> withoutStatement(int after, int atMost) {
        return jdbc.sql(
                        "select distinct checkpoint from clearance_checkpoint_end e where checkpoint >= ? and not exists"
                                + " (select 1 from clearance_checkpoint c where c.sequence = e.checkpoint)"
                                + " order by checkpoint fetch first ? rows only")
                .params(after, atMost)
                .query(Integer.class)
                .list();
    }

    boolean isThere(String caseNumber) {
        return jdbc.sql("select exists (select 1 from clearance_case where number = ?)")
                .param(caseNumber)
                .query(Boolean.class)
                .single();
    }
}
