package org.clearancedesk.register;

import java.util.List;
import org.clearancedesk.intake.Tier;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for.
 *
 * @param text part of a number, a title or a production, in any case
 * @param mine only the reader's own requests
 * @param page 0 for the first
 * @param size 1 to 200 cases a page
 */
public record CaseSearch(
        @Nullable String text,
        @Nullable Status status,
        @Nullable Tier tier,
        @Nullable String production,
        boolean mine,
        int page,
        int size) {

    /** More than so many are not counted. */
    public static final int MOST_COUNTED = 1_000;

    /**
     * One page of what was found, newest change first.
     *
     * @param total how many there are in all, at most {@link #MOST_COUNTED}
     * @param more whether there are more than that
     */
    public record Page(List<ClearanceCase> cases, int page, int size, long total, boolean more) {}
}
