package org.clearancedesk.review;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.clearancedesk.request.BadInput;
import org.junit.jupiter.api.Test;

class SeparationOfDutiesTest {

    private final SeparationOfDuties duties = new SeparationOfDuties("rosa", Set.of("leo", "tara"));

    @Test
    void keepsTheRequesterFromReviewingAndApproving() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> duties.requireMayReview("rosa"))
                .withMessageStartingWith("You made this request");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> duties.requireMayApprove("rosa"))
                .withMessageStartingWith("You made this request");
    }

    @Test
    void keepsEveryReviewerFromApprovingButNotFromReviewingAgain() {
        for (String reviewer : duties.reviewers()) {
            assertThatExceptionOfType(BadInput.class)
                    .isThrownBy(() -> duties.requireMayApprove(reviewer))
                    .withMessageStartingWith("You reviewed this request");
            assertThatCode(() -> duties.requireMayReview(reviewer)).doesNotThrowAnyException();
        }
    }

    @Test
    void letsAnybodyElseDoEither() {
        assertThatCode(() -> duties.requireMayReview("aki")).doesNotThrowAnyException();
        assertThatCode(() -> duties.requireMayApprove("aki")).doesNotThrowAnyException();
    }
}
