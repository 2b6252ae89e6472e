package org.clearancedesk.review;

import java.time.Clock;
import java.util.Map;
import org.clearancedesk.request.BadInput;
import org.clearancedesk.request.Fields;
import org.clearancedesk.request.Performer;
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
     * @throws BadInput when the outcome is unknown, a reason is missing where consent is not confirmed, or the consent
     *     record of a confirmation has a gap
     */
    public static ConsentReview from(Performer performer, Map<String, ?> answers, Clock clock) {
        Fields fields = new Fields("", answers);
        ConsentOutcome outcome = fields.choice("consentOutcome", ConsentOutcome.class);
        String reason = outcome == ConsentOutcome.CONFIRMED
                ? Reasons.optional(fields, "consentReason")
                : fields.text("consentReason", Fields.LONG_TEXT);
        ConsentRecord consent = null;
        if (outcome == ConsentOutcome.CONFIRMED) {
            consent = ConsentRecord.from(performer, fields.object("consent"), clock);
        } else {
            fields.ignore("consent");
        }
        fields.complete();
        return new ConsentReview(performer.name(), outcome, reason, consent);
    }
}
