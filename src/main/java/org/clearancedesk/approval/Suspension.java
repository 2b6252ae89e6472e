package org.clearancedesk.approval;

/**
 * Why an approval must not be used for the time being, until legal releases or revokes it.
 *
 * @param about what or who it is about, such as a condition or a performer's name
 * @param reason in the words of whoever suspends it
 */
public record Suspension(Cause cause, String about, String reason) {

    /** What can hold an approval up. */
    public enum Cause {
        CONDITION_OVERDUE,
        CONSENT_WITHDRAWN,
        CONSENT_LIMITED,
        /** A strike is called under the agreement that a consent stands under. */
        STRIKE,
        SCOPE_CHANGED
    }
}
