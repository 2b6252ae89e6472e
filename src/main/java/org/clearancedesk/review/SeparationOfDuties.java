package org.clearancedesk.review;

import java.util.Set;
import org.clearancedesk.request.BadInput;

/**
 * Four eyes: nobody judges their own request, and nobody approves what they have reviewed.
 *
 * @param requester who made the request
 * @param reviewers who gave a legal or consent opinion on it, in any round
 */
public record SeparationOfDuties(String requester, Set<String> reviewers) {

    /** @throws BadInput when the person made the request */
    public void requireMayReview(String person) {
        if (person.equals(requester)) {
            throw new BadInput("", "You made this request, so somebody else of your group has to judge it.");
        }
    }

    /** @throws BadInput when the person made or reviewed the request */
    public void requireMayApprove(String person) {
        requireMayReview(person);
        if (reviewers.contains(person)) {
            throw new BadInput("", "You reviewed this request, so somebody else has to approve it.");
        }
    }
}
