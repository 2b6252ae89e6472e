package org.clearancedesk.process;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.clearancedesk.approval.CloseOut;
import org.clearancedesk.approval.ConditionAnswer;
import org.clearancedesk.approval.SuspensionDecision;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.intake.Step;
import org.clearancedesk.review.ApprovalDecision;
import org.clearancedesk.review.ConsentReview;
import org.clearancedesk.review.EscalationAssessment;
import org.clearancedesk.review.LegalReview;
import org.clearancedesk.review.Opinion;
import org.jspecify.annotations.Nullable;

/**
 * Every variable of the processes {@code genai-clearance} and {@code approval-in-force} and its type. Those that came from the desk itself are compared
 * with the record whenever somebody completes a task; the answers of a task are read once, then.
 */
public enum CaseVariable {
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
    COVERED("covered", Type.FLAG),
    VERDICT("verdict", Type.TEXT),
    WITHDRAWAL_REASON("withdrawalReason", Type.TEXT),

    ESCALATION_OUTCOME("escalationOutcome", Type.TEXT, EscalationAssessment.class),
    ESCALATION_REASON("escalationReason", Type.TEXT, EscalationAssessment.class),
    LEGAL_OUTCOME("legalOutcome", Type.TEXT, LegalReview.class),
    LEGAL_REASON("legalReason", Type.TEXT, LegalReview.class),
    LEGAL_CONDITIONS("legalConditions", Type.JSON, LegalReview.class),
    CONSENT_OUTCOME("consentOutcome", Type.TEXT, ConsentReview.class),
    CONSENT_REASON("consentReason", Type.TEXT, ConsentReview.class),
    CONSENT("consent", Type.JSON, ConsentReview.class),
    APPROVAL_OUTCOME("approvalOutcome", Type.TEXT, ApprovalDecision.class),
    APPROVAL_REASON("approvalReason", Type.TEXT, ApprovalDecision.class),
    VALID_UNTIL("validUntil", Type.TEXT, ApprovalDecision.class),

    CONDITIONS_SET("conditionsSet", Type.COUNT),
    NEXT_DATE_AT("nextDateAt", Type.DATE),
    NEXT_MARK("nextMark", Type.TEXT),
    VALIDITY_GOES_ON("validityGoesOn", Type.FLAG),
    HOLD_ID("holdId", Type.TEXT),
    REVOCATION_REASON("revocationReason", Type.TEXT),
    SUPERSEDED_BY("supersededBy", Type.TEXT),
    CONDITION_OUTCOME("conditionOutcome", Type.TEXT, ConditionAnswer.class),
    CONDITION_REASON("conditionReason", Type.TEXT, ConditionAnswer.class),
    CONDITION_EVIDENCE("conditionEvidence", Type.JSON, ConditionAnswer.class),
    HOLD_OUTCOME("holdOutcome", Type.TEXT, SuspensionDecision.class),
    HOLD_REASON("holdReason", Type.TEXT, SuspensionDecision.class),
    CLOSE_OUT("closeOut", Type.JSON, CloseOut.class),

    /** Local to one task. */
    DUE_AT("dueAt", Type.DATE),
    REMIND_AT("remindAt", Type.DATE),
    UNCLAIMED_AT("unclaimedAt", Type.DATE),
    PERFORMER("performer", Type.JSON),
    /** The engine's own: which of the performers or conditions it is, counted from 0. */
    PERFORMER_INDEX("loopCounter", Type.COUNT),

    /** Local to one task, for its card: whoever may read the task may read these, and nobody else. */
    TITLE("title", Type.TEXT),
    PRODUCTION("production", Type.TEXT),
    ASKED_FOR("askedFor", Type.TEXT);

    /** How the engine keeps it: nothing else goes into the process. */
    enum Type {
        TEXT(String.class),
        FLAG(Boolean.class),
        COUNT(Integer.class),
        DATE(Date.class),
        JSON(JsonValue.class);

        private final Class<?> value;

        Type(Class<?> value) {
            this.value = value;
        }
    }

    private final String id;
    private final Type type;
    private final @Nullable Class<?> saying;

    CaseVariable(String id, Type type) {
        this(id, type, null);
    }

    CaseVariable(String id, Type type, @Nullable Class<?> saying) {
        this.id = id;
        this.type = type;
        this.saying = saying;
    }

    /** What people answer at the tasks before the letter: together these are their opinions. */
    static List<CaseVariable> answers() {
        return Arrays.stream(values())
                .filter(variable -> variable.saying != null && Opinion.class.isAssignableFrom(variable.saying))
                .toList();
    }

    /** What people answer at the tasks of an approval that is in force. */
    static List<CaseVariable> answersInForce() {
        return Arrays.stream(values())
                .filter(variable -> variable.saying != null && !Opinion.class.isAssignableFrom(variable.saying))
                .toList();
    }

    /** What people write at a task, beside the outcome that a gateway reads. */
    static List<CaseVariable> words() {
        return Arrays.stream(values())
                .filter(variable -> variable.saying != null && !variable.id.endsWith("Outcome"))
                .toList();
    }

    /** What a step asks for, by name and type. Whoever completes it can give this and nothing else. */
    static Map<String, Class<?>> askedAt(Step step) {
        Class<?> said =
                switch (step) {
                    case ASSESS_ESCALATED_USE -> EscalationAssessment.class;
                    case REVIEW_LEGAL_EXPOSURE -> LegalReview.class;
                    case CONFIRM_CONSENT -> ConsentReview.class;
                    case APPROVE_IN_WRITING -> ApprovalDecision.class;
                    case AMEND_REQUEST -> ClearanceRequest.class;
                    case FULFIL_CONDITION -> ConditionAnswer.class;
                    case DECIDE_ON_HOLD -> SuspensionDecision.class;
                    case CLOSE_OUT_USE -> CloseOut.class;
                };
        return said == ClearanceRequest.class
                ? types(REQUEST)
                : types(Arrays.stream(values())
                        .filter(variable -> variable.saying == said)
                        .toArray(CaseVariable[]::new));
    }

    /** These variables by name, with the types in which the engine takes them. */
    static Map<String, Class<?>> types(CaseVariable... variables) {
        return Arrays.stream(variables).collect(toUnmodifiableMap(CaseVariable::id, each -> each.type.value));
    }

    /** The name in the models and forms. */
    public String id() {
        return id;
    }

    Type type() {
        return type;
    }

    /** Whether it is one of the answers that make up such an opinion. */
    boolean isPartOf(Opinion given) {
        return given.getClass() == saying;
    }
}
