package org.clearancedesk.register;

import org.clearancedesk.review.ApprovalDecision;
import org.clearancedesk.review.ConsentReview;
import org.clearancedesk.review.EscalationAssessment;
import org.clearancedesk.review.LegalReview;
import org.clearancedesk.review.Opinion;
import org.jspecify.annotations.Nullable;

/** What can happen to a case; the names are part of what the hashes cover. */
public enum EventType {
    REQUEST_SUBMITTED(null),
    REQUEST_AMENDED(null),
    TRIAGED(null),
    ESCALATION_ASSESSED(EscalationAssessment.class),
    REVIEW_TAKEN(null),
    LEGAL_REVIEWED(LegalReview.class),
    CONSENT_REVIEWED(ConsentReview.class),
    REVIEWS_COMBINED(null),
    APPROVAL_DECIDED(ApprovalDecision.class),
    DECISION_OVERTAKEN(null),
    LET_IN(null),
    EVIDENCE_ADDED(null),
    EVIDENCE_REFUSED(null),
    EVIDENCE_SCANNED(null),
    EVIDENCE_SEEN(null),
    LETTER_ISSUED(null),
    LETTER_SENT(null),
    USE_DISCLOSED(null),
    REQUEST_REFUSED(null),
    REFUSAL_SENT(null),
    REQUEST_WITHDRAWN(null),
    NOTICE_SENT(null),
    CONTACT_CORRECTED(null),
    /** Of records up to release 0.1.0; nothing writes it any more. */
    APPROVAL_HELD(null),
    CONDITION_FULFILLED(null),
    CONDITION_WAIVED(null),
    APPROVAL_SUSPENDED(null),
    APPROVAL_RELEASED(null),
    APPROVAL_EXPIRED(null),
    APPROVAL_REVOKED(null),
    APPROVAL_SUPERSEDED(null),
    SCOPE_CHANGED(null),
    CLOSED_OUT(null),
    CONSENT_CHANGED(null),
    USE_TAKEN(null),
    USE_COVERED(null),
    USE_GIVEN_BACK(null),
    STANDING_GRANTED(null),
    STANDING_ENDED(null),
    LEGAL_HOLD_PLACED(null),
    LEGAL_HOLD_LIFTED(null);

    private final @Nullable Class<? extends Opinion> opinion;

    EventType(@Nullable Class<? extends Opinion> opinion) {
        this.opinion = opinion;
    }

    /** The kind of opinion that such an event keeps, or null when it keeps none. */
    @Nullable
    Class<? extends Opinion> opinion() {
        return opinion;
    }

    /** Whether only a mail went out, which changes nothing about the case. */
    boolean isMail() {
        return this == NOTICE_SENT || this == LETTER_SENT || this == REFUSAL_SENT;
    }

    /**
     * Whether it may happen to several cases in one moment, because they rest on the consent of one person. It does not bring
     * a confidential case to the head of anybody's list, where its place would say whom it is about.
     */
    boolean followsConsent() {
        return this == CONSENT_CHANGED
                || this == APPROVAL_SUSPENDED
                || this == APPROVAL_RELEASED
                || this == APPROVAL_HELD;
    }

    static EventType of(Opinion opinion) {
        for (EventType type : values()) {
            if (opinion.getClass() == type.opinion) {
                return type;
            }
        }
        throw new IllegalArgumentException(
                "No event keeps a " + opinion.getClass().getSimpleName());
    }
}
