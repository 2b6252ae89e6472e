package org.clearancedesk.intake;

/** A step at which somebody must act; the name of the user task in the model is the same in camel case. */
public enum Step {
    ASSESS_ESCALATED_USE,
    REVIEW_LEGAL_EXPOSURE,
    CONFIRM_CONSENT,
    APPROVE_IN_WRITING,
    AMEND_REQUEST,
    FULFIL_CONDITION,
    DECIDE_ON_HOLD,
    CLOSE_OUT_USE
}
