package org.clearancedesk.audit;

import java.util.List;
import java.util.Locale;

/**
 * What proves that a signed checkpoint covers a case.
 *
 * @param statement what the checkpoint states, canonical JSON
 * @param jws the statement with the desk's signature
 * @param sequence the last event of the case that it covers
 * @param hash the hash of that event
 * @param way what has to be joined to the case's leaf, one after the other, to come to the statement's root
 */
public record CheckpointProof(String statement, String jws, int sequence, String hash, List<Beside> way) {

    /** A digest beside the way to the root. */
    public record Beside(String side, String hash) {

        static Beside of(MerkleTree.Step step) {
            return new Beside(step.side().name().toLowerCase(Locale.ROOT), step.hash());
        }
    }
}
