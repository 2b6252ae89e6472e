package org.clearancedesk.intake;

/** What a finding, and so the whole request, asks for; in rising order (policy, section "Tiers"). */
public enum Tier {
    /** Inform only. */
    LOW,
    /** In doubt: the studio's contact decides. */
    ESCALATE,
    /** Never without a written approval. */
    WRITTEN_APPROVAL
}
