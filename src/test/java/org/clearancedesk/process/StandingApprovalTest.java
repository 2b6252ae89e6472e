package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.clearancedesk.register.EventType.*;
import static org.clearancedesk.register.EventType.USE_GIVEN_BACK;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.IdentityService;
import org.clearancedesk.approval.Suspension;
import org.clearancedesk.audit.RecordAudit;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.register.Status;
import org.clearancedesk.standing.StandingApprovals;
import org.junit.jupiter.api.Test;

/** Noise reduction on dialogue, approved once, then for more of the same; each story has a production of its own. */
@Scenario
class StandingApprovalTest {

    private final Desk desk;
    private final Life life;
    private final StandingApprovals standing;
    private final CurrentCaller caller;
    private final RecordAudit audit;
    private final IdentityService identity;
    private final Use routine = Use.of("TE-04").with("production", production());

    StandingApprovalTest(
            Desk desk,
            Life life,
            StandingApprovals standing,
            CurrentCaller caller,
            RecordAudit audit,
            IdentityService identity) {
        this.identity = identity;
        this.desk = desk;
        this.life = life;
        this.standing = standing;
        this.caller = caller;
        this.audit = audit;
    }

    private static Map<String, Object> production() {
        return Map.of("code", "R-" + UUID.randomUUID().toString().substring(0, 13), "title", "Routine");
    }

    private LocalDate inDays(int days) {
        return LocalDate.ofInstant(desk.clock.instant(), desk.clock.getZone()).plusDays(days);
    }

    private String approved() {
        return life.begins(Map.of("approvalOutcome", "APPROVED"), routine);
    }

    private String stands(int uses) {
        String base = approved();
        life.grants(desk.approver, base, uses, inDays(30));
        return base;
    }

    private void assertTakesTheNormalRoad(Use use) {
        String number = desk.requester.asksFor(use);
        assertThat(desk.waitingSteps()).containsExactly("reviewLegalExposure");
        assertThat(standing.coveredBy(number)).isEmpty();
        assertThat(desk.events()).doesNotContain(USE_COVERED);
    }

    private Use withTool(String name, String vendor) {
        return routine.with("tool", Map.of("name", name, "vendor", vendor));
    }

    @Test
    void coversALaterUseThatIsTheSameAndTellsContactAndRequester() {
        String base = stands(2);

        String number = desk.requester.asksFor(withTool(" image GENERATOR", "eyeline "));
        assertThat(desk.instance()).isWaitingAtExactly("discloseCoveredUse");
        assertThat(desk.waitingSteps()).isEmpty();
        assertThat(desk.onRecord().status()).as("before the mail is out").isNotEqualTo(Status.COVERED);
        desk.runs("discloseCoveredUse");
        desk.sendsWaitingMail();

        assertThat(desk.past().getEndActivityId()).isEqualTo("coveredByStandingApproval");
        assertThat(desk.onRecord().status()).isEqualTo(Status.COVERED);
        assertThat(desk.events())
                .startsWith(REQUEST_SUBMITTED, TRIAGED, USE_TAKEN, USE_COVERED)
                .doesNotContain(LETTER_ISSUED);
        assertThat(desk.cases.events(number))
                .filteredOn(event -> event.type() == USE_COVERED)
                .singleElement()
                .satisfies(event -> assertThat(event.payload()).contains(base));
        assertThat(desk.told("GenAI use disclosed")).containsExactly("carla@studio.example");
        assertThat(desk.told("You can go ahead")).containsExactly("requester@desk.example");
        assertThat(desk.mails())
                .filteredOn(mail -> mail.text().contains("Covered by the standing approval " + base))
                .hasSize(2);
        assertThat(standing.covered(base)).containsExactly(number);
        assertThat(standing.find(base).orElseThrow().uses()).isEqualTo(1);
        assertThat(audit.verify().broken()).isEmpty();
    }

    @Test
    void takesTheOneThatEndsFirst() {
        String later = approved();
        String sooner = approved();
        life.grants(desk.approver, later, 1, inDays(30));
        life.grants(desk.approver, sooner, 1, inDays(10));

        assertThat(standing.coveredBy(desk.requester.asksFor(routine))).contains(sooner);
        assertThat(standing.coveredBy(desk.requester.asksFor(routine))).contains(later);
        assertTakesTheNormalRoad(routine);
    }

