package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.clearancedesk.audit.RecordAudit;
import org.clearancedesk.consent.Consent;
import org.clearancedesk.consent.ConsentChanges;
import org.clearancedesk.consent.ConsentList;
import org.clearancedesk.consent.ConsentSearch;
import org.clearancedesk.consent.ConsentState;
import org.clearancedesk.register.EventType;
import org.clearancedesk.register.LetterRepository;
import org.clearancedesk.register.Status;
import org.clearancedesk.register.Viewer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An approval needs every consent, in force, at the moment of the decision and until the letter is out. */
@Scenario
class ConsentBeforeApprovalTest {

    private static final Viewer EVERYTHING = new Viewer("admin", Set.of(), Set.of(), null, true);

    private final Desk desk;
    private final ConsentList consents;
    private final ConsentChanges changes;
    private final LetterRepository letters;
    private final RecordAudit audit;

    ConsentBeforeApprovalTest(
            Desk desk, ConsentList consents, ConsentChanges changes, LetterRepository letters, RecordAudit audit) {
        this.desk = desk;
        this.consents = consents;
        this.changes = changes;
        this.letters = letters;
        this.audit = audit;
    }

    private Consent consent(String performer) {
        return consents.find(new ConsentSearch(desk.number(), null, null, 0, 10), EVERYTHING).consents().stream()
                .filter(each -> each.performer().equals(performer))
                .findFirst()
                .orElseThrow();
    }

    private ConsentState state(String performer) {
        return consent(performer).state();
    }

    private void upToTheApprover(Map<String, Object> terms) {
        upToTheApprover("Ana", terms);
    }

    private void upToTheApprover(String performer, Map<String, Object> terms) {
        desk.requester.asksFor(Use.deAgeing(performer));
        desk.legal.clears();
        desk.talent.answersOn(performer, Map.of("consentOutcome", "CONFIRMED", "consent", terms));
        desk.goesOn();
    }

    private void assertNotApproved(Map<String, Object> answers, String sentence) {
        int events = desk.events().size();

        assertThatExceptionOfType(ProcessEngineException.class)
                .isThrownBy(() -> desk.approver.answers("approveInWriting", answers))
                .withMessageContaining(sentence);

        assertThat(desk.waitingSteps()).containsExactly("approveInWriting");
        assertThat(desk.events()).hasSize(events);
    }

    @Test
    void isAskedWhenItsTaskComesUpAndGivenWhenItIsConfirmed() {
        desk.requester.asksFor(Use.deAgeing("Ana", "Bruno", "Carmen", "Dora"));
        assertThat(List.of(state("Ana"), state("Bruno"), state("Carmen"), state("Dora")))
                .containsOnly(ConsentState.ASKED);

        desk.talent.confirms("Ana");
        desk.talent.saysOf("Bruno", "NOT_REQUIRED", "Only his back is seen.");
        desk.talent.saysOf("Carmen", "REFUSED", "She does not want it.");
        desk.talent.saysOf("Dora", "CHANGES_NEEDED", "Which scenes?");

        assertThat(state("Ana")).isEqualTo(ConsentState.GIVEN);
        assertThat(state("Bruno")).isEqualTo(ConsentState.NOT_REQUIRED);
        assertThat(state("Carmen")).isEqualTo(ConsentState.REFUSED);
        assertThat(consent("Carmen").reason()).isEqualTo("She does not want it.");
        assertThat(state("Dora")).isEqualTo(ConsentState.ASKED);
        assertThat(desk.events().stream().filter(EventType.CONSENT_CHANGED::equals))
                .as("four were asked, three answered")
                .hasSize(7);
    }

    @Test
    void keepsAllItsTerms() {
        upToTheApprover(Answers.consent());

        Consent kept = consent("Ana");

        assertThat(kept.terms()).isNotNull();
        assertThat(kept.terms().languages()).containsExactly("Spanish");
        assertThat(kept.terms().compensation()).isEqualTo("Session day and residuals");
        assertThat(kept.title()).isEqualTo("El Eternauta");
        assertThat(kept.setBy()).isEqualTo("talent");
    }

