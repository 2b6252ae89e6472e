package org.clearancedesk.audit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clearancedesk.audit.CheckpointTree.StoredNode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows that the upper nodes of a checkpoint's tree are kept in. */
@Component
class CheckpointNodes {

    /** No tree is higher: more ends could not be counted. */
    private static final int HIGHEST = 31;

    private final JdbcClient jdbc;

    CheckpointNodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(int checkpoint, int height, int position, String hash, @Nullable String firstCase) {
        jdbc.sql("insert into clearance_checkpoint_node (checkpoint, height, position, hash, first_case)"
                        + " values (?, ?, ?, ?, ?)")
                .params(checkpoint, height, position, hash, firstCase)
                .update();
    }

    void forgetBefore(int checkpoint) {
        jdbc.sql("delete from clearance_checkpoint_node where checkpoint < ?")
                .param(checkpoint)
                .update();
    }

    /** The stored node at a height below which a case stands, if it does. */
    Optional<StoredNode> above(int checkpoint, int height, String caseNumber) {
        return jdbc.sql("select position, first_case from clearance_checkpoint_node where checkpoint = ? and height = ?"
                        + " and first_case <= ? order by first_case desc fetch first 1 rows only")
                .params(checkpoint, height, caseNumber)
                .query((row, index) -> new StoredNode(row.getInt(1), row.getString(2)))
                .optional();
    }

    /** The steps from a stored node to the root. */
    List<MerkleTree.Step> stepsAbove(int checkpoint, int height, int position) {
        MerklePath way = new MerklePath(position);
        String beside = IntStream.range(0, HIGHEST - height)
                .mapToObj(above -> "(%d, %d)".formatted(height + above, way.besideAt(above)))
                .collect(Collectors.joining(", "));
        return jdbc.sql("select height, hash from clearance_checkpoint_node where checkpoint = ?"
                        + " and (height, position) in (" + beside + ") order by height")
                .param(checkpoint)
                .query((row, index) -> way.stepAt(row.getInt(1) - height, row.getString(2)))
                .list();
    }
}
