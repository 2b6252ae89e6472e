package org.clearancedesk.register;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes what happens to an approval after its letter, one event each, in the caller's transaction. */
@Component
@Transactional
public class ApprovalEvents {

    private final JdbcClient jdbc;
    private final EventStore eventStore;

    ApprovalEvents(JdbcClient jdbc, EventStore eventStore) {
        this.jdbc = jdbc;
        this.eventStore = eventStore;
    }

    /**
     * Where a case stands; whoever else wants to change that waits until the caller's transaction ends.
     *
     * @throws UnknownCase when there is none
     */
    public Status lock(String number) {
        return jdbc.sql("select status from clearance_case where number = ? for update")
                .param(number)
                .query(String.class)
                .optional()
                .map(Status::valueOf)
                .orElseThrow(() -> new UnknownCase(number));
    }

    /**
     * Keeps others from changing these cases until the caller's transaction ends. Whoever needs more than one takes them all
     * at once by this, in the order of their numbers, so that no two wait for each other.
     */
    public void lockAll(Collection<String> numbers) {
        if (!numbers.isEmpty()) {
            jdbc.sql("select number from clearance_case where number in (:numbers) order by number for update")
                    .param("numbers", numbers)
                    .query(String.class)
                    .list();
        }
    }

    /** @param fulfilment which condition, how it is fulfilled and when */
    public void conditionFulfilled(String number, String by, Map<String, ?> fulfilment) {
        eventStore.append(number, EventType.CONDITION_FULFILLED, by, fulfilment, null);
    }

    /** @param waiver which condition, why and when */
    public void conditionWaived(String number, String by, Map<String, ?> waiver) {
        eventStore.append(number, EventType.CONDITION_WAIVED, by, waiver, null);
    }

    /** @param suspension what holds it up and since when */
    public void suspended(String number, String by, Map<String, ?> suspension) {
        eventStore.append(number, EventType.APPROVAL_SUSPENDED, by, suspension, Status.SUSPENDED);
    }

    /**
     * @param release of which suspension, why and when
     * @param inForce whether nothing else holds it up
     */
    public void released(String number, String by, Map<String, ?> release, boolean inForce) {
        Map<String, Object> payload = new HashMap<>(release);
        payload.put("inForce", inForce);
        eventStore.append(number, EventType.APPROVAL_RELEASED, by, payload, inForce ? Status.APPROVED : null);
    }

    /** @param endedAt when whatever held it up ended with it */
    public void expired(String number, Instant endedAt) {
        eventStore.append(
                number, EventType.APPROVAL_EXPIRED, CaseEvents.DESK, Map.of("endedAt", endedAt), Status.EXPIRED);
    }

    /** @param revocation why and when, and by the decision on which suspension */
    public void revoked(String number, String by, Map<String, ?> revocation) {
        eventStore.append(number, EventType.APPROVAL_REVOKED, by, revocation, Status.REVOKED);
    }

    /**
     * @param successor the number of the request whose approval takes its place
     * @param endedAt when whatever held it up ended with it
     */
    public void superseded(String number, String successor, Instant endedAt) {
        eventStore.append(
                number,
                EventType.APPROVAL_SUPERSEDED,
                CaseEvents.DESK,
                Map.of("by", successor, "endedAt", endedAt),
                Status.SUPERSEDED);
    }

    public void scopeChanged(String number, String by, Map<String, ?> change) {
        eventStore.append(number, EventType.SCOPE_CHANGED, by, change, null);
    }

    /** @param terms how often and until when, why, and when that was said */
    public void standingGranted(String number, String by, Map<String, ?> terms) {
        eventStore.append(number, EventType.STANDING_GRANTED, by, terms, null);
    }

    /** @param terms those that held, why they do no longer, and when that was said */
    public void standingEnded(String number, String by, Map<String, ?> terms) {
        eventStore.append(number, EventType.STANDING_ENDED, by, terms, null);
    }

    /** Notes that a case takes a use of a standing approval, before anybody is told. */
    public void taken(String number, String by) {
        eventStore.append(number, EventType.USE_TAKEN, CaseEvents.DESK, Map.of("by", by), null);
    }

    /** Notes that a use counts as one of a standing approval no more, and why. */
    public void givenBack(String number, String by, String because) {
        eventStore.append(number, EventType.USE_GIVEN_BACK, CaseEvents.DESK, Map.of("by", by, "reason", because), null);
    }

    /** Notes why an approval that was decided cannot be given any more; the request is open to changes again. */
    public void overtaken(String number, String because) {
        eventStore.append(
                number,
                EventType.DECISION_OVERTAKEN,
                CaseEvents.DESK,
                Map.of("reason", because),
                Status.CHANGES_NEEDED);
    }

    /** Notes that a standing approval covers a use of which the Netflix contact was told. */
    public void covered(String number, String by) {
        eventStore.append(number, EventType.USE_COVERED, CaseEvents.DESK, Map.of("by", by), Status.COVERED);
    }

    /** @param used what was really used, as the holder said it */
    public void closedOut(String number, String by, Object used, Instant at) {
        eventStore.append(number, EventType.CLOSED_OUT, by, Map.of("used", used, "closedOutAt", at), null);
    }
}
