package org.clearancedesk.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.clearancedesk.intake.Step;
import org.jspecify.annotations.Nullable;

/**
 * What the record keeps of a review that was taken up.
 *
 * @param step what is reviewed; null in events from before contacts were asked too, which are of legal's review
 * @param givenTo whom an administrator gave it to; null when whoever reviews took it themselves
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TakenReview(@Nullable Step step, @Nullable String givenTo) {

    boolean isOf(Step asked) {
        return asked == (step == null ? Step.REVIEW_LEGAL_EXPOSURE : step);
    }
}
