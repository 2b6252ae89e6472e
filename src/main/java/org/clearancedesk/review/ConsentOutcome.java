package org.clearancedesk.review;

/** What talent relations says about one performer or craft. */
public enum ConsentOutcome {
    CONFIRMED,
    NOT_REQUIRED,
    CHANGES_NEEDED,
    REFUSED
}
