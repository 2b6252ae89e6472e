package org.clearancedesk.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.clearancedesk.evidence.Evidence;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.BadInput.Problem;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.intake.Performer;
import org.clearancedesk.intake.ReviewKind;
import org.clearancedesk.intake.Triage;
import org.clearancedesk.register.ApprovalEvents;
import org.clearancedesk.register.CaseEvents;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.review.Agreements;
import org.clearancedesk.review.ApprovalDecision;
import org.clearancedesk.review.ConsentRecord;
import org.clearancedesk.review.ConsentReview;
import org.clearancedesk.review.ConsentRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how the consents of a request stand while it is under way, and says whether they carry an approval. */
@Component
@Transactional
public class Consents {

    private final ConsentRepository consents;
    private final Agreements agreements;
    private final CaseRepository cases;
    private final Evidence evidence;
    private final CaseEvents caseEvents;
    private final ApprovalEvents record;

    Consents(
            ConsentRepository consents,
            Agreements agreements,
            CaseRepository cases,
            Evidence evidence,
            CaseEvents caseEvents,
            ApprovalEvents record) {
        this.record = record;
        this.evidence = evidence;
        this.consents = consents;
        this.agreements = agreements;
        this.cases = cases;
        this.caseEvents = caseEvents;
    }

    /** What a consent to the request has to hold up to today. */
    public ConsentRules rules(String caseNumber, ClearanceRequest request) {
        return new ConsentRules(
                agreements, request, evidence.namesOf(caseNumber).keySet(), consents.today());
    }

    /** Notes that talent relations is asked about a performer or craft of the request. */
    public void asked(String caseNumber, Performer performer) {
        Instant now = consents.now();
        Optional<Consent> before = consents.ofPerson(caseNumber, performer.name());
        String name = before.map(Consent::performer).orElse(performer.name());
        String id = before.map(Consent::id).orElseGet(() -> UUID.randomUUID().toString());
        caseEvents.consentChanged(
                caseNumber,
                CaseEvents.DESK,
                Map.of("performer", name, "state", ConsentState.ASKED, "id", id, "since", now));
        consents.ask(id, caseNumber, performer, CaseEvents.DESK, now);
    }

    /** Notes what talent relations answered. A wish for changes is no answer yet. */
    public void answered(String caseNumber, String by, ConsentReview review) {
        Optional<ConsentState> state =
                switch (review.outcome()) {
                    case CONFIRMED -> Optional.of(ConsentState.GIVEN);
                    case NOT_REQUIRED -> Optional.of(ConsentState.NOT_REQUIRED);
                    case REFUSED -> Optional.of(ConsentState.REFUSED);
                    case CHANGES_NEEDED -> Optional.empty();
                };
        state.ifPresent(answered -> {
            Instant now = consents.now();
            Optional<Consent> asked = consents.ofPerson(caseNumber, review.performer());
            String name = asked.map(Consent::performer).orElse(review.performer());
            caseEvents.consentChanged(caseNumber, by, Map.of("performer", name, "state", answered, "since", now));
            asked.ifPresent(consent -> consents.answer(consent.id(), review, answered, by, now));
        });
    }

    /**
     * Makes sure that a request can be approved: every consent that the guidelines ask for is there, in force, under an
     * agreement whose terms it meets, and lasts as long as the approval.
     *
     * @throws BadInput with a sentence for each consent that does not hold
     */
    public void requireAllHold(String caseNumber, ApprovalDecision approvalDecision) {
        record.lock(caseNumber);
        refuseAny(problems(caseNumber, consent -> lastsAsLong(consent, approvalDecision)));
    }

    /** What speaks against an approval that was decided: a sentence for each consent that does not hold any more. */
    @Transactional(readOnly = true)
    public List<String> noLongerHolding(String caseNumber) {
        return problems(caseNumber, consent -> Optional.empty()).stream()
                .map(Problem::message)
                .toList();
    }

    private List<Problem> problems(String caseNumber, Function<Consent, Optional<Problem>> besides) {
        Optional<Triage> triage = cases.triage(caseNumber);
        if (triage.isEmpty() || !triage.get().asksFor(ReviewKind.UNION_CONSENT)) {
            return List.of();
        }
        ClearanceRequest request = cases.request(caseNumber);
        List<Problem> problems = new ArrayList<>();
        for (Performer performer : request.performers()) {
            Optional<Consent> consent = consents.ofPerson(caseNumber, performer.name());
            faults(performer.name(), consent, rules(caseNumber, request))
                    .forEach(sentence -> problems.add(new Problem("", sentence)));
            consent.flatMap(besides).ifPresent(problems::add);
        }
        return problems;
    }

    private static Optional<Problem> lastsAsLong(Consent consent, ApprovalDecision approvalDecision) {
        LocalDate end = consent.state() == ConsentState.GIVEN ? consent.endsOn() : null;
        if (end == null
                || (approvalDecision.validUntil() != null
                        && !approvalDecision.validUntil().isAfter(end))) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                "validUntil",
                "The consent of %s ends on %s. Please choose that day or an earlier one for “Valid until”."
                        .formatted(consent.performer(), end)));
    }

    private static List<String> faults(String name, Optional<Consent> kept, ConsentRules rules) {
        if (kept.isEmpty()) {
            return List.of("The consent of %s is missing. Talent relations has to record it first.".formatted(name));
        }
        Consent consent = kept.get();
        return switch (consent.state()) {
            case NOT_REQUIRED -> List.of();
            case ASKED, NO_LONGER_NAMED, CONFIDENTIAL ->
                List.of("The consent of %s is missing. Talent relations has not recorded it.".formatted(name));
            case REFUSED -> List.of("%s has not consented to this use.".formatted(name));
            case WITHDRAWN -> List.of("%s has withdrawn the consent: “%s”.".formatted(name, consent.reason()));
            case LIMITED ->
                List.of("%s has limited the consent to “%s”. Please ask for changes, so that it is confirmed anew."
                        .formatted(name, consent.limits()));
            case EXPIRED -> List.of("The consent of %s ended on %s.".formatted(name, consent.endsOn()));
            case GIVEN -> terms(name, consent.terms(), rules);
        };
    }

    private static List<String> terms(String name, @Nullable ConsentRecord terms, ConsentRules rules) {
        if (terms == null) {
            return List.of("The consent of %s has no terms. Talent relations has to record it again.".formatted(name));
        }
        return rules.faults(terms).stream()
                .map(fault -> "Consent of %s: %s".formatted(name, fault.message()))
                .toList();
    }

    private static void refuseAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }
}
