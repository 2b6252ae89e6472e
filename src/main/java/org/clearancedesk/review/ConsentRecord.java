package org.clearancedesk.review;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.clearancedesk.intake.Facts.ConsentException;
import org.clearancedesk.intake.Fields;
import org.clearancedesk.intake.Performer;
import org.clearancedesk.intake.Performer.Role;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one person's (or craft's) consent, as the union agreements ask it to be kept (guidance 6.4). The
 * signed paper and any scan stay where they are; biometric material is never stored here.
 *
 * @param performer who consents, and in what role
 * @param representative agent, guardian, estate or union, when one speaks for them
 * @param agreement the governing agreement, such as "SAG-AFTRA TV/Theatrical"
 * @param agreementVersion its version, such as "2026"
 * @param use the exact use described to them
 * @param signedSeparately whether the consent is signed or initialled apart from the general terms
 * @param noticeGivenAt when they were told of the use, local time of the production
 * @param firstUseAt when the use begins, local time of the production
 * @param engagedLater engaged so late that timely notice was impossible; it was given at engagement
 * @param term how long it holds, in words; null where the agreement does not ask
 * @param validUntil the last day on which it holds; null when the term names none
 * @param titles the titles it covers
 * @param exceptionReason why the claimed exception fits; required with one
 * @param compensation on what basis the use is paid
 * @param unionNotifiedOn when the union was told
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
        @Nullable String term,
        @Nullable LocalDate validUntil,
        List<String> titles,
        ConsentException exception,
        @Nullable String exceptionReason,
        @Nullable String compensation,
        @Nullable LocalDate unionNotifiedOn,
        List<String> evidence) {

    /** What the consent is for. */
    public enum Kind {
        REPLICA,
        ALTERATION,
        SYNTHETIC,
        TRAINING
    }

    /** An old record may lack a list that came later. */
    public ConsentRecord {
        languages = languages == null ? List.of() : languages;
        titles = titles == null ? List.of() : titles;
        evidence = evidence == null ? List.of() : evidence;
    }

    static ConsentRecord from(Performer performer, Fields fields, ConsentRules rules) {
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
                fields.optionalText("term", Fields.SHORT_TEXT),
                fields.optionalDate("validUntil"),
                fields.texts("titles", Fields.SHORT_TEXT),
                fields.choice("exception", ConsentException.class),
                fields.optionalText("exceptionReason", 2000),
                fields.optionalText("compensation", Fields.SHORT_TEXT),
                fields.optionalDate("unionNotifiedOn"),
                fields.texts("evidence", Fields.SHORT_TEXT));
        rules.faults(consent).forEach(fault -> fields.require(fault.field(), fault.message()));
        return consent;
    }
}
