package org.clearancedesk.review;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clearancedesk.intake.BadInput;

/**
 * Four eyes: nobody judges their own request, and nobody gives an opinion at two steps of one case. At the same step they may
 * say something again in a later round, or of another performer.
 *
 * @param requester who made the request
 * @param given the opinions on it, of every round
 */
public record SeparationOfDuties(
        String requester, List<GivenOpinion> given, Map<String, Class<? extends Opinion>> later) {

    /** Before anything was decided on an approval in force. */
    public SeparationOfDuties(String requester, List<GivenOpinion> given) {
        this(requester, given, Map.of());
    }

    /** @throws BadInput when the person made the request, or gave an opinion of another kind on it */
    public void requireMayGive(Class<? extends Opinion> kind, String person) {
        if (person.equals(requester)) {
            throw new BadInput("", "You made this request, so somebody else of your group has to judge it.");
        }
        Stream.concat(
                        given.stream()
                                .filter(earlier -> earlier.by().equals(person))
                                .map(earlier -> earlier.opinion().getClass()),
                        Stream.ofNullable(later.get(person)))
                .filter(earlier -> earlier != kind)
                .findFirst()
                .ifPresent(earlier -> {
                    throw new BadInput("", sentence(earlier, kind));
                });
    }

    /** Whether the person gave an opinion on it, or decided on its approval later. */
    public boolean isInvolved(String person) {
        return later.containsKey(person)
                || given.stream().anyMatch(earlier -> earlier.by().equals(person));
    }

    private static String sentence(Class<? extends Opinion> earlier, Class<? extends Opinion> kind) {
        if (earlier == EscalationAssessment.class) {
            return "You assessed this request, so somebody else has to review and approve it.";
        }
        if (earlier == ApprovalDecision.class) {
            return "You decided on this request, so somebody else has to review it.";
        }
        return kind == ApprovalDecision.class
                ? "You reviewed this request, so somebody else has to approve it."
                : "You reviewed this request at another step, so somebody else has to do this one.";
    }
}
