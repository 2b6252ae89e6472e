package org.clearancedesk.consent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which consents somebody looks for.
 *
 * @param text part of a person's name, a title, a production or a number, in any case
 * @param endingWithin only those in force that end within so many days
 * @param page 0 for the first
 */
public record ConsentSearch(
        @Nullable String text, @Nullable ConsentState state, @Nullable Integer endingWithin, int page, int size) {

    /** More than so many are not counted. */
    static final int MOST_COUNTED = 1_000;

    /**
     * One page of what was found, the next to end first.
     *
     * @param total how many there are in all, at most 1,000
     * @param more whether there are more than that
     */
    public record Page(List<Consent> consents, int page, int size, long total, boolean more) {}
}
