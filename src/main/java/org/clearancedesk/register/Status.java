package org.clearancedesk.register;

/** Where a case stands. */
public enum Status {
    IN_TRIAGE,
    ESCALATED,
    IN_REVIEW,
    CHANGES_NEEDED,
    AWAITING_APPROVAL,
    APPROVED,
    DISCLOSED,
    REFUSED,
    WITHDRAWN;

    /** Whether nothing more happens to the case by itself. */
    public boolean isFinal() {
        return this == APPROVED || this == DISCLOSED || this == REFUSED || this == WITHDRAWN;
    }
}
