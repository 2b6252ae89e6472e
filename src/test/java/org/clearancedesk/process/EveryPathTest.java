package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.clearancedesk.approval.Suspension;
import org.clearancedesk.audit.RecordAudit;
import org.clearancedesk.engine.Models;
import org.clearancedesk.intake.Step;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;

/** Each story is an ordered trace of the diagram; together they leave no node and no arrow of the models untouched. */
@Scenario
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryPathTest {

    private static final List<String> TRIAGE = List.of(
            "genAIUseRequested",
            "registerRequest",
            "joinTriage",
            "triageAgainstGuidelines",
            "lookForStandingApproval",
            "isItCovered",
            "joinGuidelines",
            "whatDoTheGuidelinesAskFor");
    private static final List<String> AGAIN = TRIAGE.subList(2, TRIAGE.size());
    private static final List<String> DISCLOSURE =
            List.of("joinDisclosure", "discloseToNetflixContact", "useDisclosed");
    private static final List<String> LETTER =
            List.of("isItApproved", "issueWrittenApproval", "sendWrittenApproval", "approvedInWriting");
    private static final List<String> REFUSAL = List.of("joinRefusal", "recordRefusal", "sendRefusal", "refused");

    private final Desk desk;
    private final PassedFlows flows;
    private final HistoryService history;
    private final Life life;
    private final ManagementService jobs;
    private final RecordAudit audit;

    EveryPathTest(
            Desk desk,
            Life life,
            PassedFlows flows,
            HistoryService history,
            ManagementService jobs,
            RecordAudit audit) {
        this.desk = desk;
        this.life = life;
        this.flows = flows;
        this.history = history;
        this.jobs = jobs;
        this.audit = audit;
    }

    @Test
    void lowRiskIsDisclosed() {
        desk.requester.asksFor(Use.lowRisk());
        desk.runs("discloseToNetflixContact");

        assertRoute(TRIAGE, DISCLOSURE);
    }

    @Test
    void coveredByAStandingApproval() {
        Use use = Use.keyVisual().with("production", Map.of("code", "EVERY-PATH", "title", "Every path"));
        String base = life.begins(Map.of("approvalOutcome", "APPROVED"), use);
        LocalDate until = LocalDate.ofInstant(desk.clock.instant(), desk.clock.getZone());
        life.grants(desk.approver, base, 1, until);
        desk.requester.asksFor(use);
        desk.runs("discloseCoveredUse");

        assertRoute(TRIAGE.subList(0, TRIAGE.size() - 2), List.of("discloseCoveredUse", "coveredByStandingApproval"));
    }

    @Test
    void coveredByAStandingApprovalThatWasOverBeforeAnybodyWasTold() {
        Use use = Use.keyVisual().with("production", Map.of("code", "OVER", "title", "Over"));
        String base = life.begins(Map.of("approvalOutcome", "APPROVED"), use);
        life.grants(desk.approver, base, 1, LocalDate.ofInstant(desk.clock.instant(), desk.clock.getZone()));
        String number = desk.requester.asksFor(use);
        desk.follow(base);
        life.revokes(desk.legal, "Forged.");
        desk.follow(number);
        desk.runs("discloseCoveredUse");

        assertThat(desk.route())
                .containsSubsequence(
                        "isItCovered", "standingApprovalOver", "joinGuidelines", "whatDoTheGuidelinesAskFor");
        assertThat(desk.waitingSteps()).containsExactly("reviewLegalExposure");
    }

    @Test
    void approvedForATimeThatWasOverBeforeTheLetterWasOut() {
        desk.requester.asksFor(Use.keyVisual());
        desk.legal.clears();
        desk.goesOn();
        LocalDate today = LocalDate.ofInstant(desk.clock.instant(), desk.clock.getZone());
        desk.approver.answers(
                "approveInWriting", Map.of("approvalOutcome", "APPROVED", "validUntil", today.toString()));
        desk.clock.passes(Duration.ofDays(2));
        desk.runs("issueWrittenApproval");

        assertThat(desk.route()).containsSubsequence("isItApproved", "decisionOvertaken", "joinAmendment");
        assertThat(desk.waitingSteps()).containsExactly("amendRequest");
    }

    @Test
    void inDoubtAndInformingIsEnough() {
        desk.requester.asksFor(Use.inDoubt());
        desk.contact.assesses("INFORM_ONLY");
        desk.runs("discloseToNetflixContact");

        assertRoute(TRIAGE, List.of("assessEscalatedUse", "isWrittenApprovalNeeded"), DISCLOSURE);
    }

    @Test
    void inDoubtAndApprovedInWriting() {
        desk.requester.asksFor(Use.inDoubt());
        desk.contact.assesses("APPROVAL_NEEDED");
        desk.legal.clears();
        desk.runs("reviewLegalExposure");
        desk.approver.approves();
        desk.runs("issueWrittenApproval");
        desk.runs("sendWrittenApproval");

        assertRoute(
                TRIAGE,
                List.of("assessEscalatedUse", "isWrittenApprovalNeeded"),
                List.of("joinReviews", "whichReviewsAreNeeded", "reviewLegalExposure", "joinOpinions"),
                List.of("combineReviews", "whatDidTheReviewsSay", "approveInWriting"),
                LETTER);
    }

    @Test
    void reviewedByAllAtOnceAndApprovedInWriting() {
        desk.requester.asksFor(Use.deAgeing("Ana", "Bruno"));
        desk.talent.confirms("Bruno");
        desk.legal.clears();
        desk.talent.confirms("Ana");
        desk.runs("confirmConsent");
        desk.runs("reviewLegalExposure");
        assertThat(desk.waitingSteps()).isEmpty();
        desk.runs("confirmConsent");
        desk.approver.approves();
        desk.runs("issueWrittenApproval");
        desk.runs("sendWrittenApproval");

        assertThat(desk.route())
                .containsSubsequence("joinReviews", "whichReviewsAreNeeded", "reviewLegalExposure", "combineReviews")
                .containsSubsequence("whichReviewsAreNeeded", "confirmConsent", "confirmConsent", "joinOpinions")
                .endsWith(LETTER.toArray(String[]::new))
                .containsOnlyOnce("combineReviews")
                .doesNotContain("amendRequest", "recordRefusal", "recordWithdrawal");
    }

    @Test
    void refusedByReview() {
        desk.requester.asksFor(Use.keyVisual());
        desk.legal.refusesLegally("The artwork is not cleared.");
        desk.runs("reviewLegalExposure");
        desk.runs("sendRefusal");

        assertThat(desk.route())
                .endsWith(
                        "combineReviews",
                        "whatDidTheReviewsSay",
                        "joinRefusal",
                        "recordRefusal",
                        "sendRefusal",
                        "refused")
                .doesNotContain("approveInWriting", "issueWrittenApproval");
    }

    @Test
    void refusedByTheApprover() {
        desk.requester.asksFor(Use.keyVisual());
        desk.legal.clears();
        desk.runs("reviewLegalExposure");
        desk.approver.refusesApproval("Not in this season.");
        desk.runs("sendRefusal");

        assertThat(desk.route())
                .containsSubsequence(List.of("approveInWriting", "isItApproved"))
                .endsWith(REFUSAL.toArray(String[]::new))
                .doesNotContain("issueWrittenApproval");
    }

    @Test
    void changedForAReviewAndForTheApprover() {
        desk.requester.asksFor(Use.keyVisual());
        desk.legal.wantsLegalChanges("Please name the shots.");
        desk.runs("reviewLegalExposure");
        desk.requester.amends(Use.keyVisual());
        desk.legal.clears();
        desk.runs("reviewLegalExposure");
        desk.approver.wantsChangesBeforeApproval("Please name the season.");
        desk.requester.amends(Use.lowRisk());
        desk.runs("discloseToNetflixContact");

        assertRoute(
                TRIAGE,
                List.of("joinReviews", "whichReviewsAreNeeded", "reviewLegalExposure", "joinOpinions"),
                List.of("combineReviews", "whatDidTheReviewsSay", "joinAmendment", "amendRequest"),
                AGAIN,
                List.of("joinReviews", "whichReviewsAreNeeded", "reviewLegalExposure", "joinOpinions"),
                List.of("combineReviews", "whatDidTheReviewsSay", "approveInWriting", "isItApproved"),
                List.of("joinAmendment", "amendRequest"),
                AGAIN,
                DISCLOSURE);
    }

    @Test
    void withdrawn() {
        desk.requester.asksFor(Use.keyVisual());
        desk.requester.withdraws("The scene was cut.");

        assertThat(desk.route())
                .containsSubsequence("whichReviewsAreNeeded", "requestWithdrawn", "recordWithdrawal", "withdrawn")
                .doesNotContain("combineReviews");
    }

    @Test
    void aNoticeIsSent() {
        desk.requester.asksFor(Use.lowRisk());
        desk.sendsWaitingMail();

        assertThat(history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey(Models.NOTICE_PROCESS)
                        .processInstanceBusinessKey(desk.number())
                        .singleResult()
                        .getEndTime())
                .isNotNull();
    }

    @Test
    void aCheckpointIsTaken() {
        jobs.executeJob(jobs.createJobQuery()
                .processDefinitionKey(Models.CHECKPOINT_PROCESS)
                .timers()
                .singleResult()
                .getId());
        jobs.createJobQuery()
                .processDefinitionKey(Models.CHECKPOINT_PROCESS)
                .messages()
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));

        assertThat(history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey(Models.CHECKPOINT_PROCESS)
                        .unfinished()
                        .count())
                .isZero();
    }

    @Test
    void inForceUntilItsLastDay() {
        life.begins("Keep the prompts.", "Keep the seeds.");
        desk.requester.answers(
                "fulfilCondition", Map.of("conditionOutcome", "FULFILLED", "conditionReason", "They are kept."));
        life.goesOnFor(Duration.ofDays(15));
        desk.requester.answers(
                "fulfilCondition", Map.of("conditionOutcome", "FULFILLED", "conditionReason", "They are kept."));
        life.goesOnFor(Duration.ofDays(690));
        desk.requester.answers("closeOutUse", Map.of("closeOut", Map.of("used", false)));
        life.goesOnFor(Duration.ofDays(30));

        assertThat(life.route())
                .containsSubsequence("suspendForCondition", "suspendedMeanwhile", "conditionSettled", "expired")
                .endsWith("bothOver", "approvalOver");
    }

    @Test
    void heldUpReleasedAndRevoked() {
        life.begins();
        life.holdsUp(desk.talent, Suspension.Cause.CONSENT_LIMITED, "Ana", "Only in Spanish.");
        desk.legal.answers("decideOnHold", Map.of("holdOutcome", "RELEASED", "holdReason", "It is in Spanish."));
        life.holdsUp(desk.talent, Suspension.Cause.CONSENT_WITHDRAWN, "Ana", "Withdrawn.");
        desk.legal.answers("decideOnHold", Map.of("holdOutcome", "REVOKED", "holdReason", "It is withdrawn."));

        assertThat(life.route())
                .containsSubsequence("releaseApproval", "approvalReleased", "decideOnHold", "revokedAfterHold")
                .endsWith("joinRevocation", "recordRevocation", "revoked");

        life.begins();
        life.revokes(desk.approver, "Forged.");
        assertThat(life.route()).endsWith("approvalRevoked", "joinRevocation", "recordRevocation", "revoked");
    }

    @Test
    void supersededByItsRenewal() {
        String earlier = life.begins();
        life.begins(Map.of("approvalOutcome", "APPROVED"), Use.keyVisual().with("predecessor", earlier));
        desk.follow(earlier);

        assertThat(life.route()).endsWith("approvalSuperseded", "recordSupersession", "superseded");
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void leavesRecordsInWhichEveryRowIsWhatTheEventsTell() {
        assertThat(audit.verify().broken()).isEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void leavesWhatSomebodyNeedsInTheHistoryAndNoCopyOfAVariable() {
        assertThat(history.createHistoricTaskInstanceQuery().finished().count()).isPositive();
        assertThat(history.createHistoricDecisionInstanceQuery().count()).isPositive();
        assertThat(history.createHistoricVariableInstanceQuery().count()).isZero();
        assertThat(history.createHistoricDetailQuery().count()).isZero();
        assertThat(history.createHistoricJobLogQuery().successLog().count()).isZero();
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void leavesATimeOfEachStepForWhoeverLooksAfterTheDesk(@Autowired MeterRegistry figures) {
        for (Step step : Step.values()) {
            assertThat(figures.get("clearance.step")
                            .tag("step", step.name())
                            .timer()
                            .count())
                    .as(step.name())
                    .isPositive();
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void leavesNoNodeAndNoArrowOfTheModelsUnpassed() {
        TreeSet<String> nodes = new TreeSet<>();
        TreeSet<String> arrows = new TreeSet<>();
        for (ModelText model : ModelText.ALL) {
            nodes.addAll(model.flowNodes());
            arrows.addAll(model.sequenceFlows());
        }
        assertThat(nodes).contains("confirmConsent", "sendNotice");
        assertThat(arrows).contains("reviewsCleared", "readyToSend");

        history.createHistoricActivityInstanceQuery().finished().list().stream()
                // An escalation takes its own end with it.
                .filter(node -> !node.isCanceled() || node.getActivityType().equals("escalationEndEvent"))
                .forEach(node -> nodes.remove(node.getActivityId()));
        arrows.removeAll(flows.ids());
        // The history leaves out the steps of the outbox; whoever takes its arrows passes all of them.
        assertThat(flows.ids()).contains("readyToSend", "sent");
        List.of("noticeQueued", "sendNotice", "noticeSent").forEach(nodes::remove);

        assertThat(nodes).as("nodes that no story passes").isEmpty();
        assertThat(arrows).as("arrows that no story takes").isEmpty();
    }

    @SafeVarargs
    private void assertRoute(List<String>... parts) {
        assertThat(desk.route())
                .containsExactlyElementsOf(
                        List.of(parts).stream().flatMap(List::stream).toList());
    }
}
