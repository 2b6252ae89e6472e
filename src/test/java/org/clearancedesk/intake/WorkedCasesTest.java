package org.clearancedesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked cases that come with the policy. */
class WorkedCasesTest {

    static List<GuidelineCase> cases() {
        return GuidelineCase.ALL;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void getTheTierAndTheReviewsThatThePolicyStates(GuidelineCase worked) {
        Triage triage = GuidelineModel.triage(worked.facts());

        assertThat(triage.tier()).isEqualTo(worked.expected().tier());
        assertThat(triage.reviews()).isEqualTo(worked.expected().reviews());
    }

    @Test
    void areAllThere() {
        assertThat(GuidelineCase.ALL).hasSize(99);
    }
}