    @Test
    void letsTheApprovalThroughWhenItHolds() {
        upToTheApprover(Answers.consent());

        desk.approver.approves();
        desk.runs("issueWrittenApproval");

        assertThat(desk.onRecord().status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void isAskedAgainInTheNextRound() {
        upToTheApprover(Answers.consent());
        desk.approver.wantsChangesBeforeApproval("Which scenes?");
        desk.requester.amends(Use.deAgeing("Ana"));

        assertThat(state("Ana")).isEqualTo(ConsentState.ASKED);
        assertThat(consent("Ana").terms()).isNull();
    }

    @Test
    void blocksWhenItWasWithdrawnMeanwhile() {
        upToTheApprover("Wanda", Answers.consent());
        changes.withdraw(consent("Wanda").id(), "She changed her mind.", "talent");

        assertNotApproved(Answers.approved(), "Wanda has withdrawn the consent: “She changed her mind.”");

        desk.approver.refusesApproval("Wanda does not want it.");
        assertThat(desk.waitingSteps()).isEmpty();
    }

    @Test
    void blocksWhenItWasLimitedMeanwhile() {
        upToTheApprover("Walter", Answers.consent());
        changes.limit(consent("Walter").id(), "Not in the song.", "By phone.", "talent");

        assertNotApproved(Answers.approved(), "Walter has limited the consent to “Not in the song.”");
    }

    @Test
    void blocksWhenItIsMissing() {
        upToTheApprover(Answers.consent());
        desk.jdbc
                .sql("create table consent_kept as select * from clearance_consent where case_number = ?")
                .param(desk.number())
                .update();
        try {
            desk.jdbc
                    .sql("delete from clearance_consent where case_number = ?")
                    .param(desk.number())
                    .update();

            assertNotApproved(Answers.approved(), "The consent of Ana is missing.");
        } finally {
            desk.jdbc
                    .sql("insert into clearance_consent select * from consent_kept")
                    .update();
            desk.jdbc.sql("drop table consent_kept").update();
        }
    }

    @Test
    void blocksWhenItHasEnded() {
        Map<String, Object> terms = new HashMap<>(Answers.consent());
        LocalDate today = LocalDate.now(desk.clock);
        terms.put("firstUseAt", today + "T08:00");
        terms.put("agreement", "No union agreement: individual contract");
        terms.put("agreementVersion", "none");
        terms.put("validUntil", today.plusDays(1).toString());
        upToTheApprover(terms);

        desk.clock.passes(Duration.ofDays(2));

        assertThat(state("Ana")).isEqualTo(ConsentState.EXPIRED);
        assertNotApproved(Answers.approved(), "The consent of Ana ended on " + today.plusDays(1) + ".");
    }

    @Test
    void blocksAnApprovalThatWouldOutlastIt() {
        Map<String, Object> terms = new HashMap<>(Answers.consent());
        LocalDate end = LocalDate.now(desk.clock).plusYears(1);
        terms.put("validUntil", end.toString());
        upToTheApprover(terms);

        assertNotApproved(Answers.approved(), "The consent of Ana ends on %s.".formatted(end));
        assertNotApproved(
                Map.of(
                        "approvalOutcome",
                        "APPROVED",
                        "validUntil",
                        end.plusDays(1).toString()),
                "Please choose that day or an earlier one");

        desk.approver.answers("approveInWriting", Map.of("approvalOutcome", "APPROVED", "validUntil", end.toString()));
        desk.runs("issueWrittenApproval");
        assertThat(desk.onRecord().status()).isEqualTo(Status.APPROVED);
    }

    static Stream<Arguments> thatDoNotCarryTheUse() {
        return Stream.of(
                Arguments.of("DECEASED", Map.of("representative", "Her estate"), "the day on which the union was told"),
                Arguments.of("DECEASED", Map.of("unionNotifiedOn", "2026-11-02"), "Please name the estate"),
                Arguments.of("MINOR", Map.of("note", "A school scene."), "Please name the parent or guardian"),
                Arguments.of("PRINCIPAL", Map.of("noticeGivenAt", "2026-11-28T08:01"), "48 hours"),
                Arguments.of("PRINCIPAL", Map.of("titles", List.of("Pedro Páramo")), "Another title needs another"),
                Arguments.of("PRINCIPAL", Map.of("kind", "ALTERATION"), "not described to them"));
    }

    @ParameterizedTest
    @MethodSource("thatDoNotCarryTheUse")
    void isNotTakenSoThatNobodyIsAskedToApprove(String role, Map<String, Object> besides, String sentence) {
        desk.requester.asksFor(Use.deAgeing()
                .with(
                        "performers",
                        List.of(Map.of(
                                "name", "Ana", "role", role, "representative", "Her agent", "use", "Shown younger"))));
        desk.legal.clears();
        Map<String, Object> terms = new HashMap<>(Answers.consent());
        terms.putAll(besides);

        assertThatExceptionOfType(ProcessEngineException.class)
                .isThrownBy(() -> desk.talent.answersOn("Ana", Map.of("consentOutcome", "CONFIRMED", "consent", terms)))
                .withMessageContaining(sentence);

        desk.goesOn();
        assertThat(desk.waitingSteps()).containsExactly("confirmConsent");
        assertThat(state("Ana")).isEqualTo(ConsentState.ASKED);
        assertThat(desk.events()).doesNotContain(EventType.CONSENT_REVIEWED);
    }

    @Test
    void bringsTheRequestBackWhenItIsWithdrawnAfterTheDecision() {
        upToTheApprover("Wilma", Answers.consent());
        desk.approver.approves();
        changes.withdraw(consent("Wilma").id(), "She changed her mind.", "talent");

        desk.runs("issueWrittenApproval");
        desk.sendsWaitingMail();

        assertThat(letters.ofCase(desk.number())).isEmpty();
        assertThat(incidents()).isZero();
        assertThat(desk.onRecord().status()).isEqualTo(Status.CHANGES_NEEDED);
        assertThat(desk.waitingSteps()).containsExactly("amendRequest");
        assertThat(desk.events()).doesNotContain(EventType.LETTER_ISSUED);
        assertThat(desk.told("Not approved after all")).containsExactly("requester@desk.example");
        assertThat(desk.told("Changes needed")).isEmpty();
        assertThat(desk.mails())
                .filteredOn(mail -> mail.subject().contains("Not approved after all"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("Wilma has withdrawn the consent"));
        assertThat(audit.verify(desk.number())).isEmpty();

        desk.requester.amends(Use.deAgeing("Bruno"));
        desk.legal.clears();
        desk.talent.confirms("Bruno");
        desk.goesOn();
        desk.approver.approves();
        desk.runs("issueWrittenApproval");
        assertThat(desk.onRecord().status()).isEqualTo(Status.APPROVED);
        assertThat(audit.verify(desk.number())).isEmpty();
    }

    @Test
    void bringsAConfidentialRequestBackWithoutTellingWhose() {
        desk.requester.asksFor(Use.deAgeing("Wilhelmina").with("codeName", "Project Heron"));
        desk.legal.clears();
        desk.talent.answers("confirmConsent", Answers.consentConfirmed());
        desk.goesOn();
        desk.approver.approves();
        changes.withdraw(consent("Confidential").id(), "She hates the role.", "talent");

        desk.runs("issueWrittenApproval");
        desk.sendsWaitingMail();

        assertThat(incidents()).isZero();
        assertThat(letters.ofCase(desk.number())).isEmpty();
        assertThat(desk.waitingSteps()).containsExactly("amendRequest");
        assertThat(desk.told("Not approved after all")).containsExactly("requester@desk.example");
        assertThat(desk.mails()).isNotEmpty().allSatisfy(mail -> assertThat(mail.subject() + mail.text())
                .doesNotContain("Wilhelmina", "hates"));
        assertThat(desk.history
                        .createHistoricVariableInstanceQuery()
                        .disableCustomObjectDeserialization()
                        .list())
                .extracting(variable -> String.valueOf(variable.getValue()))
                .noneMatch(value -> value.contains("Wilhelmina") || value.contains("hates"));
    }

    @Test
    void tellsWhoeverAskedAndWasAskedAtOnceWhenItIsWithdrawnUnderWay() {
        upToTheApprover("Wanja", Answers.consent());

        changes.withdraw(consent("Wanja").id(), "He changed his mind.", "talent");
        desk.sendsWaitingMail();

        assertThat(desk.waitingSteps()).containsExactly("approveInWriting");
        assertThat(desk.told("A consent no longer holds"))
                .contains(
                        "requester@desk.example", "legal@desk.example", "talent@desk.example", "approver@desk.example")
                .doesNotContain("carla@studio.example", "contact@desk.example");
        assertThat(desk.mails())
                .filteredOn(mail -> mail.subject().contains("A consent no longer holds"))
                .allSatisfy(mail -> assertThat(mail.text()).contains("Wanja has withdrawn the consent"));
    }

    @Test
    void aLastDayThatIsOverBeforeTheLetterIsOutBringsTheRequestBack() {
        upToTheApprover(Answers.consent());
        LocalDate last = LocalDate.now(desk.clock).plusDays(3);
        desk.approver.answers("approveInWriting", Map.of("approvalOutcome", "APPROVED", "validUntil", last.toString()));
        desk.clock.passes(Duration.ofDays(4));

        desk.runs("issueWrittenApproval");
        desk.sendsWaitingMail();

        assertThat(letters.ofCase(desk.number())).isEmpty();
        assertThat(incidents()).isZero();
        assertThat(desk.onRecord().status()).isEqualTo(Status.CHANGES_NEEDED);
        assertThat(desk.waitingSteps()).containsExactly("amendRequest");
        assertThat(desk.mails())
                .filteredOn(mail -> mail.subject().contains("Not approved after all"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains(last.toString()));
    }

    private long incidents() {
        return desk.runtime
                .createIncidentQuery()
                .processInstanceId(desk.past().getId())
                .count();
    }

    @Test
    void isNotConfirmedForAnotherTitleNorAnotherKindNorUnderAnUnknownAgreement() {
        desk.requester.asksFor(Use.deAgeing("Ana"));
        Map<String, String> wrong = Map.of(
                "titles", "Another title needs another consent", "kind", "another kind", "agreement", "no agreement");
        wrong.forEach((field, sentence) -> {
            Map<String, Object> terms = new HashMap<>(Answers.consent());
            terms.put(
                    field,
                    switch (field) {
                        case "titles" -> List.of("Pedro Páramo");
                        case "kind" -> "ALTERATION";
                        default -> "Handshake";
                    });

            assertThatExceptionOfType(ProcessEngineException.class)
                    .isThrownBy(
                            () -> desk.talent.answersOn("Ana", Map.of("consentOutcome", "CONFIRMED", "consent", terms)))
                    .withMessageContaining(sentence);
        });

        assertThat(state("Ana")).isEqualTo(ConsentState.ASKED);
        assertThat(desk.events()).doesNotContain(EventType.CONSENT_REVIEWED);
    }
}
