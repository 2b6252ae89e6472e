package org.clearancedesk.consent;

/** How the consent of a person, or a craft, to one request stands. */
public enum ConsentState {
    /** Talent relations has not said yet. */
    ASKED,
    /** It is recorded with all its terms. */
    GIVEN,
    /** It was given, and whoever gave it has drawn narrower bounds since. */
    LIMITED,
    REFUSED,
    WITHDRAWN,
    /** Its last day is over. Nobody sets this state: it is read off the calendar. */
    EXPIRED,
    /** Talent relations said that this use needs none. */
    NOT_REQUIRED,
    /** The request was changed and is not about the person any more. */
    NO_LONGER_NAMED,
    /** The case is confidential and not the reader's. Nobody sets this state. */
    CONFIDENTIAL;

    /** Whether somebody can still take it back or draw narrower bounds. */
    public boolean canChange() {
        return this == GIVEN || this == LIMITED;
    }
}
