package org.clearancedesk.desk;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.clearancedesk.register.ChainBreak;
import org.clearancedesk.register.EventType;
import org.jspecify.annotations.Nullable;

/**
 * A case's record as a stranger can check it: each hash is the SHA-256 of the canonical JSON (RFC 8785) of
 * {@code actor, at, case, payloadDigest, previousHash, sequence, type}, and {@code payloadDigest} that of the payload's.
 *
 * @param digest the hash of the last event
 * @param firstBreak the first event that does not fit; null when the record is whole
 */
record WholeRecord(String number, String digest, @Nullable ChainBreak firstBreak, List<Event> events) {

    record Event(
            int sequence,
            EventType type,
            Instant at,
            String actor,
            @JsonRawValue String payload,
            String payloadDigest,
            String previousHash,
            String hash) {}
}
