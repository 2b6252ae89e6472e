package org.clearancedesk.review;

/** What the approver decides. */
public enum ApprovalOutcome {
    APPROVED,
    CHANGES_NEEDED,
    REFUSED
}
