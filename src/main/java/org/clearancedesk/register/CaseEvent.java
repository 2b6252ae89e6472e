package org.clearancedesk.register;

import java.time.Instant;

/**
 * One event of a case.
 *
 * @param sequence 1 for the first event of a case, without gaps
 * @param at milliseconds precision
 * @param actor the user who did it, or {@code desk} for the desk itself
 * @param payload canonical JSON (RFC 8785)
 * @param previousHash hash of the event before; 64 zeros for the first
 * @param hash SHA-256 over all of this, see {@link EventChain}, hexadecimal
 */
public record CaseEvent(
        String caseNumber,
        int sequence,
        EventType type,
        Instant at,
        String actor,
        String payload,
        String previousHash,
        String hash) {}
