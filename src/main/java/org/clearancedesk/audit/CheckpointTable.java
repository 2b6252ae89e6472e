package org.clearancedesk.audit;

import static java.time.ZoneOffset.UTC;

import java.time.OffsetDateTime;
import java.util.Comparator;
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

    private static final RowMapper<CaseEnd> END = (row, index) -> new CaseEnd(
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

    /** Keeps the end of every case that moved, all of one moment because it is one statement. */
    void keepEnds(int checkpoint) {
        jdbc.sql(
                        """
                        insert into clearance_checkpoint_end (case_number, checkpoint, sequence, hash)
                        select c.number, ?, c.last_sequence, c.last_hash from clearance_case c
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

    /** The ends that one checkpoint found moved. */
    List<CaseEnd> endsKeptBy(int checkpoint) {
        return jdbc.sql("select * from clearance_checkpoint_end where checkpoint = ?")
                .param(checkpoint)
                .query(END)
                .list();
    }

    /** The end of every case as the last checkpoint knew it, in the order of the tree. */
    List<CaseEnd> lastEnds() {
        return jdbc
                .sql(
                        """
                        select * from clearance_checkpoint_end e
                        where e.checkpoint = (
                          select max(m.checkpoint) from clearance_checkpoint_end m where m.case_number = e.case_number)
                        """)
                .query(END)
                .list()
                .stream()
                .sorted(Comparator.comparing(CaseEnd::caseNumber))
                .toList();
    }

    /** Ends that no event stands at any more, because it was cut off, rewritten, or is gone with its case. */
    List<CaseEnd> lost() {
        return jdbc.sql(
                        """
                        select e.* from clearance_checkpoint_end e
                        left join clearance_event v on v.case_number = e.case_number and v.sequence = e.sequence
                        where v.hash is null or v.hash <> e.hash
                        order by e.case_number, e.checkpoint
                        """)
                .query(END)
                .list();
    }

    /** Checkpoints that ends were kept by, but that are gone themselves. */
    List<Integer> withoutStatement() {
        return jdbc.sql("select distinct checkpoint from clearance_checkpoint_end e where not exists"
                        + " (select 1 from clearance_checkpoint c where c.sequence = e.checkpoint) order by checkpoint")
                .query(Integer.class)
                .list();
    }

    boolean isThere(String caseNumber) {
        return jdbc.sql("select count(*) from clearance_case where number = ?")
                        .param(caseNumber)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
