package org.clearancedesk.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clearancedesk.intake.Step;
import org.clearancedesk.register.CanonicalJson;
import org.clearancedesk.register.CaseEvent;
import org.clearancedesk.register.EventType;
import org.jspecify.annotations.Nullable;

/**
 * The last review that a step asked for.
 *
 * @param begun when it was taken up, as an event's place in the record; when it was given without, that
 */
record LastReview(int begun, boolean isUnderWay) {

    /**
     * Reads it from the events of a case. What somebody else was shown, whoever reviews was not: where they have taken the
     * review themselves, it is their own taking that counts.
     *
     * @param person who reviews, while nobody has given the review yet; null when that does not matter
     */
    static LastReview of(Step step, List<CaseEvent> events, @Nullable String person, CanonicalJson json) {
        Map<String, Integer> taken = new HashMap<>();
        int begun = Integer.MAX_VALUE;
        boolean isUnderWay = false;
        EventType given = step == Step.REVIEW_LEGAL_EXPOSURE ? EventType.LEGAL_REVIEWED : EventType.ESCALATION_ASSESSED;
        for (CaseEvent event : events) {
            if (event.type() == EventType.REQUEST_AMENDED) {
                taken.clear();
                isUnderWay = false;
            } else if (event.type() == EventType.REVIEW_TAKEN) {
                TakenReview review = json.read(event.payload(), TakenReview.class);
                if (review.isOf(step)) {
                    begun = event.sequence();
                    taken.put(Objects.requireNonNullElse(review.givenTo(), event.actor()), begun);
                    isUnderWay = true;
                }
            } else if (event.type() == given) {
                begun = taken.getOrDefault(event.actor(), isUnderWay ? begun : event.sequence());
                isUnderWay = false;
            }
        }
        return new LastReview(isUnderWay && person != null ? taken.getOrDefault(person, begun) : begun, isUnderWay);
    }
}
