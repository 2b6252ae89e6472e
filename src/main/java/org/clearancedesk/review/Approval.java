package org.clearancedesk.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.clearancedesk.request.BadInput;
import org.clearancedesk.request.Fields;
import org.jspecify.annotations.Nullable;

/**
 * The approver's decision.
 *
 * @param validUntil the last day on which the approval holds; null when it holds for the production
 */
public record Approval(ApprovalOutcome outcome, String reason, @Nullable LocalDate validUntil) implements Opinion {

    /**
     * Reads the answers of the form {@code approve-in-writing}.
     *
     * @throws BadInput when the outcome is unknown, a reason is missing where the request is not approved, or the
     *     approval would end before it begins
     */
    public static Approval from(Map<String, ?> answers, Clock clock) {
        Fields fields = new Fields("", answers);
        ApprovalOutcome outcome = fields.choice("approvalOutcome", ApprovalOutcome.class);
        String reason = outcome == ApprovalOutcome.APPROVED
                ? Reasons.optional(fields, "approvalReason")
                : fields.text("approvalReason", Fields.LONG_TEXT);
        LocalDate validUntil = fields.optionalDate("validUntil");
        if (validUntil != null && validUntil.isBefore(LocalDate.now(clock))) {
            fields.refuse("validUntil", "“Valid until” lies in the past. Please choose a later day or leave it empty.");
        }
        fields.complete();
        return new Approval(outcome, reason, validUntil);
    }
}
