package org.clearancedesk.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Map;
import org.clearancedesk.register.CanonicalJson;

/**
 * A signed statement of where every record ended at one moment.
 *
 * @param sequence 1 for the first, without gaps
 * @param cases how many records it covers, those of the cases and those of no case; not part of what is signed, because whoever holds one case may not know it
 * @param root the digest over the end of every case, see {@link MerkleTree}
 * @param previous SHA-256 of what the checkpoint before stated; 64 zeros for the first
 * @param jws the statement with the desk's signature, a compact JWS (RFC 7515)
 */
public record Checkpoint(int sequence, Instant takenAt, int cases, String root, String previous, String jws) {

    static final String START = "0".repeat(64);

    /** What is signed, as canonical JSON. */
    @JsonIgnore
    String statement(CanonicalJson json) {
        return statement(json, sequence, takenAt, root, previous);
    }

    static String statement(CanonicalJson json, int sequence, Instant takenAt, String root, String previous) {
        return json.of(Map.of("sequence", sequence, "takenAt", takenAt.toString(), "root", root, "previous", previous));
    }
}
