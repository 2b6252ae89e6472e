package org.clearancedesk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.clearancedesk.web.RunningDesk;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A checkpoint over twenty thousand records, of which no more than a page is in memory at once. */
@RunningDesk
@Transactional
class ProofsOfManyRecordsTest {

    private static final int CHECKPOINT = 900_000;
    private static final int RECORDS = 20_000;

    private final CheckpointTable table;
    private final CheckpointTree tree;
    private final JdbcClient jdbc;

    ProofsOfManyRecordsTest(CheckpointTable table, CheckpointTree tree, JdbcClient jdbc) {
        this.table = table;
        this.tree = tree;
        this.jdbc = jdbc;
    }

    private List<String> manyEnds() {
        jdbc.sql("delete from clearance_checkpoint_end").update();
        jdbc.sql("insert into clearance_checkpoint_end (case_number, checkpoint, sequence, hash)"
                        + " select 'GC-2099-' || lpad(x, 6, '0'), mod(x, 3) + 1, 1, rawtohex(hash('SHA-256', cast(x as varchar)))"
                        + " from system_range(1, ?)")
                .param(RECORDS)
                .update();
        jdbc.sql("insert into clearance_checkpoint_end (case_number, checkpoint, sequence, hash)"
                        + " select case_number, ?, 2, hash from clearance_checkpoint_end where checkpoint = 2")
                .param(CHECKPOINT)
                .update();
        return table.ends(CHECKPOINT, "", RECORDS + 1).stream()
                .map(CheckpointedHead::leaf)
                .toList();
    }

    private static Checkpoint of(String root) {
        return new Checkpoint(CHECKPOINT, Instant.EPOCH, RECORDS, root, Checkpoint.START, "");
    }

    @Test
    void haveTheRootAndTheWaysOfTheFirstCheckpoints() {
        WholeTree whole = WholeTree.of(manyEnds());

        CheckpointTree.Grown grown = tree.store(CHECKPOINT);

        assertThat(grown.root()).isEqualTo(whole.root());
        assertThat(grown.size()).isEqualTo(RECORDS);
        for (int at : List.of(0, 1, 1_023, 1_024, 10_239, 19_455, 19_456, RECORDS - 1)) {
            CheckpointTree.Proved proved = tree.prove(of(grown.root()), "GC-2099-%06d".formatted(at + 1))
                    .orElseThrow();
            assertThat(proved.way()).as("record %d", at).isEqualTo(whole.wayFrom(at));
        }
        assertThat(tree.prove(of(grown.root()), "GC-2099-999999")).isEmpty();
        assertThat(tree.prove(of(grown.root()), "GC-1999-000001")).isEmpty();
    }

    @Test
    void areMadeWithoutStoredNodesToo() {
        WholeTree whole = WholeTree.of(manyEnds());

        assertThat(tree.prove(of(whole.root()), "GC-2099-012346").orElseThrow().way())
                .isEqualTo(whole.wayFrom(12_345));
    }

    @Test
    void needFewStoredRowsAndThoseOfTheLastTwoCheckpointsOnly() {
        manyEnds();
        for (int taken = CHECKPOINT; taken < CHECKPOINT + 3; taken++) {
            tree.store(taken);
        }

        assertThat(jdbc.sql("select checkpoint, count(*) from clearance_checkpoint_node group by checkpoint order by 1")
                        .query((row, index) -> row.getInt(1) + ": " + row.getInt(2))
                        .list())
                .as("20 + 10 + 5 + 3 + 2 + 1 each")
                .containsExactly(CHECKPOINT + 1 + ": 41", CHECKPOINT + 2 + ": 41");
    }
}
