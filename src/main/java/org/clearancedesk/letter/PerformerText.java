package org.clearancedesk.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clearancedesk.intake.Facts.ConsentException;
import org.clearancedesk.intake.Performer;
import org.clearancedesk.review.ConsentRecord;
import org.clearancedesk.review.ConsentReview;
import org.jspecify.annotations.Nullable;

/** One performer or craft, and the consent that was confirmed. */
public record PerformerText(String name, String role, String verdict, List<Row> rows) {

    /** @param files the names of the files on record, by their ids */
    public static PerformerText of(Performer performer, @Nullable ConsentReview review, Map<String, String> files) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("Intended use", performer.use()));
        add(rows, "Union", performer.union());
        ConsentRecord consent = review == null ? null : review.consent();
        if (consent == null) {
            add(rows, "Represented by", performer.representative());
        } else {
            describe(consent, performer, rows);
            add(rows, "Evidence on record", namesOf(consent.evidence(), files));
        }
        if (review != null) {
            add(rows, "Note", review.reason());
        }
        String verdict = review == null ? "The guidelines ask for no consent" : Labels.consent(review.outcome());
        return new PerformerText(performer.name(), Labels.role(performer.role()), verdict, rows);
    }

    private static void describe(ConsentRecord consent, Performer performer, List<Row> rows) {
        add(
                rows,
                "Represented by",
                consent.representative() == null ? performer.representative() : consent.representative());
        add(rows, "Agreement", consent.agreement() + ", version " + consent.agreementVersion());
        add(rows, "Kind", Labels.word(consent.kind()));
        add(rows, "Consented use", consent.use());
        add(rows, "Titles", String.join(", ", consent.titles()));
        add(rows, "Languages", String.join(", ", consent.languages()));
        add(rows, "Term", consent.term());
        if (consent.validUntil() != null) {
            add(rows, "Consent ends on", Labels.day(consent.validUntil()));
        }
        if (consent.signedOn() != null) {
            add(rows, "Signed separately on", Labels.day(consent.signedOn()));
        }
        if (consent.noticeGivenAt() != null) {
            add(
                    rows,
                    "Notice given",
                    Labels.time(consent.noticeGivenAt()) + (consent.engagedLater() ? " (at engagement)" : ""));
        }
        if (consent.firstUseAt() != null) {
            add(rows, "Use begins", Labels.time(consent.firstUseAt()));
        }
        if (consent.exception() != ConsentException.NONE) {
            add(rows, "Exception", Labels.word(consent.exception()) + reasonOf(consent));
        }
        add(rows, "Compensation", consent.compensation());
        if (consent.unionNotifiedOn() != null) {
            add(rows, "Union told on", Labels.day(consent.unionNotifiedOn()));
        }
    }

    private static String namesOf(List<String> evidence, Map<String, String> files) {
        return evidence.stream().filter(files::containsKey).map(files::get).collect(Collectors.joining(", "));
    }

    private static String reasonOf(ConsentRecord consent) {
        return consent.exceptionReason() == null ? "" : ": " + consent.exceptionReason();
    }

    private static void add(List<Row> rows, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            rows.add(new Row(label, value));
        }
    }
}
