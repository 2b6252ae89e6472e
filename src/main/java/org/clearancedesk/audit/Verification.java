package org.clearancedesk.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of everything on record found.
 *
 * @param checked how many cases were checked
 * @param untold how many rows hold a column that no event tells, because the desk did not write it into events when they
 *     were made; that column was not compared
 * @param checkpoints how many checkpoints were checked
 * @param lastCheckpointAt when the last one was taken; null when there is none
 * @param unchecked why the signatures of the checkpoints were not checked; null when they were
 * @param brokenInAll how many things do not fit
 * @param broken the first thousand of them, the cases by number, then what is of no case and the checkpoints
 */
public record Verification(
        int checked,
        int untold,
        int checkpoints,
        @Nullable Instant lastCheckpointAt,
        @Nullable String unchecked,
        int brokenInAll,
        List<Broken> broken) {

    /**
     * One thing that does not fit.
     *
     * @param number the case; null when it is no case's
     * @param at the place, such as “event 3”, “row”, “process”, “letter GL-2026-000042”, “file …” or “checkpoint 2”
     * @param sequence the event; null when it is another thing
     * @param reason how it shows, in a sentence
     */
    public record Broken(@Nullable String number, String at, @Nullable Integer sequence, String reason) {

        static Broken event(String number, int sequence, String reason) {
            return new Broken(number, "event " + sequence, sequence, reason);
        }

        static Broken place(@Nullable String number, String at, String reason) {
            return new Broken(number, at, null, reason);
        }
    }
}
