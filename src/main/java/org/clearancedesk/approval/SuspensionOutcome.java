package org.clearancedesk.approval;

/** What legal can make of a suspended approval. */
public enum SuspensionOutcome {
    RELEASED,
    REVOKED
}
