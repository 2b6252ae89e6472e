package org.clearancedesk.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that legal asked for when it cleared the use.
 *
 * @param position counted from 1, as the letter lists them
 * @param due when it has to be fulfilled
 * @param note how it was fulfilled or why it was waived; null while it is open
 */
public record Condition(
        String caseNumber,
        int position,
        String words,
        Instant due,
        State state,
        @Nullable String settledBy,
        @Nullable Instant settledAt,
        @Nullable String note) {

    /** Whether it still waits. */
    public enum State {
        OPEN,
        FULFILLED,
        WAIVED
    }
}