    @Test
    void coversNothingThatDiffersInOneThing() {
        String base = stands(5);
        Map<String, Object> facts = new LinkedHashMap<>();
        ((Map<?, ?>) routine.request().get("facts")).forEach((name, value) -> facts.put(String.valueOf(name), value));
        facts.put(
                "toolTier",
                "VENDOR_ENTERPRISE".equals(facts.get("toolTier")) ? "NETFLIX_ENTERPRISE" : "VENDOR_ENTERPRISE");

        assertTakesTheNormalRoad(routine.with("facts", facts));
        assertTakesTheNormalRoad(withTool("Another generator", "Eyeline"));
        assertTakesTheNormalRoad(withTool("Image generator", "Somebody else"));
        assertTakesTheNormalRoad(routine.with("production", production()));
        assertTakesTheNormalRoad(routine.naming("Ana"));
        assertTakesTheNormalRoad(routine.with("codeName", "Blue Heron"));
        assertTakesTheNormalRoad(routine.with("predecessor", base));
        assertThat(standing.find(base).orElseThrow().uses()).isZero();
    }

    @Test
    void coversOthersOnlyWhenTheyAreOfTheProduction() {
        stands(5);

        desk.otherRequester.asksFor(routine);

        assertThat(desk.waitingSteps()).containsExactly("reviewLegalExposure");
    }

    @Test
    void coversNobodyWhoGrantedApprovedOrReviewedIt() {
        String production = "production-" + ((Map<?, ?>) routine.request().get("production")).get("code");
        String base = desk.requester.asksFor(routine);
        Person reviewing = colleague("bothy-reviewing", production, DeskGroup.LEGAL);
        Person approving = colleague("bothy-approving", production, DeskGroup.APPROVERS);
        Person granting = colleague("bothy-granting", production, DeskGroup.APPROVERS);
        Person neither = colleague("bothy-neither", production);
        reviewing.clears();
        desk.goesOn();
        approving.approves();
        desk.runs("issueWrittenApproval");
        life.grants(granting, base, 5, inDays(30));

        for (Person hand : List.of(reviewing, approving, granting)) {
            String number = hand.asksFor(routine.with("netflixContact", "carla@studio.example"));
            assertThat(desk.waitingSteps()).as(hand.name()).containsExactly("reviewLegalExposure");
            assertThat(standing.coveredBy(number)).as(hand.name()).isEmpty();
            assertThat(desk.events()).as(hand.name()).doesNotContain(USE_TAKEN, USE_COVERED);
        }
        assertThat(standing.find(base).orElseThrow().uses()).isZero();
        assertThat(standing.coveredBy(neither.asksFor(routine))).contains(base);
        for (Person each : List.of(reviewing, approving, granting, neither)) {
            desk.seesOff(each);
        }
    }

    @Test
    void coversTheSamePeopleAndToolHoweverTheyAreSpelled() {
        Use named = routine.naming("Zo\u00EB O'Hara");
        String base = life.begins(Map.of("approvalOutcome", "APPROVED"), named);
        life.grants(desk.approver, base, 5, inDays(30));

        String number = desk.requester.asksFor(routine.naming("zoe\u0308  O\u2019HARA")
                .with("tool", Map.of("name", "Image\u00A0 generator", "vendor", "eyeline")));

        assertThat(standing.coveredBy(number)).contains(base);
        assertTakesTheNormalRoad(routine.naming("Zoe O'Hara"));
    }

    private Person colleague(String name, String production, DeskGroup... besides) {
        List<DeskGroup> groups = new ArrayList<>(List.of(besides));
        groups.add(DeskGroup.REQUESTERS);
        Person person =
                desk.person(name + UUID.randomUUID().toString().substring(0, 8), groups.toArray(DeskGroup[]::new));
        if (identity.createGroupQuery().groupId(production).count() == 0) {
            identity.saveGroup(identity.newGroup(production));
        }
        identity.createMembership(person.name(), production);
        return person;
    }

