package org.clearancedesk.standing;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.Fields;

/**
 * How often and until when a standing approval is to hold, and why.
 *
 * @param validUntil its last day
 */
public record StandingTerms(int usesLimit, LocalDate validUntil, String reason) {

    private static final Pattern ONE_TO_A_HUNDRED = Pattern.compile("[1-9][0-9]?|100");

    /**
     * Reads the terms as a page or a program sends them; a page knows no numbers, only texts.
     *
     * @throws BadInput naming every field that is missing, unknown or cannot be taken
     */
    public static StandingTerms from(Map<String, ?> given) {
        Map<String, Object> texts = new HashMap<>(given);
        if (given.get("usesLimit") instanceof Integer limit) {
            texts.put("usesLimit", limit.toString());
        }
        Fields fields = new Fields("", texts);
        String limit = fields.text("usesLimit", Fields.SHORT_TEXT);
        if (!ONE_TO_A_HUNDRED.matcher(limit).matches()) {
            fields.require("usesLimit", "A standing approval covers from 1 to 100 uses. Please say how many.");
        }
        LocalDate until = fields.optionalDate("validUntil");
        if (until == null) {
            fields.require("validUntil", "Please say which day is the last one, like 2026-11-23.");
        }
        String reason = fields.text("reason", Fields.LONG_TEXT);
        fields.complete();
        return new StandingTerms(Integer.parseInt(limit), requireNonNull(until), reason);
    }

    /** @throws BadInput when the last day is over, or after that of the approval itself */
    void requireWithin(LocalDate today, LocalDate last) {
        if (validUntil.isBefore(today)) {
            throw new BadInput("validUntil", "This day is over. Please name one that is to come.");
        }
        if (validUntil.isAfter(last)) {
            throw new BadInput(
                    "validUntil",
                    "The approval itself ends on %s. Please name that day or an earlier one.".formatted(last));
        }
    }

    /** What the record says of them when they begin to hold. */
    Map<String, ?> toldWhenGranted(Instant at) {
        return told("grantedAt", at);
    }

    /** What the record says of them when they hold no longer. */
    Map<String, ?> toldWhenEnded(Instant at) {
        return told("endedAt", at);
    }

    private Map<String, ?> told(String moment, Instant at) {
        return Map.of("usesLimit", usesLimit, "validUntil", validUntil.toString(), "reason", reason, moment, at);
    }
}
