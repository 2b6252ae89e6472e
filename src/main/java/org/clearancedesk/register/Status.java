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
    WITHDRAWN,
    /** A standing approval covers the use; the Netflix contact was told. */
    COVERED,
    /** Approved in writing, but not to be used until somebody has decided. */
    SUSPENDED,
    /** Approved in writing once; its last day is over. */
    EXPIRED,
    REVOKED,
    /** A later approval took its place. */
    SUPERSEDED;

    /**
     * What whoever does not work on a confidential case sees in its place: that it was suspended in the moment when somebody
     * took a consent back elsewhere would say whom it is about.
     */
    public Status asOthersSeeIt() {
        return this == SUSPENDED ? APPROVED : this;
    }

    /** Whether it was approved in writing, whatever has become of that. */
    public boolean hasLetter() {
        return switch (this) {
            case APPROVED, SUSPENDED, EXPIRED, REVOKED, SUPERSEDED -> true;
            case IN_TRIAGE,
                    ESCALATED,
                    IN_REVIEW,
                    CHANGES_NEEDED,
                    AWAITING_APPROVAL,
                    DISCLOSED,
                    REFUSED,
                    WITHDRAWN,
                    COVERED -> false;
        };
    }

    /** Whether the request is decided or given up; an approval may still change while it lives. */
    public boolean isFinal() {
        return switch (this) {
            case IN_TRIAGE, ESCALATED, IN_REVIEW, CHANGES_NEEDED, AWAITING_APPROVAL -> false;
            case APPROVED, DISCLOSED, REFUSED, WITHDRAWN, COVERED, SUSPENDED, EXPIRED, REVOKED, SUPERSEDED -> true;
        };
    }
}
