package org.clearancedesk.review;

import java.util.List;
import java.util.Set;
import org.clearancedesk.intake.ReviewKind;

/** What all reviews of one round say together. */
public enum Verdict {
    CLEARED,
    CHANGES_NEEDED,
    REFUSED;

    /**
     * Weighs the opinions of one round: one refusal refuses, one wish for changes asks for changes, and only a full set of
     * favourable opinions clears.
     *
     * @param needed the reviews that the triage asked for
     * @param performers how many performers or crafts were to be asked for consent
     * @throws IllegalStateException when an opinion that was asked for is not there; nothing is cleared by silence
     */
    public static Verdict of(List<Opinion> opinions, Set<ReviewKind> needed, int performers) {
        List<LegalReview> legal = only(opinions, LegalReview.class);
        List<ConsentReview> consents = only(opinions, ConsentReview.class);
        if (needed.contains(ReviewKind.LEGAL) && legal.isEmpty()) {
            throw new IllegalStateException("The legal review of this round is missing.");
        }
        long asked = consents.stream().map(ConsentReview::performer).distinct().count();
        if (needed.contains(ReviewKind.UNION_CONSENT) && asked < Math.max(performers, 1)) {
            throw new IllegalStateException("%d of %d consents of this round are missing."
                    .formatted(Math.max(performers, 1) - asked, performers));
        }
        if (legal.stream().anyMatch(review -> review.outcome() == LegalOutcome.REFUSED)
                || consents.stream().anyMatch(review -> review.outcome() == ConsentOutcome.REFUSED)) {
            return REFUSED;
        }
        if (legal.stream().anyMatch(review -> review.outcome() == LegalOutcome.CHANGES_NEEDED)
                || consents.stream().anyMatch(review -> review.outcome() == ConsentOutcome.CHANGES_NEEDED)) {
            return CHANGES_NEEDED;
        }
        return CLEARED;
    }

    private static <O extends Opinion> List<O> only(List<Opinion> opinions, Class<O> kind) {
        return opinions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
