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

    /** One page of what was found, the next to end first, and how many there are in all. */
    public record Page(List<Consent> consents, int page, int size, long total) {}
}
