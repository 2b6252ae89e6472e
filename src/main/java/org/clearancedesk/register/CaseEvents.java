package org.clearancedesk.register;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Map;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.intake.RequestNumber;
import org.clearancedesk.intake.Triage;
import org.clearancedesk.review.ApprovalDecision;
import org.clearancedesk.review.ApprovalOutcome;
import org.clearancedesk.review.EscalationAssessment;
import org.clearancedesk.review.EscalationOutcome;
import org.clearancedesk.review.Opinion;
import org.clearancedesk.review.Verdict;
import org.clearancedesk.trace.Correlation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.incrementer.DataFieldMaxValueIncrementer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the permanent record. Every method appends one event in the caller's transaction, so that the record and the
 * process move together or not at all.
 */
@Component
@Transactional
public class CaseEvents {

    /** The actor of what nobody did by hand. */
    public static final String DESK = "desk";

    private final JdbcClient jdbc;
    private final DataFieldMaxValueIncrementer sequence;
    private final EventStore events;
    private final CanonicalJson json;

    CaseEvents(JdbcClient jdbc, DataFieldMaxValueIncrementer sequence, EventStore events, CanonicalJson json) {
        this.jdbc = jdbc;
        this.sequence = sequence;
        this.events = events;
        this.json = json;
    }

    /**
     * Opens a case under the next free number.
     *
     * @param contactUser whose address the contact's is; null when it is that of no account
     */
    public String open(ClearanceRequest request, String requester, @Nullable String contactUser) {
        Instant now = events.now();
        String number = RequestNumber.of(now.atOffset(UTC).getYear(), sequence.nextLongValue())
                .value();
        CaseEvent first = events.first(number, requester, RequestEvent.first(request, contactUser, json), now);
        jdbc.sql(
                        "insert into clearance_case (number, title, code_name, production_code, production_title, requester, netflix_contact, contact_user,"
                                + " status, round, submitted_at, changed_at, request_digest, last_sequence, last_hash, correlation)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)")
                .params(
                        number,
                        request.title(),
                        request.codeName(),
                        request.production().code(),
                        request.production().title(),
                        requester,
                        request.netflixContact(),
                        contactUser,
                        Status.IN_TRIAGE.name(),
                        now.atOffset(UTC),
                        now.atOffset(UTC),
                        json.digestOf(request.disguised()),
                        first.sequence(),
                        first.hash(),
                        Correlation.current().orElse(null))
                .update();
        events.begin(first);
        return number;
    }

    /**
     * Keeps a changed request; a new round begins.
     *
     * @param contactUser whose address the contact's is; null when it is that of no account
     */
    public void amended(String number, ClearanceRequest request, String by, @Nullable String contactUser) {
        events.append(
                number,
                EventType.REQUEST_AMENDED,
                by,
                RequestEvent.again(request, contactUser, json),
                Status.IN_TRIAGE);
        jdbc.sql(
                        "update clearance_case set title = ?, code_name = ?, production_code = ?, production_title = ?, netflix_contact = ?, contact_user = ?,"
                                + " request_digest = ?, tier = null, triage_digest = null, round = round + 1 where number = ?")
                .params(
                        request.title(),
                        request.codeName(),
                        request.production().code(),
                        request.production().title(),
                        request.netflixContact(),
                        contactUser,
                        json.digestOf(request.disguised()),
                        number)
                .update();
        LockedCases.ofThisTransaction().changed(number);
    }

    public void triaged(String number, Triage triage) {
        Status status =
                switch (triage.tier()) {
                    case LOW -> Status.IN_TRIAGE;
                    case ESCALATE -> Status.ESCALATED;
                    case WRITTEN_APPROVAL -> Status.IN_REVIEW;
                };
        events.append(number, EventType.TRIAGED, DESK, Map.of("triage", triage), status);
        jdbc.sql("update clearance_case set tier = ?, guideline_version = ?, triage_digest = ? where number = ?")
                .params(triage.tier().name(), triage.guidelineVersion(), json.digestOf(triage), number)
                .update();
        LockedCases.ofThisTransaction().changed(number);
    }

    /** Keeps what somebody said at a step, whole. */
    public void said(String number, String by, Opinion opinion) {
        Status status = null;
        if (opinion instanceof EscalationAssessment assessment
                && assessment.outcome() == EscalationOutcome.APPROVAL_NEEDED) {
            status = Status.IN_REVIEW;
        }
        if (opinion instanceof ApprovalDecision approvalDecision
                && approvalDecision.outcome() == ApprovalOutcome.CHANGES_NEEDED) {
            status = Status.CHANGES_NEEDED;
        }
        events.append(number, EventType.of(opinion), by, Map.of("opinion", opinion), status);
    }

    public void combined(String number, Verdict verdict) {
        Status status =
                switch (verdict) {
                    case CLEARED -> Status.AWAITING_APPROVAL;
                    case CHANGES_NEEDED -> Status.CHANGES_NEEDED;
                    case REFUSED -> null;
                };
        events.append(number, EventType.REVIEWS_COMBINED, DESK, Map.of("verdict", verdict), status);
    }

    /** Notes that the Netflix contact was told. */
    public void disclosed(String number) {
        events.append(number, EventType.USE_DISCLOSED, DESK, Map.of(), Status.DISCLOSED);
    }

    public void refused(String number) {
        events.append(number, EventType.REQUEST_REFUSED, DESK, Map.of(), Status.REFUSED);
    }

    public void withdrawn(String number, String by, String reason) {
        events.append(number, EventType.REQUEST_WITHDRAWN, by, Map.of("reason", reason), Status.WITHDRAWN);
    }

    /** Notes that a notice of some kind went out; addresses stay out of the record. */
    public void told(String number, String notice) {
        events.append(number, EventType.NOTICE_SENT, DESK, Map.of("notice", notice), null);
    }

    /** Notes that the letter or the refusal is out. */
    public void sent(String number, EventType type) {
        events.append(number, type, DESK, Map.of(), null);
    }

    /** Notes that somebody's consent to the request stands differently now. */
    public void consentChanged(String number, String by, Map<String, ?> change) {
        events.append(number, EventType.CONSENT_CHANGED, by, change, null);
    }

    /** Lets somebody know a case by its title, because they work on it; the record of a confidential one says so. */
    public void letIn(String number, String user) {
        // A row that refers to the case holds it; two who have added one would wait for each other to write an event.
        events.lockedHead(number);
        int isNew = jdbc.sql("insert into clearance_insider (case_number, user_id) select ?, ? where not exists"
                        + " (select 1 from clearance_insider where case_number = ? and user_id = ?)")
                .params(number, user, number, user)
                .update();
        if (isNew == 1 && events.isConfidential(number)) {
            events.append(number, EventType.LET_IN, user, Map.of(), null);
        }
    }

    /** Lets the people of a group see the case from now on, because a step of it was brought before them. */
    public void openTo(String number, String group) {
        jdbc.sql("insert into clearance_reader (group_id, case_number) select ?, ? where not exists"
                        + " (select 1 from clearance_reader where group_id = ? and case_number = ?)")
                .params(group, number, group, number)
                .update();
    }
}
