package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Set;
import org.clearancedesk.audit.RecordAudit;
import org.clearancedesk.consent.Consent;
import org.clearancedesk.consent.ConsentChanges;
import org.clearancedesk.consent.ConsentList;
import org.clearancedesk.consent.ConsentSearch;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.register.Status;
import org.clearancedesk.register.Viewer;
import org.junit.jupiter.api.Test;

/** A request was about somebody at first, and was amended so that it is not. */
@Scenario
class PeopleWhoAreNoLongerNamedTest {

    private final Desk desk;
    private final ConsentList consents;
    private final ConsentChanges changes;
    private final RecordAudit audit;

    PeopleWhoAreNoLongerNamedTest(Desk desk, ConsentList consents, ConsentChanges changes, RecordAudit audit) {
        this.desk = desk;
        this.consents = consents;
        this.changes = changes;
        this.audit = audit;
    }

    private Consent consentOf(String performer) {
        return consents
                .find(
                        new ConsentSearch(desk.number(), null, null, 0, 50),
                        new Viewer("admin", Set.of(), Set.of(), null, true))
                .consents()
                .stream()
                .filter(consent -> consent.performer().equals(performer))
                .findFirst()
                .orElseThrow();
    }

    private void approvedWithoutAnymore(String left, String stays) {
        desk.requester.asksFor(Use.deAgeing(left, stays));
        desk.legal.clears();
        desk.talent.confirms(left);
        desk.talent.saysOf(stays, "CHANGES_NEEDED", "Without the other, please.");
        desk.goesOn();
        desk.requester.amends(Use.deAgeing(stays));
        desk.legal.clears();
        desk.talent.confirms(stays);
        desk.goesOn();
        desk.approver.approves();
        desk.runs("issueWrittenApproval");
    }

    @Test
    void haveNoConsentInItAnyMoreAndSuspendNothing() {
        approvedWithoutAnymore("Zora Gone", "Bruno Stays");

        Consent left = consentOf("Zora Gone");
        assertThat(left.state().canChange()).isFalse();
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> changes.withdraw(left.id(), "She changed her mind.", "talent"));

        assertThat(desk.onRecord().status()).isEqualTo(Status.APPROVED);
        assertThat(audit.verify(desk.number())).isEmpty();
    }

    @Test
    void suspendOnlyTheApprovalThatStillNamesThemWhenTheyWithdraw() {
        approvedWithoutAnymore("Zora Both", "Bruno Both");
        String without = desk.number();
        desk.requester.asksFor(Use.deAgeing("ZORA  BOTH"));
        desk.legal.clears();
        desk.talent.confirms("ZORA  BOTH");
        desk.goesOn();
        desk.approver.approves();
        desk.runs("issueWrittenApproval");

        changes.withdraw(consentOf("ZORA  BOTH").id(), "She changed her mind.", "talent");

        assertThat(desk.onRecord().status()).isEqualTo(Status.SUSPENDED);
        desk.follow(without);
        assertThat(desk.onRecord().status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void areAskedAnewWhenTheyComeBack() {
        desk.requester.asksFor(Use.deAgeing("Zora Back", "Bruno Back"));
        desk.legal.wantsLegalChanges("Without Zora, please.");
        desk.talent.confirms("Zora Back");
        desk.talent.confirms("Bruno Back");
        desk.goesOn();
        desk.requester.amends(Use.deAgeing("Bruno Back"));
        assertThat(consentOf("Zora Back").state().canChange()).isFalse();
        desk.legal.wantsLegalChanges("With Zora after all.");
        desk.talent.confirms("Bruno Back");
        desk.goesOn();
        desk.requester.amends(Use.deAgeing("Bruno Back", "zora back"));

        desk.talent.answers("confirmConsent", Map.of("consentOutcome", "REFUSED", "consentReason", "No."));

        assertThat(consents.find(
                                new ConsentSearch(desk.number(), null, null, 0, 50),
                                new Viewer("admin", Set.of(), Set.of(), null, true))
                        .consents())
                .hasSize(2);
        assertThat(audit.verify(desk.number())).isEmpty();
    }
}
