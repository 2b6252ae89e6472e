package org.clearancedesk.review;

/** What legal says. */
public enum LegalOutcome {
    CLEARED,
    CLEARED_WITH_CONDITIONS,
    CHANGES_NEEDED,
    REFUSED
}
