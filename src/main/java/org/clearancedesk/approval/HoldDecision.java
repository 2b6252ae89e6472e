package org.clearancedesk.approval;

import java.util.Map;
import org.clearancedesk.request.BadInput;
import org.clearancedesk.request.Fields;

/** Legal's answer to a hold, always with a reason. */
public record HoldDecision(HoldOutcome outcome, String reason) {

    /**
     * Reads the answers of the form {@code decide-on-hold}.
     *
     * @throws BadInput when the outcome is unknown or the reason is missing
     */
    public static HoldDecision from(Map<String, ?> answers) {
        Fields fields = new Fields("", answers);
        HoldDecision decision = new HoldDecision(
                fields.choice("holdOutcome", HoldOutcome.class), fields.text("holdReason", Fields.LONG_TEXT));
        fields.complete();
        return decision;
    }
}
