package org.clearancedesk.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clearancedesk.intake.BadInput.Problem;
import org.clearancedesk.intake.Facts.ConsentException;

/** What an agreement asks of a consent: that it governs, the signature, notice in good time, and the terms. */
final class ConsentTerms {

    private final Agreement agreement;
    private final ConsentRecord consent;
    private final LocalDate today;
    private final List<Problem> faults = new ArrayList<>();

    ConsentTerms(Agreement agreement, ConsentRecord consent, LocalDate today) {
        this.agreement = agreement;
        this.consent = consent;
        this.today = today;
    }

    List<Problem> faults() {
        governs();
        signature();
        notice();
        terms();
        return faults;
    }

    private void governs() {
        if (consent.firstUseAt() != null
                && !agreement.isInForceOn(consent.firstUseAt().toLocalDate())) {
            fault(
                    "agreement",
                    "“%s, %s” is not in force on the day on which the use begins. Please choose the agreement that governs then."
                            .formatted(agreement.name(), agreement.version()));
        }
        if (agreement.strike() != null) {
            fault(
                    "agreement",
                    "There is a strike under “%s, %s”: nothing that needs consent under it goes ahead before the strike is over."
                            .formatted(agreement.name(), agreement.version()));
        }
    }

    private void signature() {
        if (agreement.separateSignature() && !consent.signedSeparately()) {
            fault(
                    "signedSeparately",
                    "Consent hidden in general terms does not count. Confirm only what was signed or initialled separately.");
        }
        if (consent.signedOn() == null) {
            fault("signedOn", "Please give the day on which the consent was signed.");
        } else if (consent.signedOn().isAfter(today.plusDays(1))) {
            fault("signedOn", "The consent cannot have been signed in the future.");
        } else if (consent.firstUseAt() != null
                && consent.signedOn().isAfter(consent.firstUseAt().toLocalDate())) {
            fault("signedOn", "The consent was signed after the use begins; it has to come before.");
        }
        LocalDate end = consent.validUntil();
        if (end != null
                && consent.firstUseAt() != null
                && end.isBefore(consent.firstUseAt().toLocalDate())) {
            fault("validUntil", "The consent ends before the use begins.");
        } else if (end != null && end.isBefore(today)) {
            fault("validUntil", "The consent ended on %s. It has to be asked for again.".formatted(end));
        }
    }

    private void terms() {
        if (agreement.languages() && consent.languages().isEmpty()) {
            fault("languages", "Please name at least one language that the consent covers.");
        }
        if (agreement.term() && consent.term() == null) {
            fault("term", "Please say how long the consent holds.");
        }
        if (agreement.compensation() && consent.compensation() == null) {
            fault("compensation", "Please give the basis of the compensation.");
        }
        if (consent.exception() != ConsentException.NONE && consent.exceptionReason() == null) {
            fault("exceptionReason", "Please say why the claimed exception fits this use.");
        }
    }

    private void notice() {
        if (agreement.noticeHours() > 0 && consent.noticeGivenAt() == null) {
            fault("noticeGivenAt", "Please say when notice of the use was given.");
        }
        if (consent.firstUseAt() == null) {
            fault("firstUseAt", "Please say when the use begins.");
        }
        if (agreement.noticeHours() > 0
                && consent.noticeGivenAt() != null
                && consent.firstUseAt() != null
                && !consent.engagedLater()
                && consent.noticeGivenAt().plusHours(agreement.noticeHours()).isAfter(consent.firstUseAt())) {
            fault(
                    "noticeGivenAt",
                    "Notice must be given at least %d hours before the use. Move the use, or tick “engaged later” if they were engaged after that point."
                            .formatted(agreement.noticeHours()));
        }
    }

    private void fault(String field, String sentence) {
        faults.add(new Problem(field, sentence));
    }
}
