package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearancedesk.register.EventType.*;

import org.clearancedesk.register.LetterRepository;
import org.clearancedesk.register.Status;
import org.junit.jupiter.api.Test;

@Scenario
class RefusalTest {

    private final Desk desk;
    private final LetterRepository letters;

    RefusalTest(Desk desk, LetterRepository letters) {
        this.desk = desk;
        this.letters = letters;
    }

    @Test
    void byLegalEndsTheCaseOnlyAfterEveryOpinionIsOnRecord() {
        desk.requester.asksFor(Use.deAgeing("Ana"));

        desk.legal.refusesLegally("The plates are not ours.");
        desk.goesOn();
        assertThat(desk.waitingSteps()).containsExactly("confirmConsent");
        assertThat(desk.onRecord().status()).isEqualTo(Status.IN_REVIEW);
        desk.talent.confirms("Ana");
        desk.goesOn();
        desk.runs("sendRefusal");

        assertRefused("The plates are not ours.");
        assertThat(desk.events()).contains(LEGAL_REVIEWED, CONSENT_REVIEWED, REVIEWS_COMBINED, REQUEST_REFUSED);
    }

    @Test
    void byOnePerformerOutweighsEverybodyElse() {
        desk.requester.asksFor(Use.deAgeing("Ana", "Bruno"));

        desk.talent.saysOf("Bruno", "REFUSED", "Bruno does not want it.");
        desk.talent.saysOf("Ana", "CHANGES_NEEDED", "Please name the scenes.");
        desk.legal.clears();
        desk.goesOn();
        desk.runs("sendRefusal");

        assertRefused("Bruno does not want it.");
    }

    @Test
    void byTheApproverEndsAClearedCase() {
        desk.requester.asksFor(Use.keyVisual());
        desk.legal.clears();
        desk.goesOn();

        desk.approver.refusesApproval("Not in this season.");
        desk.runs("sendRefusal");

        assertRefused("Not in this season.");
        assertThat(desk.events()).contains(APPROVAL_DECIDED, REQUEST_REFUSED, REFUSAL_SENT);
    }

    private void assertRefused(String reason) {
        assertThat(desk.past().getEndActivityId()).isEqualTo("refused");
        assertThat(desk.onRecord().status()).isEqualTo(Status.REFUSED);
        assertThat(letters.ofCase(desk.number())).isEmpty();
        assertThat(desk.told("Refused")).containsExactly("requester@desk.example");
        assertThat(desk.mails())
                .filteredOn(mail -> mail.subject().contains("Refused"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains(reason));
    }
}
