package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearancedesk.register.EventType.*;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import org.clearancedesk.register.ChainReader;
import org.clearancedesk.register.LetterRepository;
import org.clearancedesk.register.Status;
import org.clearancedesk.register.StoredLetter;
import org.junit.jupiter.api.Test;

@Scenario
class WrittenApprovalTest {

    private final Desk desk;
    private final LetterRepository letters;
    private final ChainReader chainReader;

    WrittenApprovalTest(Desk desk, LetterRepository letters, ChainReader chainReader) {
        this.desk = desk;
        this.letters = letters;
        this.chainReader = chainReader;
    }

    @Test
    void needsLegalAloneWhenNobodysLikenessIsConcerned() {
        desk.requester.asksFor(Use.keyVisual());
        assertThat(desk.waitingSteps()).containsExactly("reviewLegalExposure");

        desk.legal.clearsOnCondition("Keep the prompts.");
        desk.goesOn();
        assertThat(desk.waitingSteps()).containsExactly("approveInWriting");
        assertThat(desk.onRecord().status()).isEqualTo(Status.AWAITING_APPROVAL);
        desk.approver.approves();
        desk.runs("issueWrittenApproval");
        desk.runs("sendWrittenApproval");

        assertThat(desk.past().getEndActivityId()).isEqualTo("approvedInWriting");
        assertThat(desk.onRecord().status()).isEqualTo(Status.APPROVED);
        assertThat(desk.events())
                .containsExactly(
                        REQUEST_SUBMITTED,
                        TRIAGED,
                        REVIEW_TAKEN,
                        LEGAL_REVIEWED,
                        REVIEWS_COMBINED,
                        APPROVAL_DECIDED,
                        LETTER_ISSUED,
                        LETTER_SENT);
        assertThat(chainReader.of(desk.number()).firstBreak()).isNull();
    }

    @Test
    void waitsForLegalAndForEveryConsentInWhateverOrderTheyCome() {
        desk.requester.asksFor(Use.deAgeing("Ana", "Bruno", "Carmen"));
        assertThat(desk.waitingSteps())
                .containsExactly("confirmConsent", "confirmConsent", "confirmConsent", "reviewLegalExposure");

        desk.talent.confirms("Carmen");
        desk.goesOn();
        desk.legal.clears();
        desk.goesOn();
        desk.talent.saysOf("Ana", "NOT_REQUIRED", "Her face is not changed after all.");
        desk.goesOn();
        assertThat(desk.waitingSteps()).containsExactly("confirmConsent");
        desk.talent.confirms("Bruno");
        desk.goesOn();

        assertThat(desk.waitingSteps()).containsExactly("approveInWriting");
        assertThat(desk.events().stream().filter(CONSENT_REVIEWED::equals)).hasSize(3);
        assertThat(desk.events().stream().filter(REVIEWS_COMBINED::equals)).hasSize(1);
    }

    @Test
    void isMailedWithTheLetterToTheRequesterAndToldToTheContact() {
        approvedUpToTheLetter();
        desk.runs("issueWrittenApproval");
        desk.runs("sendWrittenApproval");

        assertThat(desk.told("Approved in writing"))
                .containsExactlyInAnyOrder("requester@desk.example", "carla@studio.example");
        assertThat(desk.mails())
                .filteredOn(mail -> mail.subject().contains("Approved in writing"))
                .extracting(PostOffice.Delivered::attachments)
                .allSatisfy(
                        files -> assertThat(files).singleElement().asString().endsWith(".pdf"));
    }

    @Test
    void leavesTheApproverNoWaitingForTheLetter() {
        approvedUpToTheLetter();

        assertThat(desk.waitingSteps()).isEmpty();
        assertThat(letters.ofCase(desk.number())).isEmpty();
        assertThat(desk.onRecord().status()).isEqualTo(Status.AWAITING_APPROVAL);
    }

    @Test
    void keepsTheDayUntilWhichItHolds() {
        LocalDate until = LocalDate.now(desk.clock).plusMonths(7);
        desk.requester.asksFor(Use.keyVisual());
        desk.legal.clears();
        desk.goesOn();
        desk.approver.answers(
                "approveInWriting", Map.of("approvalOutcome", "APPROVED", "validUntil", until.toString()));
        desk.runs("issueWrittenApproval");

        assertThat(letters.ofCase(desk.number()).orElseThrow().validUntil()).isEqualTo(until);
    }

    @Test
    void holdsForTheLongestTimeWhenTheApproverNamesNoDay() {
        approvedUpToTheLetter();
        LocalDate today = LocalDate.now(desk.clock);
        desk.clock.passes(Duration.ofDays(3));

        desk.runs("issueWrittenApproval");

        assertThat(letters.ofCase(desk.number()).orElseThrow().validUntil()).isEqualTo(today.plusYears(2));
    }

    @Test
    void existsOnceEvenIfItsJobRunsAgain() {
        approvedUpToTheLetter();
        desk.runs("issueWrittenApproval");
        StoredLetter letter = letters.ofCase(desk.number()).orElseThrow();

        desk.runtime
                .createProcessInstanceModification(desk.instance().getId())
                .cancelAllForActivity("sendWrittenApproval")
                .startBeforeActivity("issueWrittenApproval")
                .execute();
        desk.runs("issueWrittenApproval");
        desk.runs("sendWrittenApproval");

        assertThat(letters.ofCase(desk.number())).contains(letter);
        assertThat(Collections.frequency(desk.events(), LETTER_ISSUED)).isEqualTo(1);
        assertThat(desk.told("Approved in writing")).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void isNotMailedTwiceWhenTheSendingRunsAgain() {
        approvedUpToTheLetter();
        desk.runs("issueWrittenApproval");
        desk.runtime
                .createProcessInstanceModification(desk.instance().getId())
                .startBeforeActivity("sendWrittenApproval")
                .execute();

        desk.runs("sendWrittenApproval");
        desk.runs("sendWrittenApproval");

        assertThat(desk.isOver()).isTrue();
        assertThat(desk.told("Approved in writing")).hasSize(2).doesNotHaveDuplicates();
    }

    private void approvedUpToTheLetter() {
        desk.requester.asksFor(Use.keyVisual());
        desk.legal.clears();
        desk.goesOn();
        desk.approver.approves();
    }
}
