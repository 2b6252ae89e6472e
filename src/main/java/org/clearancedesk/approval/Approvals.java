package org.clearancedesk.approval;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.clearancedesk.approval.Condition.State;
import org.clearancedesk.approval.Hold.Cause;
import org.clearancedesk.approval.KeptHold.Decision;
import org.clearancedesk.register.ApprovalRecord;
import org.clearancedesk.register.Register;
import org.clearancedesk.register.Status;
import org.clearancedesk.register.StoredLetter;
import org.clearancedesk.request.BadInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What can happen to an approval while it lives, with its record and in one transaction. */
@Component
@Transactional
public class Approvals {

    private final JdbcClient jdbc;
    private final Conditions conditions;
    private final Holds holds;
    private final ApprovalRecord record;
    private final Clock clock;

    Approvals(JdbcClient jdbc, Conditions conditions, Holds holds, ApprovalRecord record, Clock clock) {
        this.jdbc = jdbc;
        this.conditions = conditions;
        this.holds = holds;
        this.record = record;
        this.clock = clock;
    }

    /** Brings an approval into force with its letter. */
    public void begin(StoredLetter letter, List<String> words, Instant usuallyDue) {
        Validity validity = Validity.of(letter.issuedAt(), letter.validUntil(), clock.getZone());
        String number = letter.caseNumber();
        jdbc.sql("insert into clearance_approval (case_number, begins_at, ends_at) values (?, ?, ?)")
                .params(number, validity.begins().atOffset(UTC), validity.ends().atOffset(UTC))
                .update();
        for (int i = 0; i < words.size(); i++) {
            Instant due = DueDay.in(words.get(i), clock).orElse(usuallyDue);
            conditions.set(number, i + 1, words.get(i), due.truncatedTo(ChronoUnit.MILLIS));
        }
    }

    /** From when until when the approval of a case holds; empty when it has none. */
    @Transactional(readOnly = true)
    public Optional<Validity> validity(String number) {
        return jdbc.sql("select begins_at, ends_at from clearance_approval where case_number = ?")
                .param(number)
                .query((row, index) -> new Validity(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .optional();
    }

    @Transactional(readOnly = true)
    public boolean isClosedOut(String number) {
        return jdbc.sql("select count(*) from clearance_approval where case_number = ? and closed_out_at is not null")
                        .param(number)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Keeps a hold; before the letter is out it waits for the letter. */
    public KeptHold hold(String number, Hold hold, String by) {
        boolean beforeLetter = validity(number).isEmpty();
        return holds.begin(number, hold, by, now(), beforeLetter);
    }

    /** Suspends for a hold that is kept, once. */
    public KeptHold suspend(String id) {
        KeptHold kept = holds.get(id);
        Hold hold = kept.hold();
        if (!holds.record(id, now())) {
            return kept;
        }
        record.suspended(kept.caseNumber(), kept.heldBy(), hold.cause().name(), hold.about(), hold.reason());
        return kept;
    }

    /** Suspends because a condition is not fulfilled in time; nobody but the clock decides that. */
    public KeptHold suspendFor(Condition overdue) {
        Hold hold = new Hold(
                Cause.CONDITION_OVERDUE, overdue.words(), "A condition was not fulfilled in time: " + overdue.words());
        return suspend(hold(overdue.caseNumber(), hold, Register.DESK).id());
    }

    public void decide(String id, HoldDecision decision, String by) {
        holds.decide(id, new Decision(decision.outcome(), by, decision.reason()));
    }

    /** Ends a hold; whether the approval is in force again. */
    public boolean release(String id, String by, String because) {
        KeptHold kept = holds.get(id);
        holds.end(id, now());
        boolean inForce = holds.open(kept.caseNumber()).isEmpty();
        record.released(kept.caseNumber(), by, kept.hold().about(), because, inForce);
        return inForce;
    }

    /** Settles a condition; whether that put the approval in force again. */
    public boolean settle(Condition condition, ConditionAnswer answer, String by) {
        String number = condition.caseNumber();
        boolean fulfilled = answer.outcome() == ConditionOutcome.FULFILLED;
        if (fulfilled) {
            record.conditionFulfilled(number, by, condition.words(), answer.reason(), answer.evidence());
        } else {
            record.conditionWaived(number, by, condition.words(), answer.reason());
        }
        conditions.settle(condition, fulfilled ? State.FULFILLED : State.WAIVED, by, now(), answer.reason());
        return holds.openFor(number, Cause.CONDITION_OVERDUE, condition.words())
                .map(overdue -> release(overdue.id(), by, answer.reason()))
                .orElse(false);
    }

    public void expire(String number) {
        holds.endAll(number, now());
        record.expired(number);
    }

    /** Revokes; by legal's decision on a hold when there is one, else as somebody else says. */
    public String revoke(String number, String by, String reason) {
        Optional<Decision> decided = holds.revoking(number).map(KeptHold::decision);
        String because = decided.map(Decision::because).orElse(reason);
        holds.endAll(number, now());
        record.revoked(number, decided.map(Decision::by).orElse(by), because);
        return because;
    }

    public void supersede(String number, String successor) {
        holds.endAll(number, now());
        record.superseded(number, successor);
    }

    /** @throws BadInput when it was said already */
    public void closeOut(String number, String by, CloseOut used) {
        jdbc.sql("update clearance_approval set closed_out_at = ? where case_number = ?")
                .params(now().atOffset(UTC), number)
                .update();
        record.closedOut(number, by, used);
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

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
