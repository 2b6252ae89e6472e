package org.clearancedesk.register;

import java.util.List;
import org.clearancedesk.triage.Tier;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for.
 *
 * @param text part of a number, a title or a production, in any case
 * @param mine only the reader's own requests
 * @param page 0 for the first
 * @param size 1 to 200 cases a page
 */
public record Search(
        @Nullable String text,
        @Nullable Status status,
        @Nullable Tier tier,
        @Nullable String production,
        boolean mine,
        int page,
        int size) {

    /** One page of what was found, newest change first, and how many there are in all. */
    public record Page(List<ClearanceCase> cases, int page, int size, long total) {}
}
