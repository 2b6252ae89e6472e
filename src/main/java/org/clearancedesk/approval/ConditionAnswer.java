package org.clearancedesk.approval;

import java.util.List;
import java.util.Map;
import org.clearancedesk.request.BadInput;
import org.clearancedesk.request.Fields;

/**
 * What somebody says of a condition.
 *
 * @param reason how it is fulfilled, or why it is waived
 * @param evidence ids of files that show it
 */
public record ConditionAnswer(ConditionOutcome outcome, String reason, List<String> evidence) {

    /**
     * Reads the answers of the form {@code fulfil-condition}.
     *
     * @throws BadInput when the outcome is unknown or nothing is said about it
     */
    public static ConditionAnswer from(Map<String, ?> answers) {
        Fields fields = new Fields("", answers);
        ConditionAnswer answer = new ConditionAnswer(
                fields.choice("conditionOutcome", ConditionOutcome.class),
                fields.text("conditionReason", Fields.LONG_TEXT),
                fields.texts("conditionEvidence", Fields.SHORT_TEXT));
        fields.complete();
        return answer;
    }
}
