package org.clearancedesk.letter;

import java.time.LocalDate;
import java.util.Locale;
import org.clearancedesk.register.Status;
import org.jspecify.annotations.Nullable;

/** Whether a letter holds, as anybody may know it. */
public enum LetterState {
    VALID,
    EXPIRED,
    SUSPENDED,
    REVOKED,
    SUPERSEDED,
    UNKNOWN;

    /** @param validUntil the last day on which it holds; null in letters from before each had one */
    static LetterState of(Status approval, @Nullable LocalDate validUntil, LocalDate today) {
        boolean over = validUntil != null && today.isAfter(validUntil);
        return switch (approval) {
            case APPROVED -> over ? EXPIRED : VALID;
            case SUSPENDED -> over ? EXPIRED : SUSPENDED;
            case EXPIRED -> EXPIRED;
            case REVOKED -> REVOKED;
            case SUPERSEDED -> SUPERSEDED;
            // No letter goes with these; one that turns up all the same gives nobody leave to do anything.
            case IN_TRIAGE, ESCALATED, IN_REVIEW, CHANGES_NEEDED, AWAITING_APPROVAL -> SUSPENDED;
            case DISCLOSED, REFUSED, WITHDRAWN, COVERED -> REVOKED;
        };
    }

    /** The same in small letters. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
