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
    REQUEST("request", JsonValue.class),
    REQUESTER("requester", String.class),
    REQUEST_NUMBER("requestNumber", String.class),
    TIER("tier", String.class),
    REVIEWS("reviews", JsonValue.class),
    FINDINGS("findings", JsonValue.class),
    GUIDELINE_VERSION("guidelineVersion", String.class),
    LEGAL_NEEDED("legalNeeded", Boolean.class),
    CONSENT_NEEDED("consentNeeded", Boolean.class),
    CONSENTS_NEEDED("consentsNeeded", Integer.class),
    COVERED("covered", Boolean.class),
    VERDICT("verdict", String.class),
    WITHDRAWAL_REASON("withdrawalReason", String.class),

    ESCALATION_OUTCOME("escalationOutcome", String.class, EscalationAssessment.class),
    ESCALATION_REASON("escalationReason", String.class, EscalationAssessment.class),
    LEGAL_OUTCOME("legalOutcome", String.class, LegalReview.class),
    LEGAL_REASON("legalReason", String.class, LegalReview.class),
    LEGAL_CONDITIONS("legalConditions", JsonValue.class, LegalReview.class),
    CONSENT_OUTCOME("consentOutcome", String.class, ConsentReview.class),
    CONSENT_REASON("consentReason", String.class, ConsentReview.class),
    CONSENT("consent", JsonValue.class, ConsentReview.class),
    APPROVAL_OUTCOME("approvalOutcome", String.class, ApprovalDecision.class),
    APPROVAL_REASON("approvalReason", String.class, ApprovalDecision.class),
    VALID_UNTIL("validUntil", String.class, ApprovalDecision.class),

    CONDITIONS_SET("conditionsSet", Integer.class),
    NEXT_DATE_AT("nextDateAt", Date.class),
    NEXT_MARK("nextMark", String.class),
    VALIDITY_GOES_ON("validityGoesOn", Boolean.class),
    HOLD_ID("holdId", String.class),
    REVOCATION_REASON("revocationReason", String.class),
    SUPERSEDED_BY("supersededBy", String.class),
    CONDITION_OUTCOME("conditionOutcome", String.class, ConditionAnswer.class),
    CONDITION_REASON("conditionReason", String.class, ConditionAnswer.class),
    CONDITION_EVIDENCE("conditionEvidence", JsonValue.class, ConditionAnswer.class),
    HOLD_OUTCOME("holdOutcome", String.class, SuspensionDecision.class),
    HOLD_REASON("holdReason", String.class, SuspensionDecision.class),
    CLOSE_OUT("closeOut", JsonValue.class, CloseOut.class),

    /** Local to one task. */
    DUE_AT("dueAt", Date.class),
    REMIND_AT("remindAt", Date.class),
    UNCLAIMED_AT("unclaimedAt", Date.class),
    PERFORMER("performer", JsonValue.class),
    /** The engine's own: which of the performers or conditions it is, counted from 0. */
    LOOP_COUNTER("loopCounter", Integer.class),

    /** Local to one task, for its card: whoever may read the task may read these, and nobody else. */
    TITLE("title", String.class),
    PRODUCTION("production", String.class),
    ASKED_FOR("askedFor", String.class);

    private final String id;
    /** How the engine keeps it: nothing else goes into the process. */
    private final Class<?> type;

    private final @Nullable Class<?> saying;

    CaseVariable(String id, Class<?> type) {
        this(id, type, null);
    }

    CaseVariable(String id, Class<?> type, @Nullable Class<?> saying) {
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
        return Arrays.stream(variables).collect(toUnmodifiableMap(CaseVariable::id, each -> each.type));
    }

    /** The name in the models and forms. */
    public String id() {
        return id;
    }

    /** Whether it is one of the answers that make up such an opinion. */
    boolean isPartOf(Opinion given) {
        return given.getClass() == saying;
    }
}
