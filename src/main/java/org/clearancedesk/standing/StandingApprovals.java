package org.clearancedesk.standing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.Tier;
import org.clearancedesk.people.Caller;
import org.clearancedesk.register.ApprovalEvents;
import org.clearancedesk.register.CaseEvent;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.Status;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Grants standing approvals, and finds the one that a later use falls inside. */
@Component
@Transactional
public class StandingApprovals {

    private final StandingRepository table;
    private final Approvals approvals;
    private final ApprovalEvents record;
    private final CaseRepository cases;
    private final StandingPolicy policy;
    private final Clock clock;

    StandingApprovals(
            StandingRepository table,
            Approvals approvals,
            ApprovalEvents record,
            CaseRepository cases,
            StandingPolicy policy,
            Clock clock) {
        this.table = table;
        this.approvals = approvals;
        this.record = record;
        this.cases = cases;
        this.policy = policy;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<StandingApproval> find(String number) {
        return table.find(number);
    }

    /** The cases that took a use of it. */
    @Transactional(readOnly = true)
    public List<String> covered(String number) {
        return table.covered(number);
    }

    /** The standing approval of which a case took a use. */
    @Transactional(readOnly = true)
    public Optional<String> coveredBy(String caseNumber) {
        return table.coveredBy(caseNumber);
    }

    /**
     * Lets an approval stand for further uses like its own.
     *
     * @throws BadInput when this person may not, such uses are not routine, or the terms go too far
     */
    public void grant(String number, StandingTerms terms, Caller approver) {
        record.lock(number);
        requireMayGrant(cases.get(number), cases.events(number), approver);
        terms.requireWithin(today(), lastDay(number));
        Instant now = clock.instant();
        table.add(
                new StandingApproval(number, terms.usesLimit(), 0, terms.validUntil(), approver.user(), now, null),
                cases.request(number).production().code());
        record.standingGranted(number, approver.user(), terms.toldWhenGranted(now));
    }

    /** @throws BadInput when this case cannot stand for others now, or this person may not say so */
    public void requireMayGrant(ClearanceCase about, List<CaseEvent> events, Caller approver) {
        String number = about.number();
        policy.requireApprover(about, events, approver);
        if (about.status() != Status.APPROVED || approvals.validity(number).isEmpty()) {
            throw new BadInput(
                    "",
                    "Only an approval that is in force can stand for further uses; that of %s is not."
                            .formatted(number));
        }
        new Coverage(cases.request(events), cases.triage(events).orElseThrow()).requireRoutine();
        if (table.find(number).isPresent()) {
            throw new BadInput(
                    "",
                    "%s has been granted a standing approval already, and there is one for each case."
                            .formatted(number));
        }
    }

    /** @throws BadInput when there is none, it has ended already, or this person may not */
    public void end(String number, String reason, Caller approver) {
        record.lock(number);
        policy.requireApprover(number, approver);
        StandingApproval granted = table.find(number)
                .orElseThrow(() -> new BadInput("", "%s has no standing approval.".formatted(number)));
        if (granted.endedAt() != null) {
            throw new BadInput("", "The standing approval of %s has ended already.".formatted(number));
        }
        Instant now = clock.instant();
        table.end(number, now);
        StandingTerms ended = new StandingTerms(granted.usesLimit(), granted.validUntil(), reason);
        record.standingEnded(number, approver.user(), ended.toldWhenEnded(now));
    }

    /** Takes a use for a case that has been triaged; whether there is a standing approval that it falls wholly inside. */
    public boolean take(ClearanceCase later) {
        if (later.tier() == Tier.LOW || later.codeName() != null) {
            return false;
        }
        List<String> covering = table.open(later.productionCode(), today()).stream()
                .filter(standing -> covers(standing, later))
                .map(StandingApproval::number)
                .toList();
        record.lockAll(covering);
        return covering.stream()
                .anyMatch(number -> cases.get(number).status() == Status.APPROVED && take(number, later.number()));
    }

    /** The approvals of a production that can take a use, the one that ends first before the others. */
    @Transactional(readOnly = true)
    public List<String> openFor(String productionCode) {
        return table.open(productionCode, today()).stream()
                .map(StandingApproval::number)
                .toList();
    }

    private boolean take(String number, String by) {
        boolean taken = table.take(number, by, today());
        if (taken) {
            record.taken(by, number);
        }
        return taken;
    }

    /** Gives the use of a case back that came to nothing. */
    public void giveBack(String caseNumber) {
        table.coveredBy(caseNumber).ifPresent(number -> table.giveBack(number, caseNumber));
    }

    /** Whether a standing approval still applies, as far as others are done. */
    @Transactional(readOnly = true)
    public boolean applies(String number) {
        return applies(number, cases.get(number).status());
    }

    /** The same for a case that it covers, and nobody can end it until the caller's transaction does. */
    public boolean appliesUntilDone(String number, String caseNumber) {
        record.lockAll(List.of(number, caseNumber));
        return applies(number, cases.get(number).status());
    }

    private boolean applies(String number, Status status) {
        return status == Status.APPROVED && table.find(number).orElseThrow().endedAt() == null;
    }

    private boolean covers(StandingApproval standing, ClearanceCase later) {
        String number = standing.number();
        return policy.mayUse(standing, later.requester())
                && cases.get(number).status() == Status.APPROVED
                && new Coverage(cases.request(number), cases.triage(number).orElseThrow())
                        .covers(
                                cases.request(later.number()),
                                cases.triage(later.number()).orElseThrow());
    }

    private LocalDate lastDay(String number) {
        Instant ends = approvals.validity(number).orElseThrow().ends();
        return ends.atZone(clock.getZone()).toLocalDate().minusDays(1);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
