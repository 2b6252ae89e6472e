package org.clearancedesk.register;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Links the events of a case by hashes, and finds the first one that does not fit. A hash is the SHA-256 of the canonical
 * JSON of {@code actor, at, case, payloadDigest, previousHash, sequence, type}, where {@code payloadDigest} is the SHA-256
 * of the payload exactly as stored; whoever holds the events can recompute it.
 */
@Component
class EventChain {

    static final String START = "0".repeat(64);

    private final CanonicalJson json;

    EventChain(CanonicalJson json) {
        this.json = json;
    }

    CaseEvent link(
            String caseNumber,
            int sequence,
            EventType type,
            Instant at,
            String actor,
            String payload,
            String previous) {
        String hash = hash(caseNumber, sequence, type.name(), at, actor, payload, previous);
        return new CaseEvent(caseNumber, sequence, type, at, actor, payload, previous, hash);
    }

    /** The first event that was changed, moved, put in or left out, and how that shows; empty when all fit. */
    Optional<ChainBreak> firstBreak(ChainHead head, List<StoredEvent> events) {
        String previous = START;
        int expected = 1;
        for (StoredEvent event : events) {
            if (event.sequence() < expected) {
                return at(event.sequence(), "Event %d was put in.".formatted(event.sequence()));
            }
            if (event.sequence() > expected) {
                return at(expected, "Event %d is missing.".formatted(expected));
            }
            if (expected > head.sequence()) {
                return at(expected, "Event %d lies behind the end of the record.".formatted(expected));
            }
            if (!event.previousHash().equals(previous)) {
                return at(expected, "Event %d does not follow the event before it.".formatted(expected));
            }
            String hash = hash(
                    event.caseNumber(), expected, event.type(), event.at(), event.actor(), event.payload(), previous);
            if (!event.hash().equals(hash)) {
                return at(expected, "Event %d was changed after it was recorded.".formatted(expected));
            }
            previous = hash;
            expected++;
        }
        int last = expected - 1;
        if (last < head.sequence()) {
            return at(expected, "Event %d is missing.".formatted(expected));
        }
        return head.hash().equals(previous)
                ? Optional.empty()
                : at(last, "Event %d is not the one that the record ends with.".formatted(last));
    }

    String hash(
            String caseNumber, int sequence, String type, Instant at, String actor, String payload, String previous) {
        return json.digestOf(Map.of(
                "case", caseNumber,
                "sequence", sequence,
                "type", type,
                "at", at.toString(),
                "actor", actor,
                "payloadDigest", Sha256.of(payload),
                "previousHash", previous));
    }

    private static Optional<ChainBreak> at(int sequence, String reason) {
        return Optional.of(new ChainBreak(sequence, reason));
    }
}
