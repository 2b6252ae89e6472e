package org.clearancedesk.web.consent;

import java.util.Map;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.Fields;

/** Why a consent is limited, and to what. */
record Limits(String reason, String scope) {

    /** @throws BadInput when one of the two is missing or too long */
    static Limits in(Map<String, ?> given) {
        Fields fields = new Fields("", given);
        Limits limits = new Limits(fields.text("reason", Fields.LONG_TEXT), fields.text("scope", Fields.LONG_TEXT));
        fields.complete();
        return limits;
    }
}
