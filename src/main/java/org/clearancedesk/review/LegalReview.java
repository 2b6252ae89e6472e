package org.clearancedesk.review;

import java.util.List;
import java.util.Map;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.Fields;

/** Legal's opinion. Conditions go with {@link LegalOutcome#CLEARED_WITH_CONDITIONS} and only with it. */
public record LegalReview(LegalOutcome outcome, String reason, List<String> conditions) implements Opinion {

    /** An old record may lack a list that came later. */
    public LegalReview {
        conditions = conditions == null ? List.of() : conditions;
    }

    /**
     * Reads the answers of the form {@code review-legal-exposure}.
     *
     * @throws BadInput when the outcome is unknown, a reason is missing where the request is not cleared, or conditions
     *     and outcome do not fit
     */
    public static LegalReview from(Map<String, ?> answers) {
        Fields fields = new Fields("", answers);
        LegalOutcome outcome = fields.choice("legalOutcome", LegalOutcome.class);
        String reason = outcome == LegalOutcome.CLEARED
                ? Reasons.optional(fields, "legalReason")
                : fields.text("legalReason", Fields.LONG_TEXT);
        List<String> conditions = fields.texts("legalConditions", 1000);
        if (outcome == LegalOutcome.CLEARED_WITH_CONDITIONS && conditions.isEmpty()) {
            fields.refuse("legalConditions", "Please write at least one condition, or clear the request without any.");
        }
        if (outcome != LegalOutcome.CLEARED_WITH_CONDITIONS && !conditions.isEmpty()) {
            fields.refuse(
                    "legalConditions",
                    "Conditions are kept only with “cleared with conditions”. Please choose that outcome or remove them.");
        }
        fields.complete();
        return new LegalReview(outcome, reason, conditions);
    }
}
