package org.clearancedesk.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.Facts.Answer;
import org.clearancedesk.intake.Fields;
import org.jspecify.annotations.Nullable;

/**
 * What was really used, as archive and delivery ask for it (guidance, chapter "Law").
 *
 * @param used false when the approved use did not happen; then everything else is absent
 * @param models what became of models that were made or tuned
 * @param disclaimed what a copyright registration has to disclaim
 * @param disclosure how viewers are told, as Article 50 of the EU AI Act asks for a deep fake
 * @param representation who represented the performers, as California and New York ask for a replica
 * @param cues for a documentary, what stands in its cue sheet
 */
public record CloseOut(
        boolean used,
        String shots,
        String tools,
        String sources,
        @Nullable Models models,
        @Nullable LocalDate modelsSettledOn,
        String humanContribution,
        String disclaimed,
        @Nullable Answer deepFake,
        @Nullable Answer euRelease,
        String disclosure,
        @Nullable Answer toolMarksOutput,
        @Nullable Answer replica,
        String representation,
        @Nullable Answer syntheticInAdvertising,
        @Nullable Answer danishRelease,
        List<Cue> cues) {

    /** What is tomorrow in Los Angeles is today for a production in New Zealand. */
    private static final ZoneOffset FIRST_TO_SEE_A_DAY = ZoneOffset.ofHours(13);

    /** What became of the models. */
    public enum Models {
        NONE_MADE,
        DELETED,
        RETURNED,
        KEPT_AS_AGREED
    }

    /** One line of a documentary's cue sheet. */
    public record Cue(
            String timeCode, String prompt, String software, String source, String rights, String disclosure) {

        static Cue from(Fields fields) {
            return new Cue(
                    fields.text("timeCode", Fields.SHORT_TEXT),
                    fields.text("prompt", Fields.LONG_TEXT),
                    fields.text("software", Fields.SHORT_TEXT),
                    fields.text("source", Fields.SHORT_TEXT),
                    fields.text("rights", Fields.SHORT_TEXT),
                    fields.text("disclosure", Fields.SHORT_TEXT));
        }
    }

    /**
     * Reads the answer of the form {@code close-out-use}.
     *
     * @throws BadInput when something is missing, unknown or does not fit together
     */
    public static CloseOut from(Map<String, ?> given, Clock clock) {
        Fields fields = new Fields("closeOut", given);
        if (!fields.flag("used")) {
            fields.complete();
            return unused();
        }
        CloseOut said = new CloseOut(
                true,
                fields.text("shots", Fields.LONG_TEXT),
                fields.text("tools", Fields.LONG_TEXT),
                fields.text("sources", Fields.LONG_TEXT),
                fields.choice("models", Models.class),
                fields.optionalDate("modelsSettledOn"),
                fields.text("humanContribution", Fields.LONG_TEXT),
                optional(fields, "disclaimed"),
                fields.choice("deepFake", Answer.class),
                fields.choice("euRelease", Answer.class),
                optional(fields, "disclosure"),
                fields.choice("toolMarksOutput", Answer.class),
                fields.choice("replica", Answer.class),
                optional(fields, "representation"),
                fields.choice("syntheticInAdvertising", Answer.class),
                fields.choice("danishRelease", Answer.class),
                fields.objects("cues").stream().map(Cue::from).toList());
        said.requireWhatFollows(fields, clock);
        fields.complete();
        return said;
    }

    private void requireWhatFollows(Fields fields, Clock clock) {
        boolean gone = models == Models.DELETED || models == Models.RETURNED;
        if (gone && modelsSettledOn == null) {
            fields.require("modelsSettledOn", "Please say on which day the models were deleted or returned.");
        }
        if (modelsSettledOn != null
                && modelsSettledOn.isAfter(LocalDate.ofInstant(clock.instant(), FIRST_TO_SEE_A_DAY))) {
            fields.refuse("modelsSettledOn", "This day lies in the future. Please close out when the models are gone.");
        }
        if (deepFake != Answer.NO && euRelease != Answer.NO && disclosure.isEmpty()) {
            fields.require("disclosure", "Please say how viewers in the EU are told.");
        }
        if (replica != Answer.NO && representation.isEmpty()) {
            fields.require("representation", "Please say who represented the performers: counsel or which union.");
        }
    }

    private static String optional(Fields fields, String name) {
        String text = fields.optionalText(name, Fields.LONG_TEXT);
        return text == null ? "" : text;
    }

    private static CloseOut unused() {
        return new CloseOut(
                false, "", "", "", null, null, "", "", null, null, "", null, null, "", null, null, List.of());
    }
}
