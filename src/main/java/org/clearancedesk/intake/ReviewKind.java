package org.clearancedesk.intake;

/** A review that the guidelines ask for. */
public enum ReviewKind {
    LEGAL,
    UNION_CONSENT
}
