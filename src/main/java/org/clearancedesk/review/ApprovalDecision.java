package org.clearancedesk.review;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.Fields;
import org.jspecify.annotations.Nullable;

/**
 * The approver's decision.
 *
 * @param validUntil the last day on which the approval holds; null where it was not given, and in old records where an
 *     approval then holds for the longest time
 */
public record ApprovalDecision(ApprovalOutcome outcome, String reason, @Nullable LocalDate validUntil)
        implements Opinion {

    /** No approval holds for longer. */
    public static final Period LONGEST = Period.ofYears(2);

    /**
     * Reads the answers of the form {@code approve-in-writing}.
     *
     * @throws BadInput when the outcome is unknown, a reason is missing where the request is not approved, or the
     *     approval would end before it begins or hold for too long
     */
    public static ApprovalDecision from(Map<String, ?> answers, Clock clock) {
        Fields fields = new Fields("", answers);
        ApprovalOutcome outcome = fields.choice("approvalOutcome", ApprovalOutcome.class);
        String reason = outcome == ApprovalOutcome.APPROVED
                ? Reasons.optional(fields, "approvalReason")
                : fields.text("approvalReason", Fields.LONG_TEXT);
        LocalDate validUntil = fields.optionalDate("validUntil");
        LocalDate today = LocalDate.now(clock);
        LocalDate last = today.plus(LONGEST);
        if (validUntil == null) {
            validUntil = outcome == ApprovalOutcome.APPROVED ? last : null;
        } else if (validUntil.isBefore(today)) {
            fields.refuse("validUntil", "“Valid until” lies in the past. Please choose a later day or leave it empty.");
        } else if (validUntil.isAfter(last)) {
            fields.refuse(
                    "validUntil",
                    "An approval holds for two years at most, so until %s. Please choose an earlier day or leave it empty."
                            .formatted(last));
        }
        fields.complete();
        return new ApprovalDecision(outcome, reason, validUntil);
    }
}
