package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.clearancedesk.register.EventType;
import org.clearancedesk.register.LetterRepository;
import org.clearancedesk.register.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever completes a task may send any variable along, by Tasklist's own calls. None of them gets anywhere. */
@Scenario
class TamperedVariablesTest {

    private static final String NOT_ASKED = "is not asked for here and cannot be given.";

    private final Desk desk;
    private final LetterRepository letters;

    TamperedVariablesTest(Desk desk, LetterRepository letters) {
        this.desk = desk;
        this.letters = letters;
    }

    static List<Map<String, Object>> theDesksOwn() {
        return List.of(
                Map.of("tier", "LOW"),
                Map.of("reviews", List.of("LEGAL")),
                Map.of("findings", List.of()),
                Map.of("guidelineVersion", "1999-01-01"),
                Map.of("request", Use.lowRisk().request()),
                Map.of("requester", "requester2"),
                Map.of("requestNumber", "GC-2026-000001"),
                Map.of("consentNeeded", false),
                Map.of("consentNeeded", "false"),
                Map.of("legalNeeded", false),
                Map.of("consentsNeeded", 0),
                Map.of("consentsNeeded", 1));
    }

    @ParameterizedTest
    @MethodSource("theDesksOwn")
    void thatAreTheDesksOwnAreRefusedAtTheEscalation(Map<String, Object> tampered) {
        desk.requester.asksFor(Use.inDoubtWithCraft().naming("Subtitlers", "Translators"));

        assertThatThrownBy(() ->
                        desk.contact.answersWith("assessEscalatedUse", Answers.assessment("APPROVAL_NEEDED"), tampered))
                .hasMessageContaining(NOT_ASKED);

        assertThat(desk.waitingSteps()).containsExactly("assessEscalatedUse");
        desk.contact.assesses("APPROVAL_NEEDED");
        assertThat(desk.waitingSteps()).containsExactly("confirmConsent", "confirmConsent", "reviewLegalExposure");
    }

    @ParameterizedTest
    @MethodSource("theDesksOwn")
    void thatAreTheDesksOwnAreRefusedAtAReview(Map<String, Object> tampered) {
        desk.requester.asksFor(Use.deAgeing("Ana", "Bruno"));

        assertThatThrownBy(() -> desk.legal.answersWith("reviewLegalExposure", Answers.legalClears(), tampered))
                .hasMessageContaining(NOT_ASKED);
        assertThatThrownBy(() -> desk.talent.answersWith("confirmConsent", Answers.consentConfirmed(), tampered))
                .hasMessageContaining(NOT_ASKED);

        assertThat(desk.waitingSteps()).containsExactly("confirmConsent", "confirmConsent", "reviewLegalExposure");
        assertThat(desk.events()).doesNotContain(EventType.LEGAL_REVIEWED, EventType.CONSENT_REVIEWED);
    }

    @ParameterizedTest
    @MethodSource("theDesksOwn")
    void thatAreTheDesksOwnAreRefusedAtAnAmendment(Map<String, Object> tampered) {
        desk.requester.asksFor(Use.deAgeing("Ana", "Bruno"));
        desk.legal.wantsLegalChanges("Please name the shots.");
        desk.talent.confirms("Ana");
        desk.talent.confirms("Bruno");
        desk.goesOn();
        Map<String, Object> amendment =
                Map.of("request", Use.deAgeing("Ana", "Bruno").request());

        if (!tampered.containsKey("request")) {
            assertThatThrownBy(() -> desk.requester.answersWith("amendRequest", tampered, amendment))
                    .hasMessageContaining(NOT_ASKED);
            assertThat(desk.waitingSteps()).containsExactly("amendRequest");
        }
        desk.requester.answers("amendRequest", amendment);

        assertThat(desk.waitingSteps()).containsExactly("confirmConsent", "confirmConsent", "reviewLegalExposure");
        assertThat(desk.variable("requester")).isEqualTo("requester");
        assertThat(desk.variable("requestNumber")).isEqualTo(desk.number());
        desk.legal.clears();
        desk.talent.confirms("Ana");
        desk.talent.confirms("Bruno");
        desk.goesOn();
        assertThat(desk.waitingSteps()).containsExactly("approveInWriting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLEARED", "CHANGES_NEEDED"})
    void cannotReplaceTheVerdict(String verdict) {
        desk.requester.asksFor(Use.keyVisual());

        assertThatThrownBy(() -> desk.legal.answersWith(
                        "reviewLegalExposure", Answers.legal("REFUSED", "Not ours."), Map.of("verdict", verdict)))
                .hasMessageContaining(NOT_ASKED);
        desk.legal.answers("reviewLegalExposure", Answers.legal("REFUSED", "Not ours."));
        desk.goesOn();

        assertThat(desk.onRecord().status()).isEqualTo(Status.REFUSED);
    }

