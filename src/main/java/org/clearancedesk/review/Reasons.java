package org.clearancedesk.review;

import org.clearancedesk.intake.Fields;

/** Reasons that may be left out. */
final class Reasons {

    private Reasons() {}

    static String optional(Fields fields, String name) {
        String reason = fields.optionalText(name, Fields.LONG_TEXT);
        return reason == null ? "" : reason;
    }
}
