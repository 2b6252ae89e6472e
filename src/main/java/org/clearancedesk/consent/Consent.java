package org.clearancedesk.consent;

import java.time.Instant;
import java.time.LocalDate;
import org.clearancedesk.intake.Performer.Role;
import org.clearancedesk.register.Status;
import org.clearancedesk.review.ConsentRecord;
import org.clearancedesk.review.ConsentRecord.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The consent of one person, or craft, to one request, as the reader may know it. It never holds anything biometric.
 *
 * @param title the production's title
 * @param disguised whether the case is confidential and the reader does not work on it; then nothing says who and what, nor
 *     how it stands, which would tell that it changes together with others
 * @param kind null until it is given
 * @param endsOn the last day on which it holds; null when it names none
 * @param terms everything that was agreed; null until it is given
 * @param limits the narrower bounds; null when none were drawn
 * @param reason why it is as it is, in the words of whoever set it
 * @param caseStatus where the request stands that it belongs to
 */
public record Consent(
        String id,
        String caseNumber,
        String performer,
        Role role,
        String title,
        String productionCode,
        boolean disguised,
        ConsentState state,
        @Nullable Kind kind,
        @Nullable LocalDate endsOn,
        @Nullable ConsentRecord terms,
        @Nullable String limits,
        @Nullable String reason,
        Instant askedAt,
        Instant since,
        String setBy,
        Status caseStatus) {}