    @Test
    void cannotLeaveTheApproversAnswerBehind() {
        desk.requester.asksFor(Use.keyVisual());

        assertThatThrownBy(
                        () -> desk.legal.answersWith("reviewLegalExposure", Answers.legalClears(), Answers.approved()))
                .hasMessageContaining("“approvalOutcome” " + NOT_ASKED);

        desk.legal.clears();
        desk.goesOn();
        assertThatThrownBy(() -> desk.approver.answers("approveInWriting", Map.of()))
                .hasMessageContaining("“approvalOutcome” is missing");
    }

    @Test
    void cannotAnswerForTheReviewNextDoor() {
        desk.requester.asksFor(Use.deAgeing("Ana"));

        assertThatThrownBy(() ->
                        desk.talent.answersWith("confirmConsent", Answers.consentConfirmed(), Answers.legalClears()))
                .hasMessageContaining("“legalOutcome” " + NOT_ASKED);
        assertThatThrownBy(() -> desk.legal.answersWith(
                        "reviewLegalExposure", Answers.legalClears(), Answers.consentConfirmed()))
                .hasMessageContaining(NOT_ASKED);

        desk.legal.clears();
        desk.goesOn();
        assertThatThrownBy(() -> desk.talent.answers("confirmConsent", Map.of()))
                .hasMessageContaining("“consentOutcome” is missing");
    }

    @Test
    void cannotMakeOneConsentCountForSomebodyElse() {
        desk.requester.asksFor(Use.deAgeing("Ana", "Bruno"));
        Task ana = desk.consentTask("Ana");
        Object bruno = desk.tasks.getVariable(desk.consentTask("Bruno").getId(), "performer");

        assertThatThrownBy(() -> desk.talent.answersOn(
                        "Ana",
                        Map.of(
                                "consentOutcome",
                                "CONFIRMED",
                                "consent",
                                Answers.consent(),
                                "performer",
                                bruno,
                                "loopCounter",
                                1)))
                .hasMessageContaining(NOT_ASKED);
        assertThatThrownBy(() -> desk.talent.answersOn(
                        "Ana",
                        Map.of(
                                "consentOutcome", "CONFIRMED",
                                "consent", Answers.consent(),
                                "performer", Map.of("name", "Zoe", "role", "PRINCIPAL", "use", "None"))))
                .hasMessageContaining(NOT_ASKED);

        assertThat(desk.consentTask("Ana").getId()).isEqualTo(ana.getId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances", "loopCounter"})
    void cannotEndTheConsentsBeforeEverybodyWasAsked(String counter) {
        for (int count : new int[] {0, 1, 2}) {
            desk.requester.asksFor(Use.deAgeing("Ana", "Bruno"));
            desk.legal.clears();
            Map<String, Object> answers =
                    Map.of("consentOutcome", "CONFIRMED", "consent", Answers.consent(), counter, count);
            assertThatThrownBy(() -> desk.talent.answersOn("Ana", answers)).hasMessageContaining(NOT_ASKED);
            desk.goesOn();

            assertThat(desk.waitingSteps()).containsExactly("confirmConsent", "confirmConsent");
            assertThat(desk.events()).doesNotContain(EventType.REVIEWS_COMBINED);
            assertThat(letters.ofCase(desk.number())).isEmpty();
        }
    }

    @Test
    void areRefusedWithTheIntakeForm() {
        long before = desk.cases.numbers().size();

        assertThatThrownBy(() -> desk.requester.sendsTheForm(Map.of(
                        "request", Use.deAgeing("Ana").request(),
                        "tier", "LOW",
                        "verdict", "CLEARED",
                        "requester", "requester2",
                        "approvalOutcome", "APPROVED",
                        "consentNeeded", false)))
                .hasMessageContaining(NOT_ASKED);

        assertThat(desk.cases.numbers()).hasSize((int) before);
    }
}
