package org.clearancedesk.review;

/** What somebody said at one of the steps, complete and valid: an opinion that lacks something cannot be made. */
public sealed interface Opinion permits EscalationAssessment, LegalReview, ConsentReview, ApprovalDecision {

    /** The reason in the person's own words; empty when none was needed or given. */
    String reason();
}
