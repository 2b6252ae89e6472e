package org.clearancedesk.review;

import java.util.Map;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.Fields;

/** The Netflix contact's answer to a request in doubt; it always has a reason. */
public record EscalationAssessment(EscalationOutcome outcome, String reason) implements Opinion {

    /**
     * Reads the answers of the form {@code assess-escalated-use}.
     *
     * @throws BadInput when the outcome is unknown or the reason missing
     */
    public static EscalationAssessment from(Map<String, ?> answers) {
        Fields fields = new Fields("", answers);
        EscalationAssessment assessment = new EscalationAssessment(
                fields.choice("escalationOutcome", EscalationOutcome.class),
                fields.text("escalationReason", Fields.LONG_TEXT));
        fields.complete();
        return assessment;
    }
}
