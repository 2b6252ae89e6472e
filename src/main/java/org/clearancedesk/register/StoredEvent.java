package org.clearancedesk.register;

import java.time.Instant;

/**
 * An event exactly as the database holds it, even when somebody has meddled with it: unlike in a {@link CaseEvent}, the
 * type may be none that exists and the payload may be no JSON.
 */
public record StoredEvent(
        String caseNumber,
        int sequence,
        String type,
        Instant at,
        String actor,
        String payload,
        String previousHash,
        String hash) {}
