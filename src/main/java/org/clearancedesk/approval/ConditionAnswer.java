package org.clearancedesk.approval;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.Fields;

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

    /** What the record says of it: which condition, how or why, and when. */
    Map<String, Object> told(Condition condition, Instant at) {
        Map<String, Object> told = new HashMap<>();
        told.put("condition", condition.words());
        told.put("position", condition.position());
        told.put("settledAt", at);
        if (outcome == ConditionOutcome.FULFILLED) {
            told.put("note", reason);
            told.put("evidence", evidence);
        } else {
            told.put("reason", reason);
        }
        return told;
    }
}
