package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.spin.plugin.variable.SpinValues;
import org.clearancedesk.register.EventType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Scenario
class AnswersThatDoNotHoldTest {

    private final Desk desk;

    AnswersThatDoNotHoldTest(Desk desk) {
        this.desk = desk;
    }

    static Stream<Arguments> legalAnswers() {
        return Stream.of(
                Arguments.of(Map.of(), "“legalOutcome” is missing. Please choose one of: CLEARED, "),
                Arguments.of(Map.of("legalOutcome", "cleared"), "“legalOutcome” cannot be “cleared”."),
                Arguments.of(Map.of("legalOutcome", "APPROVED"), "“legalOutcome” cannot be “APPROVED”."),
                Arguments.of(Map.of("legalOutcome", true), "“legalOutcome” is not of the type that is asked for here."),
                Arguments.of(Map.of("legalOutcome", "REFUSED"), "“legalReason” is missing."),
                Arguments.of(Answers.legal("CHANGES_NEEDED", " \n "), "“legalReason” is missing."),
                Arguments.of(Answers.legal("CLEARED_WITH_CONDITIONS", "Ours."), "Please write at least one condition"),
                Arguments.of(
                        Map.of("legalOutcome", "CLEARED", "legalConditions", List.of("Keep the prompts.")),
                        "Conditions are kept only with “cleared with conditions”."),
                Arguments.of(
                        Map.of("legalOutcome", "CLEARED", "legalConditions", "Keep the prompts."),
                        "“legalConditions” is not of the type that is asked for here."),
                Arguments.of(
                        Map.of(
                                "legalOutcome", "CLEARED_WITH_CONDITIONS",
                                "legalReason", "Ours.",
                                "legalConditions", List.of(Map.of("text", "Keep the prompts."))),
                        "“legalConditions[0]” must be a text."));
    }

    @ParameterizedTest
    @MethodSource("legalAnswers")
    void fromLegalAreRefusedWithASentenceAndTheTaskStaysOpen(Map<String, Object> answers, String sentence) {
        desk.requester.asksFor(Use.keyVisual());

        assertRefused("reviewLegalExposure", desk.legal, answers, sentence);

        assertThat(desk.events()).doesNotContain(EventType.LEGAL_REVIEWED);
    }

    static Stream<Arguments> assessments() {
        return Stream.of(
                Arguments.of(Map.of("escalationReason", "Fine."), "“escalationOutcome” is missing."),
                Arguments.of(Answers.assessment("LOW"), "“escalationOutcome” cannot be “LOW”."),
                Arguments.of(Map.of("escalationOutcome", "INFORM_ONLY"), "“escalationReason” is missing."),
                Arguments.of(Map.of("escalationOutcome", "APPROVAL_NEEDED"), "“escalationReason” is missing."));
    }

    @ParameterizedTest
    @MethodSource("assessments")
    void fromTheContactAreRefused(Map<String, Object> answers, String sentence) {
        desk.requester.asksFor(Use.inDoubt());

        assertRefused("assessEscalatedUse", desk.contact, answers, sentence);
    }

    static Stream<Arguments> consentAnswers() {
        return Stream.of(
                Arguments.of(Map.of("consentOutcome", "CLEARED"), "“consentOutcome” cannot be “CLEARED”."),
                Arguments.of(Map.of("consentOutcome", "NOT_REQUIRED"), "“consentReason” is missing."),
                Arguments.of(Map.of("consentOutcome", "CONFIRMED"), "“consent.agreement” is missing."),
                Arguments.of(
                        Map.of("consentOutcome", "CONFIRMED", "consent", "yes"),
                        "“consent” is not of the type that is asked for here."),
                Arguments.of(
                        Map.of("consentOutcome", "CONFIRMED", "consent", List.of("yes")),
                        "“consent” must be an object with named fields."));
    }

    @ParameterizedTest
    @MethodSource("consentAnswers")
    void fromTalentRelationsAreRefused(Map<String, Object> answers, String sentence) {
        desk.requester.asksFor(Use.deAgeing("Ana"));

        assertRefused("confirmConsent", desk.talent, answers, sentence);
    }

    @Test
    void includeAConsentThatIsNothing() {
        desk.requester.asksFor(Use.deAgeing("Ana"));
        Map<String, Object> answers = new HashMap<>(Map.of("consentOutcome", "CONFIRMED"));
        answers.put("consent", SpinValues.jsonValue("null").create());

        assertRefused("confirmConsent", desk.talent, answers, "“consent.agreement” is missing.");
    }

    static Stream<Arguments> approvals() {
        return Stream.of(
                Arguments.of(Map.of("approvalOutcome", "YES"), "“approvalOutcome” cannot be “YES”."),
                Arguments.of(Map.of("approvalOutcome", "REFUSED"), "“approvalReason” is missing."),
                Arguments.of(
                        Map.of("approvalOutcome", "APPROVED", "validUntil", "2020-01-01"),
                        "“Valid until” lies in the past."),
                Arguments.of(
                        Map.of("approvalOutcome", "APPROVED", "validUntil", "2099-01-01"),
                        "An approval holds for two years at most, so until "),
                Arguments.of(
                        Map.of("approvalOutcome", "APPROVED", "validUntil", "soon"),
                        "“validUntil” must be a date like 2026-11-23."));
    }

    @ParameterizedTest
    @MethodSource("approvals")
    void fromTheApproverAreRefused(Map<String, Object> answers, String sentence) {
        desk.requester.asksFor(Use.keyVisual());
        desk.legal.clears();
        desk.goesOn();

        assertRefused("approveInWriting", desk.approver, answers, sentence);

        assertThat(desk.events()).doesNotContain(EventType.APPROVAL_DECIDED);
    }

    @ParameterizedTest
    @ValueSource(ints = {3999, 4000})
    void doNotIncludeAReasonThatJustFits(int length) {
        desk.requester.asksFor(Use.keyVisual());

        assertThatCode(() -> desk.legal.refusesLegally("é".repeat(length))).doesNotThrowAnyException();

        assertThat(desk.cases.opinionsOfThisRound(desk.number()))
                .singleElement()
                .satisfies(given -> assertThat(given.opinion().reason()).hasSize(length));
    }

    @Test
    void includeAReasonThatIsOneCharacterTooLong() {
        desk.requester.asksFor(Use.keyVisual());

        assertRefused(
                "reviewLegalExposure",
                desk.legal,
                Answers.legal("REFUSED", "é".repeat(4001)),
                "“legalReason” has 4,001 characters; 4,000 fit. Please shorten it.");
    }

    @Test
    void includeAReasonThatFitsOnlyWithoutItsBlanks() {
        desk.requester.asksFor(Use.keyVisual());

        assertRefused(
                "reviewLegalExposure",
                desk.legal,
                Answers.legal("REFUSED", "é".repeat(4000) + "\n"),
                "“legalReason” fits only without the blank characters around it.");
    }

    /** That legal has taken its review up is told as well, and stays so. */
    private List<EventType> said() {
        return desk.events().stream()
                .filter(event -> event != EventType.REVIEW_TAKEN)
                .toList();
    }

    private void assertRefused(String step, Person person, Map<String, Object> answers, String sentence) {
        List<EventType> before = said();

        assertThatExceptionOfType(ProcessEngineException.class)
                .isThrownBy(() -> person.answers(step, answers))
                .withMessageContaining(sentence);

        assertThat(desk.waitingSteps()).contains(step);
        assertThat(said()).isEqualTo(before);
        assertThat(desk.task(step).getAssignee()).isNull();
        answers.keySet()
                .forEach(name -> assertThat(desk.variable(name)).as(name).isNull());
    }
}
