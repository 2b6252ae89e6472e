package org.clearancedesk.web.register;

import java.time.LocalDate;
import java.util.List;
import org.clearancedesk.approval.Renewals;
import org.clearancedesk.evidence.Evidence;
import org.clearancedesk.intake.Step;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.Contact;
import org.clearancedesk.people.Contacts;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.production.Production;
import org.clearancedesk.register.CaseEvent;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.LetterRepository;
import org.clearancedesk.register.RoundOpinion;
import org.clearancedesk.review.ApprovalDecision;
import org.clearancedesk.review.ConsentReview;
import org.clearancedesk.review.EscalationAssessment;
import org.clearancedesk.review.LegalReview;
import org.clearancedesk.review.Opinion;
import org.clearancedesk.web.register.CaseView.LetterView;
import org.clearancedesk.web.register.CaseView.OpinionView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what is shown of a case. */
@Component
public class CaseViews {

    private final CaseRepository cases;
    private final Evidence evidence;
    private final LetterRepository letters;
    private final Timeline timeline;
    private final ApprovalViews approvals;
    private final StandingViews standing;
    private final Renewals renewals;
    private final Contacts contacts;
    private final LateFiles late;
    private final CurrentCaller caller;

    CaseViews(
            CaseRepository cases,
            Evidence evidence,
            LetterRepository letters,
            Timeline timeline,
            ApprovalViews approvals,
            StandingViews standing,
            Renewals renewals,
            Contacts contacts,
            LateFiles late,
            CurrentCaller caller) {
        this.late = late;
        this.cases = cases;
        this.evidence = evidence;
        this.letters = letters;
        this.timeline = timeline;
        this.approvals = approvals;
        this.standing = standing;
        this.renewals = renewals;
        this.contacts = contacts;
        this.caller = caller;
    }

    public CaseView of(ClearanceCase shown) {
        return shown.disguised() ? disguised(shown) : whole(shown);
    }

    private CaseView disguised(ClearanceCase shown) {
        return new CaseView(
                shown.number(),
                shown.title(),
                true,
                true,
                new Production(shown.productionCode(), shown.productionTitle()),
                shown.netflixContact(),
                shown.status(),
                shown.tier(),
                shown.guidelineVersion(),
                shown.requester(),
                shown.submittedAt(),
                shown.round(),
                null,
                cases.triage(shown.number()).orElse(null),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                false,
                null,
                null,
                false,
                contacts.accepts(shown),
                List.of(),
                List.of());
    }

    private CaseView whole(ClearanceCase shown) {
        String number = shown.number();
        Caller reader = caller.get();
        boolean own = shown.requester().equals(reader.user());
        List<CaseEvent> events = cases.events(number);
        List<Contact> choices = own ? contacts.of(reader) : contacts.of(shown.requester());
        String predecessor = renewals.predecessorOf(number).orElse(null);
        return new CaseView(
                number,
                shown.title(),
                shown.codeName() != null,
                false,
                new Production(shown.productionCode(), shown.productionTitle()),
                shown.netflixContact(),
                shown.status(),
                shown.tier(),
                shown.guidelineVersion(),
                shown.requester(),
                shown.submittedAt(),
                shown.round(),
                cases.request(events),
                cases.triage(events).orElse(null),
                cases.opinions(events).stream().map(CaseViews::opinion).toList(),
                evidence.ofCase(number),
                events.stream().map(timeline::line).toList(),
                shown.status().hasLetter() ? letter(number) : null,
                approvals.of(shown, predecessor),
                standing.of(shown),
                standing.mayGrant(shown, events),
                predecessor,
                standing.coveredBy(shown),
                own && !shown.status().isFinal(),
                contacts.accepts(shown, choices),
                reader.isIn(DeskGroup.ADMINS) ? choices : List.of(),
                late.of(shown, events));
    }

    private @Nullable LetterView letter(String number) {
        return letters.ofCase(number)
                .map(letter -> new LetterView(letter.number(), letter.issuedAt(), letter.validUntil(), letter.digest()))
                .orElse(null);
    }

    private static OpinionView opinion(RoundOpinion said) {
        Opinion opinion = said.given().opinion();
        Step step;
        Enum<?> outcome;
        List<String> conditions = List.of();
        String performer = null;
        LocalDate validUntil = null;
        var consent = opinion instanceof ConsentReview review ? review.consent() : null;
        if (opinion instanceof EscalationAssessment assessment) {
            step = Step.ASSESS_ESCALATED_USE;
            outcome = assessment.outcome();
        } else if (opinion instanceof LegalReview review) {
            step = Step.REVIEW_LEGAL_EXPOSURE;
            outcome = review.outcome();
            conditions = review.conditions();
        } else if (opinion instanceof ConsentReview review) {
            step = Step.CONFIRM_CONSENT;
            outcome = review.outcome();
            performer = review.performer();
        } else if (opinion instanceof ApprovalDecision approvalDecision) {
            step = Step.APPROVE_IN_WRITING;
            outcome = approvalDecision.outcome();
            validUntil = approvalDecision.validUntil();
        } else {
            throw new IllegalStateException(
                    "No view shows a " + opinion.getClass().getSimpleName());
        }
        return new OpinionView(
                said.round(),
                step,
                said.given().by(),
                said.given().at(),
                outcome.name(),
                opinion.reason(),
                conditions,
                performer,
                consent,
                validUntil);
    }
}
