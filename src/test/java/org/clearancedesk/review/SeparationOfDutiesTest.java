package org.clearancedesk.review;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.clearancedesk.intake.BadInput;
import org.junit.jupiter.api.Test;

class SeparationOfDutiesTest {

    private static final List<Class<? extends Opinion>> KINDS =
            List.of(EscalationAssessment.class, LegalReview.class, ConsentReview.class, ApprovalDecision.class);

    private final SeparationOfDuties duties = new SeparationOfDuties(
            "rosa",
            List.of(
                    given("carla", new EscalationAssessment(EscalationOutcome.APPROVAL_NEEDED, "A face is seen.")),
                    given("leo", new LegalReview(LegalOutcome.CHANGES_NEEDED, "Which shots?", List.of())),
                    given("tara", new ConsentReview("Ana", ConsentOutcome.NOT_REQUIRED, "Only her back.", null)),
                    given("pia", new ApprovalDecision(ApprovalOutcome.CHANGES_NEEDED, "Which season?", null))));

    private static GivenOpinion given(String by, Opinion opinion) {
        return new GivenOpinion(by, Instant.EPOCH, opinion);
    }

    private void assertRefused(String person, Class<? extends Opinion> kind, String sentence) {
        assertThatExceptionOfType(BadInput.class)
                .as("%s, %s", person, kind)
                .isThrownBy(() -> duties.requireMayGive(kind, person))
                .withMessageStartingWith(sentence);
    }

    @Test
    void keepsTheRequesterFromEveryStep() {
        KINDS.forEach(kind -> assertRefused("rosa", kind, "You made this request"));
    }

    @Test
    void keepsEverybodyWhoGaveAnOpinionFromEveryOtherStep() {
        KINDS.stream()
                .filter(kind -> kind != EscalationAssessment.class)
                .forEach(kind -> assertRefused("carla", kind, "You assessed this request"));
        for (Class<? extends Opinion> kind : KINDS) {
            if (kind != LegalReview.class) {
                assertRefused("leo", kind, "You reviewed this request");
            }
            if (kind != ConsentReview.class) {
                assertRefused("tara", kind, "You reviewed this request");
            }
            if (kind != ApprovalDecision.class) {
                assertRefused("pia", kind, "You decided on this request");
            }
        }
    }

    @Test
    void letsEverybodySaySomethingAgainAtTheirOwnStep() {
        assertThatCode(() -> {
                    duties.requireMayGive(EscalationAssessment.class, "carla");
                    duties.requireMayGive(LegalReview.class, "leo");
                    duties.requireMayGive(ConsentReview.class, "tara");
                    duties.requireMayGive(ApprovalDecision.class, "pia");
                })
                .doesNotThrowAnyException();
    }

    @Test
    void letsAnybodyElseTakeAnyStep() {
        KINDS.forEach(
                kind -> assertThatCode(() -> duties.requireMayGive(kind, "aki")).doesNotThrowAnyException());
    }

    @Test
    void keepsWhoeverDecidedOnASuspensionFromWhatAnApproverDoesAndTheOtherWayRound() {
        SeparationOfDuties inForce = new SeparationOfDuties(
                "rosa", List.of(), Map.of("leo", LegalReview.class, "pia", ApprovalDecision.class));

        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> inForce.requireMayGive(ApprovalDecision.class, "leo"));
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> inForce.requireMayGive(LegalReview.class, "pia"));
        inForce.requireMayGive(LegalReview.class, "leo");
        inForce.requireMayGive(ApprovalDecision.class, "pia");
    }
}
