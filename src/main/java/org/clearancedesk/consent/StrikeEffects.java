package org.clearancedesk.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clearancedesk.approval.ApprovalProcess;
import org.clearancedesk.approval.Suspension;
import org.clearancedesk.approval.Suspension.Cause;
import org.clearancedesk.approval.Suspensions;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.Facts.ConsentException;
import org.clearancedesk.intake.Performer;
import org.clearancedesk.notice.Notice;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.register.ApprovalEvents;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.Status;
import org.clearancedesk.register.UnknownCase;
import org.clearancedesk.register.Viewer;
import org.clearancedesk.review.Agreement;
import org.clearancedesk.review.ConsentRecord;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a strike does to approvals whose consents stand under the agreement: where that says so, those that need consent are
 * suspended; of the others talent relations is told.
 */
@Component
@Transactional
public class StrikeEffects {

    private final AgreementRepository agreements;
    private final ConsentRepository consents;
    private final CaseRepository cases;
    private final ApprovalEvents record;
    private final Suspensions suspensions;
    private final Outbox outbox;
    private final ObjectProvider<ApprovalProcess> approvals;

    StrikeEffects(
            AgreementRepository agreements,
            ConsentRepository consents,
            CaseRepository cases,
            ApprovalEvents record,
            Suspensions suspensions,
            Outbox outbox,
            ObjectProvider<ApprovalProcess> approvals) {
        this.agreements = agreements;
        this.consents = consents;
        this.cases = cases;
        this.record = record;
        this.suspensions = suspensions;
        this.outbox = outbox;
        this.approvals = approvals;
    }

    /**
     * Notes that a strike is called, with all that follows from it. That it is over releases nothing: legal decides that of
     * each approval.
     *
     * @throws BadInput when it is noted already
     */
    public void call(Agreement agreement, String reason, String by) {
        String strike = agreements.strike(agreement.id(), true, reason, by);
        // An approval on its way is decided before this or sees the strike.
        record.lockAll(
                consents.under(agreement).stream().map(Consent::caseNumber).toList());
        String why = "A strike is called under “%s”: %s".formatted(named(agreement), reason);
        inForce(agreement).forEach((number, needsConsent) -> {
            if (needsConsent && agreement.suspendsOnStrike()) {
                suspend(number, new Suspension(Cause.STRIKE, named(agreement), why));
            } else {
                outbox.queue(Notice.of(
                                "%s-%s-%s".formatted(number, NoticeKind.STRIKE_CALLED, strike),
                                NoticeKind.STRIKE_CALLED,
                                number)
                        .toGroup(DeskGroup.TALENT_RELATIONS.id())
                        .because(why));
            }
        });
    }

    /** The approvals whose consents stand under an agreement, as far as the reader may know of them. */
    @Transactional(readOnly = true)
    public Affected under(Agreement agreement, Viewer viewer) {
        List<ClearanceCase> shown = new ArrayList<>();
        for (String number : inForce(agreement).keySet()) {
            try {
                ClearanceCase seen = cases.get(number, viewer);
                if (!seen.disguised()) {
                    shown.add(seen);
                }
            } catch (UnknownCase notTheirs) {
                // It changes as well, and nothing says so to whoever may not know of it.
            }
        }
        return new Affected(shown, List.of());
    }

    /** The cases in force or suspended, and whether they need one of their consents. */
    private Map<String, Boolean> inForce(Agreement agreement) {
        Map<String, Boolean> needed = new TreeMap<>();
        for (Consent consent : consents.under(agreement)) {
            boolean alive = consent.caseStatus() == Status.APPROVED || consent.caseStatus() == Status.SUSPENDED;
            ConsentRecord terms = consent.terms();
            if (alive && terms != null && isInTheRequest(consent)) {
                needed.merge(consent.caseNumber(), terms.exception() == ConsentException.NONE, Boolean::logicalOr);
            }
        }
        return needed;
    }

    private boolean isInTheRequest(Consent consent) {
        return cases.request(consent.caseNumber()).performers().stream()
                .map(Performer::name)
                .anyMatch(consent.performer()::equals);
    }

    private void suspend(String number, Suspension suspension) {
        boolean isHeld = suspensions.open(number).stream()
                .anyMatch(kept -> kept.suspension().cause() == suspension.cause()
                        && kept.suspension().about().equals(suspension.about()));
        if (!isHeld) {
            approvals.getObject().suspend(number, suspension);
        }
    }

    private static String named(Agreement agreement) {
        return "%s, %s".formatted(agreement.name(), agreement.version());
    }
}
