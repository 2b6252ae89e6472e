package org.clearancedesk.audit.archive;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.node.TextNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.clearancedesk.register.CanonicalJson;
import org.clearancedesk.register.ChainBreak;
import org.clearancedesk.register.ChainSnapshot;
import org.clearancedesk.register.Sha256;
import org.clearancedesk.register.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * A case's record as a stranger can check it: each hash is the SHA-256 of the canonical JSON (RFC 8785) of
 * {@code actor, at, case, payloadDigest, previousHash, sequence, type}, and {@code payloadDigest} that of the payload's.
 *
 * @param digest the hash of the last event
 * @param firstBreak the first event that does not fit; null when the record is whole
 */
public record ExportedRecord(String number, String digest, @Nullable ChainBreak firstBreak, List<Event> events) {

    public static ExportedRecord of(ChainSnapshot copy) {
        return new ExportedRecord(
                copy.number(),
                copy.digest(),
                copy.firstBreak(),
                copy.events().stream().map(Event::of).toList());
    }

    /** @param payload as stored; a text when somebody has made it something that is no JSON */
    public record Event(
            int sequence,
            String type,
            Instant at,
            String actor,
            @JsonRawValue @Schema(type = "object") String payload,
            String payloadDigest,
            String previousHash,
            String hash) {

        static Event of(StoredEvent event) {
            return new Event(
                    event.sequence(),
                    event.type(),
                    event.at(),
                    event.actor(),
                    CanonicalJson.isJson(event.payload())
                            ? event.payload()
                            : TextNode.valueOf(event.payload()).toString(),
                    Sha256.of(event.payload()),
                    event.previousHash(),
                    event.hash());
        }
    }
}
