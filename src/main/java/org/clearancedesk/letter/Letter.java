package org.clearancedesk.letter;

import static java.time.ZoneOffset.UTC;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.intake.NameKey;
import org.clearancedesk.intake.Performer;
import org.clearancedesk.intake.RequestNumber;
import org.clearancedesk.intake.Triage;
import org.clearancedesk.review.ApprovalDecision;
import org.clearancedesk.review.ApprovalOutcome;
import org.clearancedesk.review.ConsentReview;
import org.clearancedesk.review.EscalationAssessment;
import org.clearancedesk.review.EscalationOutcome;
import org.clearancedesk.review.GivenOpinion;
import org.clearancedesk.review.LegalReview;
import org.clearancedesk.review.Opinion;
import org.clearancedesk.review.SeparationOfDuties;
import org.clearancedesk.review.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a written approval says. It holds one round only, the one that was approved, and cannot be made of
 * opinions that do not add up to an approval.
 *
 * @param number drawn for this letter; says nothing of the request
 * @param placeTaken the letter whose place this one takes; null when it takes none's
 * @param requester the user's id of who asked
 * @param issuedOn the day that the letter bears
 * @param request the request as it was approved, after all changes
 * @param triage what the guidelines said about that request
 * @param opinions the opinions of the approved round and no others: the contact's assessment if there was one, every
 *     legal and consent review that the triage asked for, and the approval; printed in this order
 * @param files the names of the files on record, by their ids
 * @param recordDigest the digest of the record's last event, SHA-256 in 64 lower-case hexadecimal digits
 */
public record Letter(
        LetterNumber number,
        @Nullable LetterNumber placeTaken,
        RequestNumber requestNumber,
        String requester,
        LocalDate issuedOn,
        ClearanceRequest request,
        Triage triage,
        List<GivenOpinion> opinions,
        Map<String, String> files,
        String recordDigest) {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /**
     * @throws IllegalArgumentException when an opinion is unfavourable, belongs to another round or person, or comes twice
     * @throws IllegalStateException when a review that the triage asked for is missing
     * @throws BadInput when somebody approved their own request, or what they have assessed or reviewed
     */
    public Letter {
        opinions = List.copyOf(opinions);
        files = Map.copyOf(files);
        if (!DIGEST.matcher(recordDigest).matches()) {
            throw new IllegalArgumentException("Not a SHA-256 digest: " + recordDigest);
        }
        requireApproval(opinions);
        requireFavourableReviews(opinions, request, triage);
        requireSeparateHands(opinions, requester);
    }

    /** The last day on which the approval holds; as long as may be when the approver named none. */
    public LocalDate validUntil() {
        GivenOpinion approval = opinions.stream()
                .filter(given -> given.opinion() instanceof ApprovalDecision)
                .findFirst()
                .orElseThrow();
        @Nullable LocalDate named = ((ApprovalDecision) approval.opinion()).validUntil();
        return named == null ? LocalDate.ofInstant(approval.at(), UTC).plus(ApprovalDecision.LONGEST) : named;
    }

    /** The request whose approval this one takes the place of. */
    public Optional<RequestNumber> predecessor() {
        return Optional.ofNullable(request.predecessor()).map(RequestNumber::new);
    }

    /** The conditions that legal set; empty when there are none. */
    public List<String> conditions() {
        return given(LegalReview.class)
                .flatMap(review -> review.conditions().stream())
                .toList();
    }

    /** What was found out about the consent of one performer or craft; null when the guidelines asked for none. */
    public @Nullable ConsentReview consentOf(Performer performer) {
        return given(ConsentReview.class)
                .filter(review -> NameKey.same(review.performer(), performer.name()))
                .findFirst()
                .orElse(null);
    }

    private <O extends Opinion> Stream<O> given(Class<O> kind) {
        return only(opinions, kind);
    }

    private static void requireApproval(List<GivenOpinion> opinions) {
        List<ApprovalDecision> approvals =
                only(opinions, ApprovalDecision.class).toList();
        if (approvals.size() != 1 || approvals.get(0).outcome() != ApprovalOutcome.APPROVED) {
            throw new IllegalArgumentException("A written approval needs exactly one approval, and no other decision.");
        }
        boolean informOnly = only(opinions, EscalationAssessment.class)
                .anyMatch(assessment -> assessment.outcome() != EscalationOutcome.APPROVAL_NEEDED);
        if (informOnly
                || only(opinions, EscalationAssessment.class).count() > 1
                || only(opinions, LegalReview.class).count() > 1) {
            throw new IllegalArgumentException("These opinions are not of one round that led to an approval.");
        }
    }

    private static void requireFavourableReviews(List<GivenOpinion> opinions, ClearanceRequest request, Triage triage) {
        Set<NameKey> asked = new HashSet<>();
        only(opinions, ConsentReview.class).forEach(review -> {
            if (!request.names(review.performer()) || !asked.add(NameKey.of(review.performer()))) {
                throw new IllegalArgumentException(
                        "There must be one consent review for each performer of the request, and none for “%s” besides."
                                .formatted(review.performer()));
            }
        });
        List<Opinion> all = opinions.stream().map(GivenOpinion::opinion).toList();
        if (Verdict.of(all, Set.copyOf(triage.reviews()), request.performers().size()) != Verdict.CLEARED) {
            throw new IllegalArgumentException("A review of this round asks for changes or refuses the use.");
        }
    }

    private static void requireSeparateHands(List<GivenOpinion> opinions, String requester) {
        SeparationOfDuties duties = new SeparationOfDuties(requester, opinions);
        opinions.stream()
                .filter(given -> given.opinion() instanceof ApprovalDecision)
                .map(GivenOpinion::by)
                .forEach(approver -> duties.requireMayGive(ApprovalDecision.class, approver));
    }

    private static <O extends Opinion> Stream<O> only(List<GivenOpinion> opinions, Class<O> kind) {
        return opinions.stream()
                .map(GivenOpinion::opinion)
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
