package org.clearancedesk.signature;

import java.time.Instant;

/** How long letters can still be signed. */
@FunctionalInterface
public interface KeyLife {

    /** When the certificate of the key in use ends. */
    Instant endsAt();
}
