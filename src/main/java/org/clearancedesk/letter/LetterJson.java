package org.clearancedesk.letter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.clearancedesk.intake.Facts;
import org.clearancedesk.intake.Finding;
import org.clearancedesk.intake.Performer;
import org.clearancedesk.intake.RequestNumber;
import org.clearancedesk.intake.Tool;
import org.clearancedesk.production.Production;
import org.clearancedesk.review.ConsentReview;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says, for programs that check before they run. No more about people than the letter prints, and only what
 * marks out the use.
 *
 * @param type what this is and which version of it
 * @param issuer the desk's address, under which its keys are published
 * @param validUntil the last day on which the approval holds
 * @param predecessor the request whose approval this one takes the place of; left out when there is none
 * @param status where to ask whether it still does
 */
record LetterJson(
        String type,
        String issuer,
        String letter,
        String request,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String predecessor,
        LocalDate issuedOn,
        LocalDate validUntil,
        String status,
        Production production,
        String title,
        String description,
        Tool tool,
        List<Covered> performers,
        Facts facts,
        List<String> conditions,
        List<Finding> findings,
        String guidelineVersion,
        String recordDigest) {

    static final String TYPE = "genai-written-approval/1";

    /** A performer or craft that the letter covers. */
    record Covered(String name, Performer.Role role, String use, @Nullable String consent) {}

    static LetterJson of(Letter letter, LetterProperties desk) {
        var request = letter.request();
        return new LetterJson(
                TYPE,
                desk.base(),
                letter.number().value(),
                letter.requestNumber().value(),
                letter.predecessor().map(RequestNumber::value).orElse(null),
                letter.issuedOn(),
                letter.validUntil(),
                desk.verificationOf(letter.number()),
                request.production(),
                request.title(),
                request.description(),
                request.tool(),
                request.performers().stream()
                        .map(performer -> covered(performer, letter.consentOf(performer)))
                        .toList(),
                request.facts(),
                letter.conditions(),
                letter.triage().findings(),
                letter.triage().guidelineVersion(),
                letter.recordDigest());
    }

    private static Covered covered(Performer performer, @Nullable ConsentReview review) {
        return new Covered(
                performer.name(),
                performer.role(),
                performer.use(),
                review == null ? null : review.outcome().name());
    }
}
