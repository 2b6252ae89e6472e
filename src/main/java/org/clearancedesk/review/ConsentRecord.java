package org.clearancedesk.review;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.clearancedesk.request.Facts.ConsentException;
import org.clearancedesk.request.Fields;
import org.clearancedesk.request.Performer;
import org.clearancedesk.request.Performer.Role;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one person's (or craft's) consent, as the union agreements ask it to be kept (guidance 6.4). The
 * signed paper and any scan stay where they are; biometric material is never stored here.
 *
 * @param performer who consents, and in what role
 * @param representative agent, guardian, estate or union, when one speaks for them
 * @param agreement the governing agreement, such as "SAG-AFTRA TV/Theatrical", and its version by start date
 * @param use the exact use described to them
 * @param signedSeparately whether the consent is signed or initialled apart from the general terms
 * @param noticeGivenAt when they were told of the use, local time of the production
 * @param firstUseAt when the use begins, local time of the production
 * @param engagedLater engaged so late that 48 hours were impossible; notice was given at engagement
 * @param term how long it holds
 * @param titles the titles it covers
 * @param exceptionReason why the claimed exception fits; required with one
 * @param compensation on what basis the use is paid
 * @param unionNotifiedOn when the union was told; required for the dead and for synthetic performers
 * @param evidence ids of the files that prove it
 */
public record ConsentRecord(
        String performer,
        Role role,
        @Nullable String representative,
        String agreement,
        String agreementVersion,
        Kind kind,
        String use,
        boolean signedSeparately,
        @Nullable LocalDate signedOn,
        @Nullable LocalDateTime noticeGivenAt,
        @Nullable LocalDateTime firstUseAt,
        boolean engagedLater,
        List<String> languages,
        String term,
        List<String> titles,
        ConsentException exception,
        @Nullable String exceptionReason,
        String compensation,
        @Nullable LocalDate unionNotifiedOn,
        List<String> evidence) {

    /** Notice before use that the agreements require (SAG-AFTRA 2023, ACTRA IPA 2025). */
    static final Duration NOTICE = Duration.ofHours(48);

    /** What the consent is for. */
    public enum Kind {
        REPLICA,
        ALTERATION,
        SYNTHETIC,
        TRAINING
    }

    static ConsentRecord from(Performer performer, Fields fields, Clock clock) {
        ConsentRecord consent = new ConsentRecord(
                performer.name(),
                performer.role(),
                fields.optionalText("representative", Fields.SHORT_TEXT),
                fields.text("agreement", Fields.SHORT_TEXT),
                fields.text("agreementVersion", Fields.SHORT_TEXT),
                fields.choice("kind", Kind.class),
                fields.text("use", 2000),
                fields.flag("signedSeparately"),
                fields.optionalDate("signedOn"),
                fields.optionalTime("noticeGivenAt"),
                fields.optionalTime("firstUseAt"),
                fields.flag("engagedLater"),
                fields.texts("languages", Fields.SHORT_TEXT),
                fields.text("term", Fields.SHORT_TEXT),
                fields.texts("titles", Fields.SHORT_TEXT),
                fields.choice("exception", ConsentException.class),
                fields.optionalText("exceptionReason", 2000),
                fields.text("compensation", Fields.SHORT_TEXT),
                fields.optionalDate("unionNotifiedOn"),
                fields.texts("evidence", Fields.SHORT_TEXT));
        consent.check(fields, LocalDate.now(clock));
        return consent;
    }

    private void check(Fields fields, LocalDate today) {
        if (!signedSeparately) {
            fields.refuse(
                    "signedSeparately",
                    "Consent hidden in general terms does not count. Confirm only what was signed or initialled separately.");
        }
        if (signedOn == null) {
            fields.require("signedOn", "Please give the day on which the consent was signed.");
        } else if (signedOn.isAfter(today.plusDays(1))) {
            fields.refuse("signedOn", "The consent cannot have been signed in the future.");
        }
        checkNotice(fields);
        if (languages.isEmpty()) {
            fields.require("languages", "Please name at least one language that the consent covers.");
        }
        if (titles.isEmpty()) {
            fields.require("titles", "Please name at least one title that the consent covers.");
        }
        if (exception != ConsentException.NONE && exceptionReason == null) {
            fields.require("exceptionReason", "Please say why the claimed exception fits this use.");
        }
        if (representative == null && (role == Role.DECEASED || role == Role.MINOR)) {
            fields.require(
                    "representative",
                    role == Role.DECEASED
                            ? "Please name the estate or authorised representative who consented."
                            : "Please name the parent or guardian who consented.");
        }
        if (unionNotifiedOn == null && (role == Role.DECEASED || role == Role.SYNTHETIC)) {
            fields.require("unionNotifiedOn", "Please give the day on which the union was told; this use requires it.");
        }
    }

    private void checkNotice(Fields fields) {
        if (noticeGivenAt == null) {
            fields.require("noticeGivenAt", "Please say when notice of the use was given.");
        }
        if (firstUseAt == null) {
            fields.require("firstUseAt", "Please say when the use begins.");
        }
        if (noticeGivenAt != null
                && firstUseAt != null
                && !engagedLater
                && noticeGivenAt.plus(NOTICE).isAfter(firstUseAt)) {
            fields.refuse(
                    "noticeGivenAt",
                    "Notice must be given at least 48 hours before the use. Move the use, or tick “engaged later” if they "
                            + "were engaged after that point.");
        }
    }
}
