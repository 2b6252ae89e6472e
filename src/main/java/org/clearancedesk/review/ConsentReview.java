package org.clearancedesk.review;

import java.util.Map;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.Fields;
import org.clearancedesk.intake.Performer;
import org.jspecify.annotations.Nullable;

/**
 * Talent relations' opinion on one performer or represented craft.
 *
 * @param performer the performer's name as the request has it
 * @param consent the consent record; always there when the consent is confirmed
 */
public record ConsentReview(String performer, ConsentOutcome outcome, String reason, @Nullable ConsentRecord consent)
        implements Opinion {

    /**
     * Reads the answers of the form {@code confirm-consent}.
     *
     * @param rules what a confirmed consent has to hold up to
     * @throws BadInput when the outcome is unknown, a reason is missing where consent is not confirmed, or the consent
     *     record of a confirmation has a gap or does not cover the request
     */
    public static ConsentReview from(Performer performer, Map<String, ?> answers, ConsentRules rules) {
        Fields fields = new Fields("", answers);
        ConsentOutcome outcome = fields.choice("consentOutcome", ConsentOutcome.class);
        String reason = outcome == ConsentOutcome.CONFIRMED
                ? Reasons.optional(fields, "consentReason")
                : fields.text("consentReason", Fields.LONG_TEXT);
        ConsentRecord consent = null;
        if (outcome == ConsentOutcome.CONFIRMED) {
            consent = ConsentRecord.from(performer, fields.object("consent"), rules);
            if (reason.isEmpty() && rules.asksForWords(consent)) {
                fields.require(
                        "consentReason",
                        "This agreement bars certain depictions of minors. Please say why this is none of them, or refuse.");
            }
        } else {
            fields.ignore("consent");
        }
        fields.complete();
        return new ConsentReview(performer.name(), outcome, reason, consent);
    }
}
