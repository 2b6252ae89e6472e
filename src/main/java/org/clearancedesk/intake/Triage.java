package org.clearancedesk.intake;

import java.util.List;

/**
 * What the guidelines say about a request.
 *
 * @param tier the highest tier of the findings
 * @param guidelineVersion the version of the decision model that said so, a date such as {@code 2025-11-11}
 */
public record Triage(Tier tier, List<ReviewKind> reviews, List<Finding> findings, String guidelineVersion) {

    /** An old record may lack a list that came later. */
    public Triage {
        reviews = reviews == null ? List.of() : reviews;
        findings = findings == null ? List.of() : findings;
    }

    public boolean asksFor(ReviewKind review) {
        return reviews.contains(review);
    }
}