    @Test
    void coversNothingWhenItIsUsedUpOverOrEnded() {
        String base = stands(1);
        desk.requester.asksFor(routine);
        assertTakesTheNormalRoad(routine);

        String over = approved();
        life.grants(desk.approver, over, 3, inDays(0));
        desk.clock.passes(Duration.ofDays(2));
        assertTakesTheNormalRoad(routine);

        String ended = stands(3);
        desk.onAPage("approver", () -> standing.end(ended, "The mix is over.", caller.get()));
        assertTakesTheNormalRoad(routine);
        assertThatThrownBy(() -> desk.onAPage("approver", () -> standing.end(ended, "The mix is over.", caller.get())))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("ended already");
        assertThat(standing.find(base).orElseThrow().uses()).isEqualTo(1);
    }

    @Test
    void coversNothingWhileTheApprovalIsSuspendedAndAgainOnceItIsReleased() {
        String base = stands(3);
        life.holdsUp(desk.talent, Suspension.Cause.CONSENT_LIMITED, "Ana", "Only in Spanish.");
        assertTakesTheNormalRoad(routine);

        desk.follow(base);
        desk.legal.answers("decideOnHold", Map.of("holdOutcome", "RELEASED", "holdReason", "It is in Spanish."));
        assertThat(standing.coveredBy(desk.requester.asksFor(routine))).contains(base);
    }

    @Test
    void coversNothingWhenTheApprovalIsRevokedOrExpired() {
        stands(3);
        life.revokes(desk.legal, "Forged.");
        assertTakesTheNormalRoad(routine);

        String base = approved();
        life.grants(desk.approver, base, 3, inDays(700));
        life.goesOnFor(Duration.ofDays(1000));
        assertThat(life.status()).isEqualTo(Status.EXPIRED);
        assertTakesTheNormalRoad(routine);
    }

    @Test
    void sendsAUseTheNormalRoadWhenItCameToItsEndBeforeTheMailWasOut() {
        String base = stands(3);
        String number = desk.requester.asksFor(routine);
        desk.follow(base);
        life.revokes(desk.legal, "Forged.");
        desk.follow(number);

        desk.runs("discloseCoveredUse");
        desk.sendsWaitingMail();

        assertIsReviewed(number, base);
        assertThat(desk.told("GenAI use disclosed")).isEmpty();
        assertThat(desk.told("Not covered after all"))
                .containsExactlyInAnyOrder("requester@desk.example", "carla@studio.example");
    }

    @Test
    void isEndedAtOnceWhileTheMailServerHangsAndThenCoversNothing() throws Exception {
        String base = stands(3);
        String number = desk.requester.asksFor(routine);
        try (HeldPost held = desk.post.holdsBack()) {
            CompletableFuture<Void> disclosing = CompletableFuture.runAsync(() -> desk.runs("discloseCoveredUse"));
            held.awaitSomebody();

            desk.follow(base);
            assertTimeout(Duration.ofSeconds(2), () -> life.revokes(desk.legal, "Forged."));

            desk.follow(number);
            held.letThrough();
            disclosing.get(30, TimeUnit.SECONDS);
        }
        desk.sendsWaitingMail();

        assertIsReviewed(number, base);
        assertThat(desk.told("Not covered after all"))
                .containsExactlyInAnyOrder("requester@desk.example", "carla@studio.example");
    }

    private void assertIsReviewed(String number, String base) {
        assertThat(desk.waitingSteps()).containsExactly("reviewLegalExposure");
        assertThat(desk.onRecord().status()).isEqualTo(Status.IN_REVIEW);
        assertThat(desk.events()).contains(USE_GIVEN_BACK).doesNotContain(USE_COVERED);
        assertThat(standing.coveredBy(number)).isEmpty();
        assertThat(standing.find(base).orElseThrow().uses()).isZero();
        assertThat(desk.runtime
                        .createIncidentQuery()
                        .processInstanceId(desk.instance().getId())
                        .count())
                .isZero();
        assertThat(audit.verify(number)).isEmpty();
        assertThat(audit.verify(base)).isEmpty();
    }

