package org.clearancedesk.audit;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The tree over all ends that a checkpoint covers. It is grown page by page; from a height on its nodes are stored, so that
 * a proof reads the ends below one of these nodes and a node for each height above.
 */
@Component
class CheckpointTree {

    /** Below a stored node lie 1,024 ends at most. */
    static final int STORED_FROM = 10;

    static final int BELOW = 1 << STORED_FROM;

    private final CheckpointTable table;
    private final CheckpointNodes nodes;

    CheckpointTree(CheckpointTable table, CheckpointNodes nodes) {
        this.table = table;
        this.nodes = nodes;
    }

    /** What was grown. */
    record Grown(String root, int size) {}

    /** An end, and the way from it to the root. */
    record Proved(CheckpointedHead end, List<MerkleTree.Step> way) {}

    /** Grows the tree of a checkpoint whose ends are kept, and stores what proofs need of it. */
    Grown store(int checkpoint) {
        nodes.forgetBefore(checkpoint - 1);
        FirstCases first = new FirstCases();
        MerkleTree tree = new MerkleTree((height, position, hash) -> {
            if (height >= STORED_FROM) {
                nodes.keep(
                        checkpoint,
                        height,
                        position,
                        HexFormat.of().formatHex(hash),
                        height == STORED_FROM ? first.of(position) : null);
            }
        });
        grow(checkpoint, tree, first);
        return new Grown(tree.root(), tree.size());
    }

    /** The way from a case's end to the root of a checkpoint; empty when that knew none. */
    Optional<Proved> prove(Checkpoint checkpoint, String caseNumber) {
        Optional<StoredNode> above = nodes.above(checkpoint.sequence(), STORED_FROM, caseNumber);
        if (above.isEmpty() && checkpoint.cases() > BELOW) {
            return proveByAll(checkpoint.sequence(), caseNumber);
        }
        List<CheckpointedHead> ends = table.ends(
                checkpoint.sequence(), above.map(StoredNode::firstCase).orElse(""), BELOW);
        int at = indexOf(ends, caseNumber);
        if (at < 0) {
            return Optional.empty();
        }
        MerklePath way = new MerklePath(at);
        MerkleTree tree = new MerkleTree(way);
        ends.forEach(end -> tree.add(MerkleTree.leaf(end.leaf())));
        tree.root();
        List<MerkleTree.Step> steps = new ArrayList<>(way.steps());
        above.ifPresent(node -> steps.addAll(nodes.stepsAbove(checkpoint.sequence(), STORED_FROM, node.position())));
        return Optional.of(new Proved(ends.get(at), steps));
    }

    /** For a checkpoint from before nodes were stored. */
    private Optional<Proved> proveByAll(int checkpoint, String caseNumber) {
        Optional<CheckpointedHead> end = table.ends(checkpoint, caseNumber, 1).stream()
                .filter(found -> found.caseNumber().equals(caseNumber))
                .findFirst();
        return end.map(found -> {
            MerklePath way = new MerklePath(table.endsBefore(checkpoint, caseNumber));
            MerkleTree tree = new MerkleTree(way);
            grow(checkpoint, tree, new FirstCases());
            tree.root();
            return new Proved(found, way.steps());
        });
    }

    private void grow(int checkpoint, MerkleTree tree, FirstCases first) {
        String last = "";
        List<CheckpointedHead> page = table.ends(checkpoint, "", BELOW);
        while (!page.isEmpty()) {
            for (CheckpointedHead end : page) {
                if (end.caseNumber().compareTo(last) <= 0) {
                    throw new IllegalStateException("The database does not sort case numbers by their characters.");
                }
                last = end.caseNumber();
                first.next(tree.size(), last);
                tree.add(MerkleTree.leaf(end.leaf()));
            }
            page = table.endsAfter(checkpoint, last, BELOW);
        }
    }

    private static int indexOf(List<CheckpointedHead> ends, String caseNumber) {
        for (int i = 0; i < ends.size(); i++) {
            if (ends.get(i).caseNumber().equals(caseNumber)) {
                return i;
            }
        }
        return -1;
    }

    /** The first case below the stored node that is being grown. */
    private static final class FirstCases {

        private int position = -1;
        private @Nullable String number;

        void next(int index, String caseNumber) {
            if (index >> STORED_FROM != position) {
                position = index >> STORED_FROM;
                number = caseNumber;
            }
        }

        @Nullable
        String of(int asked) {
            return asked == position ? number : null;
        }
    }

    /** A node that is stored. */
    record StoredNode(int position, String firstCase) {}
}
