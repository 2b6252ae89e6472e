package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.clearancedesk.audit.RecordAudit;
import org.clearancedesk.register.ContactEvents;
import org.clearancedesk.register.EventType;
import org.clearancedesk.register.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contact whom a request names is one of the desk's no longer, or never was, before the desk had a rule for it. */
@Scenario
class ContactWhoHasLeftTest {

    private static final String ADDRESS = "leaver@studio.example";

    private final Desk desk;
    private final ContactEvents named;
    private final RecordAudit audit;

    ContactWhoHasLeftTest(Desk desk, ContactEvents named, RecordAudit audit) {
        this.desk = desk;
        this.named = named;
        this.audit = audit;
    }

    @BeforeEach
    void comes() {
        desk.welcomesContact("leaver", ADDRESS);
    }

    @AfterEach
    void goes() {
        desk.takesFromContacts("leaver");
    }

    @Test
    void isSentNoDisclosureAndTheUseWaitsForAnAdministrator() {
        String number = desk.requester.asksFor(Use.lowRisk().with("netflixContact", ADDRESS));
        desk.takesFromContacts("leaver");

        assertThat(desk.givesUpOn("discloseToNetflixContact").getIncidentMessage())
                .contains(number, "administrator", "correct the contact")
                .doesNotContain(ADDRESS);

        assertThat(desk.told("GenAI use disclosed")).isEmpty();
        assertThat(desk.onRecord().status()).isEqualTo(Status.IN_TRIAGE);
        assertThat(desk.events()).doesNotContain(EventType.USE_DISCLOSED);
    }

    @Test
    void isDisclosedToTheRightOneOnceTheContactIsCorrected() {
        String number = desk.requester.asksFor(Use.lowRisk().with("netflixContact", ADDRESS));
        desk.takesFromContacts("leaver");
        desk.givesUpOn("discloseToNetflixContact");

        named.corrected(number, "admin", ADDRESS, "contact@desk.example", "contact", "Left the studio.");
        desk.process.tryToDiscloseAgain(number);
        desk.runs("discloseToNetflixContact");

        assertThat(desk.told("GenAI use disclosed")).containsExactly("contact@desk.example");
        assertThat(desk.onRecord().status()).isEqualTo(Status.DISCLOSED);
        assertThat(audit.verify().broken()).isEmpty();
    }

    @Test
    void isNotTheRequesterEvenWhereAnEarlierDeskTookThat() {
        String number = desk.requester.asksFor(Use.lowRisk().with("netflixContact", ADDRESS));
        desk.jdbc
                .sql("update clearance_case set netflix_contact = 'Requester@desk.example' where number = ?")
                .param(number)
                .update();

        desk.givesUpOn("discloseToNetflixContact");

        assertThat(desk.told("GenAI use disclosed")).isEmpty();
        assertThat(desk.events()).doesNotContain(EventType.USE_DISCLOSED);
        desk.jdbc
                .sql("update clearance_case set netflix_contact = ? where number = ?")
                .params(ADDRESS, number)
                .update();
    }

    @Test
    void getsNoLetterWhichTheOtherContactsGet() {
        desk.requester.asksFor(Use.keyVisual().with("netflixContact", ADDRESS));
        desk.legal.clears();
        desk.goesOn();
        desk.approver.answers("approveInWriting", Map.of("approvalOutcome", "APPROVED"));
        desk.runs("issueWrittenApproval");
        desk.takesFromContacts("leaver");

        desk.runs("sendWrittenApproval");

        assertThat(desk.told("Approved in writing"))
                .contains("requester@desk.example", "contact@desk.example")
                .doesNotContain(ADDRESS);
    }

    @Test
    void coversNoUseUntilSomebodyElseWasTold() {
        desk.requester.asksFor(Use.inDoubt().with("netflixContact", ADDRESS));
        desk.takesFromContacts("leaver");
        desk.contact.answers(
                "assessEscalatedUse", Map.of("escalationOutcome", "INFORM_ONLY", "escalationReason", "Fine."));

        desk.givesUpOn("discloseToNetflixContact");
        desk.sendsWaitingMail();

        assertThat(desk.told("You can go ahead")).isEmpty();
        assertThat(desk.onRecord().status()).isEqualTo(Status.ESCALATED);
    }
}
