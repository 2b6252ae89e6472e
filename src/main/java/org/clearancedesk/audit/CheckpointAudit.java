package org.clearancedesk.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clearancedesk.audit.Verification.Broken;
import org.clearancedesk.register.CanonicalJson;
import org.clearancedesk.register.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks every checkpoint: its signature, its place in their chain, the ends it covers, and that these are still there. */
@Component
class CheckpointAudit {

    private static final int PAGE = 100;

    /**
     * What was looked at, and what does not fit.
     *
     * @param unchecked why the signatures were left out; null when they were not
     */
    record Looked(int checkpoints, @Nullable Instant last, @Nullable String unchecked, List<Broken> broken) {}

    private final CheckpointTable table;
    private final CheckpointSignature signature;
    private final CanonicalJson json;

    CheckpointAudit(CheckpointTable table, CheckpointSignature signature, CanonicalJson json) {
        this.table = table;
        this.signature = signature;
        this.json = json;
    }

    Looked check() {
        List<Broken> broken = new ArrayList<>();
        String unchecked = signature.obstacle();
        Map<String, String> leaves = new TreeMap<>();
        String previous = Checkpoint.START;
        int expected = 1;
        int count = 0;
        Instant last = null;
        List<Checkpoint> page = table.after(Integer.MIN_VALUE, PAGE);
        while (!page.isEmpty()) {
            for (Checkpoint checkpoint : page) {
                for (; expected < checkpoint.sequence(); expected++) {
                    broken.add(at(expected, "The checkpoint is gone."));
                    table.endsKeptBy(expected).forEach(end -> leaves.put(end.caseNumber(), end.leaf()));
                }
                table.endsKeptBy(checkpoint.sequence()).forEach(end -> leaves.put(end.caseNumber(), end.leaf()));
                if (unchecked == null) {
                    checkSignature(checkpoint, broken);
                }
                check(checkpoint, previous, leaves, broken);
                previous = Sha256.of(checkpoint.statement(json));
                expected = checkpoint.sequence() + 1;
                last = checkpoint.takenAt();
                count++;
            }
            page = table.after(expected - 1, PAGE);
        }
        int end = expected;
        table.withoutStatement().stream()
                .filter(gone -> gone >= end)
                .forEach(gone -> broken.add(at(gone, "The checkpoint is gone.")));
        table.lost().forEach(lost -> broken.add(lost(lost)));
        return new Looked(count, last, unchecked, broken);
    }

    private void checkSignature(Checkpoint checkpoint, List<Broken> broken) {
        String fault = signature.fault(checkpoint.jws(), checkpoint.statement(json));
        if (fault != null) {
            broken.add(at(checkpoint.sequence(), "The checkpoint " + fault + "."));
        }
    }

    private void check(Checkpoint checkpoint, String previous, Map<String, String> leaves, List<Broken> broken) {
        if (checkpoint.sequence() < 1) {
            broken.add(at(checkpoint.sequence(), "The checkpoint was put in before the first one."));
        }
        if (!checkpoint.previous().equals(previous)) {
            broken.add(at(checkpoint.sequence(), "The checkpoint does not follow the one before it."));
        }
        if (checkpoint.cases() != leaves.size()
                || !checkpoint
                        .root()
                        .equals(MerkleTree.of(List.copyOf(leaves.values())).root())) {
            broken.add(at(
                    checkpoint.sequence(),
                    "The checkpoint covers other cases, or other ends of them, than are kept with it."));
        }
    }

    private Broken lost(CaseEnd end) {
        String reason = table.isThere(end.caseNumber())
                ? "Checkpoint %d covers event %d, which was cut off or rewritten since."
                : "The case is gone; checkpoint %d knew it with %d events.";
        return Broken.place(
                end.caseNumber(), "checkpoint " + end.checkpoint(), reason.formatted(end.checkpoint(), end.sequence()));
    }

    private static Broken at(int checkpoint, String reason) {
        return Broken.place(null, "checkpoint " + checkpoint, reason);
    }
}
