package org.clearancedesk.workflow;

/**
 * Every variable of the process {@code genai-clearance} and its type. Those that came from the desk itself are compared
 * with the record whenever somebody completes a task; the answers of a task are read once, then.
 */
enum CaseVariable {
    REQUEST("request", Type.JSON),
    REQUESTER("requester", Type.TEXT),
    REQUEST_NUMBER("requestNumber", Type.TEXT),
    TIER("tier", Type.TEXT),
    REVIEWS("reviews", Type.JSON),
    FINDINGS("findings", Type.JSON),
    GUIDELINE_VERSION("guidelineVersion", Type.TEXT),
    LEGAL_NEEDED("legalNeeded", Type.FLAG),
    CONSENT_NEEDED("consentNeeded", Type.FLAG),
    CONSENTS_NEEDED("consentsNeeded", Type.COUNT),
    VERDICT("verdict", Type.TEXT),
    WITHDRAWAL_REASON("withdrawalReason", Type.TEXT),

    ESCALATION_OUTCOME("escalationOutcome", Type.TEXT),
    ESCALATION_REASON("escalationReason", Type.TEXT),
    LEGAL_OUTCOME("legalOutcome", Type.TEXT),
    LEGAL_REASON("legalReason", Type.TEXT),
    LEGAL_CONDITIONS("legalConditions", Type.JSON),
    CONSENT_OUTCOME("consentOutcome", Type.TEXT),
    CONSENT_REASON("consentReason", Type.TEXT),
    CONSENT("consent", Type.JSON),
    APPROVAL_OUTCOME("approvalOutcome", Type.TEXT),
    APPROVAL_REASON("approvalReason", Type.TEXT),
    VALID_UNTIL("validUntil", Type.TEXT),

    /** Local to one task. */
    DUE_AT("dueAt", Type.DATE),
    REMIND_AT("remindAt", Type.DATE),
    UNCLAIMED_AT("unclaimedAt", Type.DATE),
    PERFORMER("performer", Type.JSON),

    /** Local to one task, for its card: whoever may read the task may read these, and nobody else. */
    TITLE("title", Type.TEXT),
    PRODUCTION("production", Type.TEXT),
    ASKED_FOR("askedFor", Type.TEXT);

    /** How the engine keeps it: nothing else goes into the process. */
    enum Type {
        TEXT,
        FLAG,
        COUNT,
        DATE,
        JSON
    }

    private final String id;
    private final Type type;

    CaseVariable(String id, Type type) {
        this.id = id;
        this.type = type;
    }

    /** The name in the models and forms. */
    String id() {
        return id;
    }

    Type type() {
        return type;
    }
}
