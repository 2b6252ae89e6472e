package org.clearancedesk.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clearancedesk.register.CanonicalJson;
import org.clearancedesk.register.Sha256;
import org.clearancedesk.signature.Seal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes checkpoints and proves by them where a case ended. */
@Component
public class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final CheckpointTable table;
    private final CheckpointTree tree;
    private final CanonicalJson json;
    private final Seal seal;
    private final Clock clock;

    Checkpoints(CheckpointTable table, CheckpointTree tree, CanonicalJson json, Seal seal, Clock clock) {
        this.table = table;
        this.tree = tree;
        this.json = json;
        this.seal = seal;
        this.clock = clock;
    }

    /** Signs where every record ends now. Of two that are taken at once, one fails and can be taken again. */
    @Transactional
    public Checkpoint take() {
        Optional<Checkpoint> before = table.last();
        int sequence = before.map(Checkpoint::sequence).orElse(0) + 1;
        String previous = before.map(last -> Sha256.of(last.statement(json))).orElse(Checkpoint.START);
        Instant now = clock.instant();
        table.keepEnds(sequence);
        CheckpointTree.Grown grown = tree.store(sequence);
        String statement = Checkpoint.statement(json, sequence, now, grown.root(), previous);
        Checkpoint taken = new Checkpoint(sequence, now, grown.size(), grown.root(), previous, seal.sign(statement));
        table.insert(taken);
        LOG.info("Checkpoint {} taken over {} records, digest {}", sequence, grown.size(), Sha256.of(statement));
        return taken;
    }

    /** The checkpoints, newest first. */
    @Transactional(readOnly = true)
    public List<Checkpoint> newest(int page, int size) {
        return table.newest(page, size);
    }

    /** How the last checkpoint proves where a case ended, without a word of any other case; empty when it knew none. */
    @Transactional(readOnly = true)
    public Optional<CheckpointProof> proofOf(String caseNumber) {
        return table.last().flatMap(last -> tree.prove(last, caseNumber)
                .map(proved -> new CheckpointProof(
                        last.statement(json),
                        last.jws(),
                        proved.end().sequence(),
                        proved.end().hash(),
                        proved.way().stream().map(CheckpointProof.Beside::of).toList())));
    }
}
