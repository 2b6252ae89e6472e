package org.clearancedesk.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes what happens to an approval after its letter, one event each, in the caller's transaction. */
@Component
@Transactional
public class ApprovalRecord {

    private final JdbcClient jdbc;
    private final Ledger ledger;

    ApprovalRecord(JdbcClient jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
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

    /** @param note how it is fulfilled */
    public void conditionFulfilled(String number, String by, String condition, String note, List<String> evidence) {
        ledger.append(
                number,
                EventType.CONDITION_FULFILLED,
                by,
                Map.of("condition", condition, "note", note, "evidence", evidence),
                null);
    }

    public void conditionWaived(String number, String by, String condition, String reason) {
        ledger.append(number, EventType.CONDITION_WAIVED, by, Map.of("condition", condition, "reason", reason), null);
    }

    public void suspended(String number, String by, String cause, String about, String reason) {
        ledger.append(
                number,
                EventType.APPROVAL_SUSPENDED,
                by,
                Map.of("cause", cause, "about", about, "reason", reason),
                Status.SUSPENDED);
    }

    /** @param inForce whether nothing else holds it up */
    public void released(String number, String by, String about, String reason, boolean inForce) {
        ledger.append(
                number,
                EventType.APPROVAL_RELEASED,
                by,
                Map.of("about", about, "reason", reason, "inForce", inForce),
                inForce ? Status.APPROVED : null);
    }

    public void expired(String number) {
        ledger.append(number, EventType.APPROVAL_EXPIRED, Register.DESK, Map.of(), Status.EXPIRED);
    }

    public void revoked(String number, String by, String reason) {
        ledger.append(number, EventType.APPROVAL_REVOKED, by, Map.of("reason", reason), Status.REVOKED);
    }

    /** @param successor the number of the request whose approval takes its place */
    public void superseded(String number, String successor) {
        ledger.append(number, EventType.APPROVAL_SUPERSEDED, Register.DESK, Map.of("by", successor), Status.SUPERSEDED);
    }

    public void scopeChanged(String number, String by, Map<String, ?> change) {
        ledger.append(number, EventType.SCOPE_CHANGED, by, change, null);
    }

    public void standingGranted(String number, String by, int usesLimit, LocalDate validUntil, String reason) {
        ledger.append(number, EventType.STANDING_GRANTED, by, terms(usesLimit, validUntil, reason), null);
    }

    public void standingEnded(String number, String by, int usesLimit, LocalDate validUntil, String reason) {
        ledger.append(number, EventType.STANDING_ENDED, by, terms(usesLimit, validUntil, reason), null);
    }

    private static Map<String, ?> terms(int usesLimit, LocalDate validUntil, String reason) {
        return Map.of("usesLimit", usesLimit, "validUntil", validUntil.toString(), "reason", reason);
    }

    /** Notes that a standing approval covers a use of which the Netflix contact was told. */
    public void covered(String number, String by) {
        ledger.append(number, EventType.USE_COVERED, Register.DESK, Map.of("by", by), Status.COVERED);
    }

    /** @param used what was really used, as the holder said it */
    public void closedOut(String number, String by, Object used) {
        ledger.append(number, EventType.CLOSED_OUT, by, Map.of("used", used), null);
    }
}