    @Test
    void getsTheUseBackOfARequestThatIsWithdrawn() {
        String base = stands(1);
        desk.requester.asksFor(routine);
        desk.requester.withdraws("The scene was cut.");

        assertThat(standing.find(base).orElseThrow().uses()).isZero();
        assertThat(standing.coveredBy(desk.requester.asksFor(routine))).contains(base);
    }

    @Test
    void coversARequestThatWasChangedIntoOneOfItsUses() {
        String base = stands(1);
        String number = desk.requester.asksFor(withTool("Another generator", "Eyeline"));
        desk.legal.wantsLegalChanges("Please use our own tool.");
        desk.goesOn();
        desk.requester.amends(routine);

        assertThat(standing.coveredBy(number)).contains(base);
        desk.runs("discloseCoveredUse");
        assertThat(desk.onRecord().status()).isEqualTo(Status.COVERED);
    }

    @Test
    void leavesALowRiskUseToTheDisclosureAlone() {
        stands(1);
        desk.requester.asksFor(
                Use.lowRisk().with("production", routine.request().get("production")));

        assertThat(desk.instance()).isWaitingAtExactly("discloseToNetflixContact");
    }

    @Test
    void givesItsLastUseToOneOfTwoWhoAskAtOnce() throws Exception {
        String base = stands(1);
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService people = Executors.newFixedThreadPool(2);
        List<String> covered = new ArrayList<>();
        try {
            List<Future<String>> asking = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                asking.add(people.submit(() -> {
                    start.await();
                    return desk.as("requester", () -> desk.process.start(routine.read()));
                }));
            }
            for (Future<String> one : asking) {
                String number = one.get(60, TimeUnit.SECONDS);
                desk.follow(number);
                if (standing.coveredBy(number).isPresent()) {
                    covered.add(number);
                } else {
                    assertThat(desk.waitingSteps()).containsExactly("reviewLegalExposure");
                }
            }
        } finally {
            people.shutdownNow();
        }

        assertThat(covered).hasSize(1).isEqualTo(standing.covered(base));
        assertThat(standing.find(base).orElseThrow().uses()).isEqualTo(1);
    }

    @Test
    void isGrantedByAnApproverWithFreeHandsAndWithinTheLetter() {
        String base = approved();
        assertThatThrownBy(() -> life.grants(desk.legal, base, 3, inDays(30))).hasMessageContaining("Only an approver");
        Person reviewing = desk.person("approving-legal", DeskGroup.LEGAL, DeskGroup.APPROVERS);
        String reviewed = desk.requester.asksFor(routine);
        reviewing.clears();
        desk.goesOn();
        desk.approver.approves();
        desk.runs("issueWrittenApproval");
        assertThatThrownBy(() -> life.grants(reviewing, reviewed, 3, inDays(30)))
                .hasMessageContaining("You reviewed");
        assertThatThrownBy(() -> life.grants(desk.approver, base, 3, inDays(-1)))
                .hasMessageContaining("This day is over");
        assertThatThrownBy(() -> life.grants(desk.approver, base, 3, inDays(800)))
                .hasMessageContaining("itself ends on");
        assertThat(standing.find(base)).isEmpty();

        life.grants(desk.approver, base, 3, inDays(30));
        assertThatThrownBy(() -> life.grants(desk.approver, base, 3, inDays(30)))
                .hasMessageContaining("already");
        desk.follow(base);
        assertThat(desk.events()).containsOnlyOnce(STANDING_GRANTED);
        desk.seesOff(reviewing);
    }

    @Test
    void isNotGrantedOnWhatIsNotApprovedOrNotRoutine() {
        String waiting = desk.requester.asksFor(routine);
        assertThatThrownBy(() -> life.grants(desk.approver, waiting, 3, inDays(30)))
                .hasMessageContaining("in force");

        String confidential =
                life.begins(Map.of("approvalOutcome", "APPROVED"), routine.with("codeName", "Blue Heron"));
        assertThatThrownBy(() -> life.grants(desk.approver, confidential, 3, inDays(30)))
                .hasMessageContaining("confidential");
        assertThat(standing.find(confidential)).isEmpty();
    }
}
