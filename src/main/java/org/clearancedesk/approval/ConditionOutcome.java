package org.clearancedesk.approval;

/** How a condition can be settled. */
public enum ConditionOutcome {
    FULFILLED,
    WAIVED
}
