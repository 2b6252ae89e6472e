package org.clearancedesk.web.approval;

import java.util.Map;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.Facts;
import org.clearancedesk.intake.Fields;

/** The answers as they are now, and what happened. */
record ChangedUse(Facts facts, String description) {

    /** @throws BadInput when an answer or the description is missing */
    static ChangedUse in(Map<String, ?> given) {
        Fields fields = new Fields("", given);
        String description = fields.text("description", Fields.LONG_TEXT);
        fields.ignore("facts");
        fields.complete();
        return new ChangedUse(factsIn(given), description);
    }

    /** @throws BadInput when an answer is missing */
    @SuppressWarnings("unchecked")
    static Facts factsIn(Map<String, ?> given) {
        if (given.get("facts") instanceof Map<?, ?> facts) {
            return Facts.from((Map<String, ?>) facts);
        }
        throw new BadInput("facts", "“facts” is missing. Please give all 23 answers as they are now.");
    }
}
