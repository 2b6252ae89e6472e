package org.clearancedesk.web.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.clearancedesk.evidence.EvidenceFile;
import org.clearancedesk.evidence.ReviewedFiles.Late;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.intake.Step;
import org.clearancedesk.intake.Tier;
import org.clearancedesk.intake.Triage;
import org.clearancedesk.people.Contact;
import org.clearancedesk.production.Production;
import org.clearancedesk.register.EventType;
import org.clearancedesk.register.Status;
import org.clearancedesk.review.ConsentRecord;
import org.jspecify.annotations.Nullable;

/**
 * A case as forms, pages and programs see it.
 *
 * @param disguised whether the case is confidential and the reader does not work on it; then title and production are
 *     replaced, and there is no request, no opinion, no file, no timeline and no letter
 * @param netflixContact who is told of the case now, which is another than the request names when that was corrected
 * @param renews the number of the approval whose place it takes once it is approved; null when it is a use of its own
 * @param coveredBy the number of the standing approval that covers it; null when none does
 * @param contactHolds whether the contact is one of the desk's still
 * @param mayBeContact whom the reader may put in the contact's place; empty for whoever may not
 * @param lateFiles files that came in after the review had begun, and that the reader is to look at; empty for whoever is not
 */
record CaseView(
        String number,
        String title,
        boolean confidential,
        boolean disguised,
        Production production,
        String netflixContact,
        Status status,
        @Nullable Tier tier,
        @Nullable String guidelineVersion,
        String requester,
        Instant submittedAt,
        int round,
        @Nullable ClearanceRequest request,
        @Nullable Triage triage,
        List<OpinionView> opinions,
        List<EvidenceFile> evidence,
        List<Line> timeline,
        @Nullable LetterView letter,
        @Nullable ApprovalView approval,
        @Nullable StandingView standing,
        boolean mayGrantStanding,
        @Nullable String renews,
        @Nullable String coveredBy,
        boolean mayWithdraw,
        boolean contactHolds,
        List<Contact> mayBeContact,
        List<Late> lateFiles) {

    /** What somebody said at a step, in one round. */
    record OpinionView(
            int round,
            Step step,
            String by,
            Instant at,
            String outcome,
            String reason,
            List<String> conditions,
            @Nullable String performer,
            @Nullable ConsentRecord consent,
            @Nullable LocalDate validUntil) {}

    /** One line of the timeline, in words. */
    record Line(int sequence, EventType type, Instant at, String by, String summary) {}

    record LetterView(String number, Instant issuedAt, @Nullable LocalDate validUntil, String digest) {}
}
