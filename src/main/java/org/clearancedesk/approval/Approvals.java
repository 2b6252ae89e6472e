package org.clearancedesk.approval;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearancedesk.approval.Condition.State;
import org.clearancedesk.approval.StoredSuspension.Decision;
import org.clearancedesk.approval.Suspension.Cause;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.register.ApprovalEvents;
import org.clearancedesk.register.CaseEvents;
import org.clearancedesk.register.DueCondition;
import org.clearancedesk.register.Status;
import org.clearancedesk.register.StoredLetter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What can happen to an approval while it lives, with its record and in one transaction. */
@Component
@Transactional
public class Approvals {

    private final ApprovalRepository table;
    private final ConditionRepository conditions;
    private final Suspensions suspensions;
    private final ApprovalEvents record;
    private final Clock clock;

    Approvals(
            ApprovalRepository table,
            ConditionRepository conditions,
            Suspensions suspensions,
            ApprovalEvents record,
            Clock clock) {
        this.table = table;
        this.conditions = conditions;
        this.suspensions = suspensions;
        this.record = record;
        this.clock = clock;
    }

    /** What legal's conditions ask for until when: on the day that their words name, else as usual. */
    public List<DueCondition> due(List<String> words, Instant usuallyDue) {
        return words.stream()
                .map(each -> new DueCondition(each, DueDay.in(each, clock).orElse(usuallyDue)))
                .toList();
    }

    /** Brings an approval into force with its letter. */
    public void begin(StoredLetter letter, List<DueCondition> set) {
        Validity validity = Validity.of(letter.issuedAt(), letter.validUntil(), clock.getZone());
        String number = letter.caseNumber();
        table.add(number, validity);
        for (int i = 0; i < set.size(); i++) {
            conditions.set(number, i + 1, set.get(i).words(), set.get(i).dueAt());
        }
    }

    /** From when until when the approval of a case holds; empty when it has none. */
    @Transactional(readOnly = true)
    public Optional<Validity> validity(String number) {
        return table.validity(number);
    }

    @Transactional(readOnly = true)
    public boolean isClosedOut(String number) {
        return table.isClosedOut(number);
    }

    /** Keeps what the approval is about to be suspended for. */
    public StoredSuspension begin(String number, Suspension suspension, String by) {
        return suspensions.begin(number, suspension, by, clock.instant());
    }

    /** Suspends for what is kept, once. */
    public StoredSuspension suspend(String id) {
        StoredSuspension kept = suspensions.get(id);
        Instant now = clock.instant();
        if (suspensions.record(id, now)) {
            record.suspended(kept.caseNumber(), kept.begunBy(), kept.told(now));
        }
        return kept;
    }

    /** Suspends because a condition is not fulfilled in time; nobody but the clock decides that. */
    public StoredSuspension suspendFor(Condition overdue) {
        Suspension suspension = new Suspension(
                Cause.CONDITION_OVERDUE, overdue.words(), "A condition was not fulfilled in time: " + overdue.words());
        return suspend(begin(overdue.caseNumber(), suspension, CaseEvents.DESK).id());
    }

    public void decide(String id, SuspensionDecision decision, String by) {
        suspensions.decide(id, new Decision(decision.outcome(), by, decision.reason()));
    }

    /** Ends a suspension; whether the approval is in force again. */
    public boolean release(String id, String by, String because) {
        StoredSuspension kept = suspensions.get(id);
        Instant now = clock.instant();
        suspensions.end(id, now);
        boolean inForce = suspensions.open(kept.caseNumber()).isEmpty();
        record.released(
                kept.caseNumber(),
                by,
                Map.of(
                        "hold", id,
                        "about", kept.suspension().about(),
                        "reason", because,
                        "decided", kept.decision() != null,
                        "endedAt", now),
                inForce);
        return inForce;
    }

    /** Settles a condition; whether that put the approval in force again. */
    public boolean settle(Condition condition, ConditionAnswer answer, String by) {
        String number = condition.caseNumber();
        boolean fulfilled = answer.outcome() == ConditionOutcome.FULFILLED;
        Instant now = clock.instant();
        if (fulfilled) {
            record.conditionFulfilled(number, by, answer.told(condition, now));
        } else {
            record.conditionWaived(number, by, answer.told(condition, now));
        }
        conditions.settle(condition, fulfilled ? State.FULFILLED : State.WAIVED, by, now, answer.reason());
        return suspensions
                .openFor(number, Cause.CONDITION_OVERDUE, condition.words())
                .map(overdue -> release(overdue.id(), by, answer.reason()))
                .orElse(false);
    }

    public void expire(String number) {
        Instant now = clock.instant();
        suspensions.endAll(number, now);
        record.expired(number, now);
    }

    /** Revokes; by legal's decision on a suspension when there is one, else as somebody else says. */
    public String revoke(String number, String by, String reason) {
        Optional<StoredSuspension> revoking = suspensions.revoking(number);
        Optional<Decision> decided = revoking.map(StoredSuspension::decision);
        String because = decided.map(Decision::because).orElse(reason);
        Instant now = clock.instant();
        suspensions.endAll(number, now);
        Map<String, Object> revocation = new HashMap<>(Map.of("reason", because, "endedAt", now));
        revoking.ifPresent(suspension -> revocation.put("hold", suspension.id()));
        record.revoked(number, decided.map(Decision::by).orElse(by), revocation);
        return because;
    }

    public void supersede(String number, String successor) {
        Instant now = clock.instant();
        suspensions.endAll(number, now);
        record.superseded(number, successor, now);
    }

    /** @throws BadInput when it was said already */
    public void closeOut(String number, String by, CloseOut used) {
        Instant now = clock.instant();
        if (!table.closeOut(number, now)) {
            throw new BadInput("", "The use of %s is closed out already; what was said then stays.".formatted(number));
        }
        record.closedOut(number, by, used, now);
    }

    /**
     * Makes sure that an approval is in force or suspended, and keeps others from changing that meanwhile.
     *
     * @throws BadInput when it is over, or there was none
     */
    public Status requireAlive(String number) {
        Status status = record.lock(number);
        String over =
                switch (status) {
                    case APPROVED, SUSPENDED -> null;
                    case EXPIRED -> "The approval of %s has expired already; nothing is left to change.";
                    case REVOKED -> "The approval of %s is revoked already; nothing is left to change.";
                    case SUPERSEDED -> "The approval of %s is superseded already; nothing is left to change.";
                    default -> "Request %s has no written approval.";
                };
        if (over != null) {
            throw new BadInput("", over.formatted(number));
        }
        return status;
    }
}
