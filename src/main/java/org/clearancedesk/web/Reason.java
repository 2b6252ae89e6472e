package org.clearancedesk.web;

import java.util.Map;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.Fields;

/** Why somebody does something, of a call or a form that asks for nothing else. */
public record Reason(String reason) {

    /** @throws BadInput when it is missing, too long, or something else came along */
    public static String in(Map<String, ?> given) {
        Fields fields = new Fields("", given);
        String reason = fields.text("reason", Fields.LONG_TEXT);
        fields.complete();
        return reason;
    }
}
