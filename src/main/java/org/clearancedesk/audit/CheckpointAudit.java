package org.clearancedesk.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.clearancedesk.audit.Verification.Broken;
import org.clearancedesk.register.CanonicalJson;
import org.clearancedesk.register.DeskEventStore;
import org.clearancedesk.register.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks every checkpoint: its signature, its place in their chain, the ends it covers, and that these are still there. */
@Component
class CheckpointAudit {

    /** So many trees grow side by side while the ends are read once. */
    private static final int PAGE = 500;

    private static final int ENDS = 1_000;

    /**
     * What was looked at.
     *
     * @param unchecked why the signatures were left out; null when they were not
     */
    record Looked(int checkpoints, @Nullable Instant last, @Nullable String unchecked) {}

    private final CheckpointTable table;
    private final CheckpointSignature signature;
    private final CanonicalJson json;

    CheckpointAudit(CheckpointTable table, CheckpointSignature signature, CanonicalJson json) {
        this.table = table;
        this.signature = signature;
        this.json = json;
    }

    Looked check(Findings findings) {
        String unchecked = signature.obstacle();
        String previous = Checkpoint.START;
        int expected = 1;
        int count = 0;
        Instant last = null;
        List<Checkpoint> page = table.after(Integer.MIN_VALUE, PAGE);
        while (!page.isEmpty()) {
            List<MerkleTree> trees = grow(page);
            for (int i = 0; i < page.size(); i++) {
                Checkpoint checkpoint = page.get(i);
                gone(expected, checkpoint.sequence(), findings);
                if (unchecked == null) {
                    checkSignature(checkpoint, findings);
                }
                check(checkpoint, previous, trees.get(i), findings);
                previous = Sha256.of(checkpoint.statement(json));
                expected = Math.max(expected, checkpoint.sequence() + 1);
                last = checkpoint.takenAt();
                count++;
            }
            page = table.after(page.get(page.size() - 1).sequence(), PAGE);
        }
        table.withoutStatement(expected, Findings.KEPT).forEach(gone -> gone(gone, gone + 1, findings));
        table.lost(Findings.KEPT).forEach(lost -> findings.add(lost(lost)));
        return new Looked(count, last, unchecked);
    }

    private static void gone(int from, int before, Findings findings) {
        // Somebody who moves one far away must not have each number between named.
        for (int gone = from; gone < before && gone - from < Findings.KEPT; gone++) {
            findings.add(at(gone, "The checkpoint is gone."));
        }
    }

    /** Grows the tree of each of them from one reading of all ends. */
    private List<MerkleTree> grow(List<Checkpoint> checkpoints) {
        MerkleTree.Joins joins = new MerkleTree.Joins();
        List<MerkleTree> trees = new ArrayList<>();
        checkpoints.forEach(each -> trees.add(new MerkleTree((height, position, hash) -> {}, joins)));
        List<CheckpointedHead> ofCase = new ArrayList<>();
        List<CheckpointedHead> page = table.everyEndAfter("", Integer.MIN_VALUE, ENDS);
        while (!page.isEmpty()) {
            for (CheckpointedHead end : page) {
                if (!ofCase.isEmpty() && !ofCase.get(0).caseNumber().equals(end.caseNumber())) {
                    add(ofCase, checkpoints, trees);
                    ofCase.clear();
                }
                ofCase.add(end);
            }
            CheckpointedHead last = page.get(page.size() - 1);
            page = table.everyEndAfter(last.caseNumber(), last.checkpoint(), ENDS);
        }
        add(ofCase, checkpoints, trees);
        return trees;
    }

    /** Adds to each tree the case's end as its checkpoint knew it. */
    private static void add(List<CheckpointedHead> ofCase, List<Checkpoint> checkpoints, List<MerkleTree> trees) {
        int known = -1;
        byte[] leaf = new byte[0];
        for (int i = 0; i < checkpoints.size(); i++) {
            int before = known;
            while (known + 1 < ofCase.size()
                    && ofCase.get(known + 1).checkpoint() <= checkpoints.get(i).sequence()) {
                known++;
            }
            if (known >= 0) {
                leaf = known == before
                        ? leaf
                        : MerkleTree.leaf(ofCase.get(known).leaf());
                trees.get(i).add(leaf);
            }
        }
    }

    private void checkSignature(Checkpoint checkpoint, Findings findings) {
        String fault = signature.fault(checkpoint.jws(), checkpoint.statement(json));
        if (fault != null) {
            findings.add(at(checkpoint.sequence(), "The checkpoint " + fault + "."));
        }
    }

    private static void check(Checkpoint checkpoint, String previous, MerkleTree tree, Findings findings) {
        if (checkpoint.sequence() < 1) {
            findings.add(at(checkpoint.sequence(), "The checkpoint was put in before the first one."));
        }
        if (!checkpoint.previous().equals(previous)) {
            findings.add(at(checkpoint.sequence(), "The checkpoint does not follow the one before it."));
        }
        if (checkpoint.cases() != tree.size() || !checkpoint.root().equals(tree.root())) {
            findings.add(at(
                    checkpoint.sequence(),
                    "The checkpoint covers other cases, or other ends of them, than are kept with it."));
        }
    }

    private Broken lost(CheckpointedHead end) {
        String place = "checkpoint " + end.checkpoint();
        String rewritten = "Checkpoint %d covers event %d, which was cut off or rewritten since."
                .formatted(end.checkpoint(), end.sequence());
        if (end.caseNumber().equals(DeskEventStore.CHAIN)) {
            return Broken.place(null, place, rewritten.replace("event", "desk event"));
        }
        if (end.caseNumber().equals(AttemptAudit.CHAIN)) {
            return Broken.place(null, place, rewritten.replace("event", "refused attempt"));
        }
        return Broken.place(
                end.caseNumber(),
                place,
                table.isThere(end.caseNumber())
                        ? rewritten
                        : "The case is gone; checkpoint %d knew it with %d events."
                                .formatted(end.checkpoint(), end.sequence()));
    }

    private static Broken at(int checkpoint, String reason) {
        return Broken.place(null, "checkpoint " + checkpoint, reason);
    }
}
