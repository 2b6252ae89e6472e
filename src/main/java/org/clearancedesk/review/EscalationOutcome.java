package org.clearancedesk.review;

/** What the Netflix contact decides on a request in doubt. */
public enum EscalationOutcome {
    INFORM_ONLY,
    APPROVAL_NEEDED
}
