package org.clearancedesk.approval;

import java.util.Map;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.Fields;

/** Legal's answer to a suspension, always with a reason. */
public record SuspensionDecision(SuspensionOutcome outcome, String reason) {

    /**
     * Reads the answers of the form {@code decide-on-hold}.
     *
     * @throws BadInput when the outcome is unknown or the reason is missing
     */
    public static SuspensionDecision from(Map<String, ?> answers) {
        Fields fields = new Fields("", answers);
        SuspensionDecision decision = new SuspensionDecision(
                fields.choice("holdOutcome", SuspensionOutcome.class), fields.text("holdReason", Fields.LONG_TEXT));
        fields.complete();
        return decision;
    }
}
