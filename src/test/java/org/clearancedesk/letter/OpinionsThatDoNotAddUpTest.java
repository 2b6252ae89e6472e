package org.clearancedesk.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.List;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.review.ApprovalDecision;
import org.clearancedesk.review.ApprovalOutcome;
import org.clearancedesk.review.ConsentOutcome;
import org.clearancedesk.review.ConsentReview;
import org.clearancedesk.review.EscalationAssessment;
import org.clearancedesk.review.EscalationOutcome;
import org.clearancedesk.review.GivenOpinion;
import org.clearancedesk.review.LegalOutcome;
import org.clearancedesk.review.LegalReview;
import org.clearancedesk.review.Opinion;
import org.junit.jupiter.api.Test;

/** No letter can be made of them, whatever the caller passes. */
class OpinionsThatDoNotAddUpTest {

    private static final String AT = "2026-11-22T10:00:00Z";

    private final SampleLetter sample = new SampleLetter();

    @Test
    void needAnApproval() {
        sample.replace(ApprovalDecision.class);

        assertThatIllegalArgumentException().isThrownBy(sample::letter).withMessageContaining("exactly one approval");
    }

    @Test
    void mayNotHoldARefusalOrAWishForChangesByTheApprover() {
        for (ApprovalOutcome outcome : List.of(ApprovalOutcome.REFUSED, ApprovalOutcome.CHANGES_NEEDED)) {
            sample.replace(ApprovalDecision.class, by("approver", new ApprovalDecision(outcome, "No.", null)));

            assertThatIllegalArgumentException().isThrownBy(sample::letter);
        }
    }

    @Test
    void mayNotHoldAnUnfavourableReview() {
        sample.replace(LegalReview.class, by("legal", new LegalReview(LegalOutcome.REFUSED, "No.", List.of())));

        assertThatIllegalArgumentException().isThrownBy(sample::letter).withMessageContaining("refuses");
    }

    @Test
    void mayNotHoldAnUnfavourableConsent() {
        sample.replace(
                ConsentReview.class,
                by("talent", new ConsentReview("Ana Torrent", ConsentOutcome.CHANGES_NEEDED, "No.", null)));

        assertThatIllegalArgumentException().isThrownBy(sample::letter);
    }

    @Test
    void mayNotComeFromTwoRounds() {
        sample.opinions.add(by("legal2", new LegalReview(LegalOutcome.CLEARED, "", List.of())));

        assertThatIllegalArgumentException().isThrownBy(sample::letter).withMessageContaining("one round");
    }

    @Test
    void mayNotLackAReviewThatWasAskedFor() {
        for (Class<? extends Opinion> kind : List.of(LegalReview.class, ConsentReview.class)) {
            SampleLetter lacking = new SampleLetter();
            lacking.replace(kind);

            assertThatIllegalStateException().isThrownBy(lacking::letter).withMessageContaining("missing");
        }
    }

    @Test
    void mayNotSpeakOfSomebodyWhomTheRequestDoesNotName() {
        sample.opinions.add(by("talent", SampleLetter.confirmed("Somebody Else")));

        assertThatIllegalArgumentException().isThrownBy(sample::letter).withMessageContaining("Somebody Else");
    }

    @Test
    void mayNotSayThatInformingIsEnough() {
        sample.replace(
                EscalationAssessment.class,
                by("contact", new EscalationAssessment(EscalationOutcome.INFORM_ONLY, "Fine.")));

        assertThatIllegalArgumentException().isThrownBy(sample::letter);
    }

    @Test
    void mayNotLetTheRequesterOrAReviewerApprove() {
        for (String person : List.of("requester", "legal", "talent")) {
            sample.replace(ApprovalDecision.class, by(person, SampleLetter.approved(LocalDate.of(2027, 6, 30))));

            assertThatExceptionOfType(BadInput.class).isThrownBy(sample::letter);
        }
    }

    @Test
    void areNotNeededForTheNumber() {
        assertThat(LetterNumber.read("GL-2026-000042")).hasToString("Optional[GL-2026-000042]");
        assertThat(LetterNumber.read("GC-2026-000042")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new LetterNumber("GL-2026-1\n"));
    }

    private static GivenOpinion by(String person, Opinion opinion) {
        return SampleLetter.given(person, AT, opinion);
    }
}
