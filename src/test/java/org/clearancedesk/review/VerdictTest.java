package org.clearancedesk.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.clearancedesk.intake.ReviewKind.LEGAL;
import static org.clearancedesk.intake.ReviewKind.UNION_CONSENT;

import java.util.List;
import java.util.Set;
import org.clearancedesk.intake.ReviewKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

    private static final Set<ReviewKind> BOTH = Set.of(LEGAL, UNION_CONSENT);

    @Test
    void clearsOnlyWhenEverybodyAskedIsInFavour() {
        assertThat(Verdict.of(List.of(legal(LegalOutcome.CLEARED)), Set.of(LEGAL), 0))
                .isEqualTo(Verdict.CLEARED);
        assertThat(Verdict.of(
                        List.of(
                                legal(LegalOutcome.CLEARED_WITH_CONDITIONS),
                                consent("Ana", ConsentOutcome.CONFIRMED),
                                consent("Bruno", ConsentOutcome.NOT_REQUIRED)),
                        BOTH,
                        2))
                .isEqualTo(Verdict.CLEARED);
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhateverElseIsSaidWhenLegalRefuses(ConsentOutcome consent) {
        assertThat(Verdict.of(List.of(consent("Ana", consent), legal(LegalOutcome.REFUSED)), BOTH, 1))
                .isEqualTo(Verdict.REFUSED);
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhateverElseIsSaidWhenOneConsentIsRefused(LegalOutcome legal) {
        assertThat(Verdict.of(
                        List.of(
                                legal(legal),
                                consent("Ana", ConsentOutcome.CONFIRMED),
                                consent("Bruno", ConsentOutcome.REFUSED)),
                        BOTH,
                        2))
                .isEqualTo(Verdict.REFUSED);
    }

    @Test
    void asksForChangesWhenOneDoesAndNobodyRefuses() {
        assertThat(Verdict.of(
                        List.of(legal(LegalOutcome.CLEARED), consent("Ana", ConsentOutcome.CHANGES_NEEDED)), BOTH, 1))
                .isEqualTo(Verdict.CHANGES_NEEDED);
        assertThat(Verdict.of(List.of(legal(LegalOutcome.CHANGES_NEEDED)), Set.of(LEGAL), 0))
                .isEqualTo(Verdict.CHANGES_NEEDED);
    }

    @Test
    void isNotGivenWhileLegalIsSilent() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Verdict.of(List.of(consent("Ana", ConsentOutcome.CONFIRMED)), BOTH, 1))
                .withMessage("The legal review of this round is missing.");
    }

    @Test
    void isNotGivenWhileAConsentIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Verdict.of(
                        List.of(legal(LegalOutcome.CLEARED), consent("Ana", ConsentOutcome.CONFIRMED)), BOTH, 2))
                .withMessage("1 of 2 consents of this round are missing.");
    }

    @Test
    void doesNotCountOnePersonTwice() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Verdict.of(
                        List.of(
                                legal(LegalOutcome.CLEARED),
                                consent("Ana", ConsentOutcome.CONFIRMED),
                                consent("Ana", ConsentOutcome.CONFIRMED)),
                        BOTH,
                        2));
    }

    @Test
    void isNotGivenWithoutAnyConsentWhereConsentIsNeeded() {
        assertThatIllegalStateException().isThrownBy(() -> Verdict.of(List.of(legal(LegalOutcome.CLEARED)), BOTH, 0));
    }

    private static LegalReview legal(LegalOutcome outcome) {
        return new LegalReview(outcome, "", List.of());
    }

    private static ConsentReview consent(String performer, ConsentOutcome outcome) {
        return new ConsentReview(performer, outcome, "", null);
    }
}
