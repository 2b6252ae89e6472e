package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.clearancedesk.register.ChainReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RunningDesk
class WithdrawingAConsentTest {

    private static final Map<String, String> REASON = Map.of("reason", "She wants no younger self of hers, by mail.");

    private final Floor floor;
    private final ChainReader chainReader;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Consented consented;

    WithdrawingAConsentTest(
            Floor floor, ChainReader chainReader, PlatformTransactionManager transactions, JdbcClient jdbc) {
        this.floor = floor;
        this.chainReader = chainReader;
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
        this.consented = new Consented(floor);
    }

    private Answer withdraws(String user, String id) {
        return floor.as(user).post("/api/consents/" + id + "/withdrawal", REASON);
    }

    @Test
    void suspendsTheApprovalAndSaysWhyInItsRecord() {
        String number = consented.approved("Ana One", "WITHDRAW-1");

        withdraws("talent", consented.idOf(number)).expect(204);

        assertThat(consented.stateOf(number)).isEqualTo("WITHDRAWN");
        assertThat(consented.statusOf(number)).isEqualTo("SUSPENDED");
        assertThat(floor.as("requester").get("/api/requests/" + number).text())
                .contains("Consent of Ana One: withdrawn, She wants no younger self of hers, by mail.");
        assertThat(chainReader.of(number).firstBreak()).isNull();
    }

    @Test
    void suspendsEveryApprovalThatRestsOnTheSameYesAndNoOther() {
        String first = consented.approved("Ana Two", "WITHDRAW-2");
        String second = consented.approved("ANA TWO", "WITHDRAW-2");
        String underWay = consented.confirmed("Ana Two", "WITHDRAW-2");
        String ofSomebodyElse = consented.approved("Bruno Two", "WITHDRAW-2");
        String ofAnotherTitle = consented.approved("Ana Two", "WITHDRAW-2B");

        withdraws("talent", consented.idOf(first)).expect(204);

        assertThat(List.of(first, second)).allSatisfy(number -> {
            assertThat(consented.statusOf(number)).isEqualTo("SUSPENDED");
            assertThat(consented.stateOf(number)).isEqualTo("WITHDRAWN");
            assertThat(chainReader.of(number).firstBreak()).isNull();
        });
        assertThat(consented.stateOf(underWay)).isEqualTo("WITHDRAWN");
        assertThat(consented.statusOf(underWay)).isEqualTo("AWAITING_APPROVAL");
        assertThat(List.of(ofSomebodyElse, ofAnotherTitle)).allSatisfy(number -> {
            assertThat(consented.statusOf(number)).isEqualTo("APPROVED");
            assertThat(consented.stateOf(number)).isEqualTo("GIVEN");
        });
    }

    @Test
    void happensOnce() {
        String number = consented.approved("Ana Three", "WITHDRAW-3");
        String id = consented.idOf(number);
        withdraws("talent", id).expect(204);
        Map<String, Long> before = floor.rows();

        Answer again = withdraws("talent", id).expectProblem(422);

        assertThat(again.json().get("detail").asText()).isEqualTo("This consent has been withdrawn already.");
        assertThat(floor.rows()).isEqualTo(before);
    }

    @Test
    void byTwoAtOnceHappensOnceAndTheOtherIsToldSo() throws Exception {
        floor.person("talent2", "talent2@desk.example", "talent-relations");
        String number = consented.approved("Ana Four", "WITHDRAW-4");
        String id = consented.idOf(number);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> answers = transaction.execute(busy -> {
                jdbc.sql("select number from clearance_case where number = ? for update")
                        .param(number)
                        .query(String.class)
                        .single();
                List<Future<Integer>> both = Stream.of("talent", "talent2")
                        .map(user -> people.submit(() -> withdraws(user, id).status()))
                        .toList();
                while (waiting() < both.size() && both.stream().noneMatch(Future::isDone)) {
                    Thread.onSpinWait();
                }
                return both;
            });
            assertThat(List.of(
                            answers.get(0).get(60, TimeUnit.SECONDS),
                            answers.get(1).get(60, TimeUnit.SECONDS)))
                    .containsExactlyInAnyOrder(204, 422);
        } finally {
            people.shutdownNow();
        }

        assertThat(chainReader.of(number).events().stream()
                        .filter(event -> event.type().equals("CONSENT_CHANGED")
                                && event.payload().contains("WITHDRAWN")))
                .hasSize(1);
        assertThat(consented.statusOf(number)).isEqualTo("SUSPENDED");
    }

    /** How many wait for a row that somebody else holds. */
    private long waiting() {
        return jdbc.sql("select count(*) from information_schema.sessions where blocker_id is not null")
                .query(Long.class)
                .single();
    }

    @Test
    void ofOneThatWasNeverGivenIsRefused() {
        String number = floor.sent("requester", Consented.request("Ana Five", "WITHDRAW-5"));
        floor.settle();

        Answer answer = withdraws("talent", consented.idOf(number)).expectProblem(422);

        assertThat(answer.json().get("detail").asText()).startsWith("Nobody has given this consent yet.");
        assertThat(consented.stateOf(number)).isEqualTo("ASKED");
    }

    @Test
    void orLimitingItNeedsAReason() {
        String id = consented.idOf(consented.confirmed("Ana Six", "WITHDRAW-6"));
        Map<String, Long> before = floor.rows();
        Visitor talent = floor.as("talent");

        talent.post("/api/consents/" + id + "/withdrawal", Map.of()).expectProblemAt(422, "reason");
        talent.post("/api/consents/" + id + "/withdrawal", Map.of("reason", " "))
                .expectProblemAt(422, "reason");
        talent.post("/api/consents/" + id + "/limitation", Map.of("reason", "No songs."))
                .expectProblemAt(422, "scope");
        talent.post("/api/consents/" + id + "/limitation", Map.of("scope", "Speech."))
                .expectProblemAt(422, "reason");
        talent.post("/api/consents/" + id + "/withdrawal", Map.of("reason", "x", "faceScan", "y"))
                .expectProblemAt(422, "faceScan");

        assertThat(floor.rows()).isEqualTo(before);
    }

    @Test
    void mayComeAfterNarrowerBoundsWhichSuspendAsWell() {
        String number = consented.approved("Ana Seven", "WITHDRAW-7");
        String id = consented.idOf(number);

        floor.as("talent")
                .post("/api/consents/" + id + "/limitation", Map.of("reason", "By phone.", "scope", "Speech, no song."))
                .expect(204);

        assertThat(consented.stateOf(number)).isEqualTo("LIMITED");
        assertThat(consented.of(number).get("limits").asText()).isEqualTo("Speech, no song.");
        assertThat(consented.statusOf(number)).isEqualTo("SUSPENDED");
        withdraws("talent", id).expect(204);
        assertThat(consented.stateOf(number)).isEqualTo("WITHDRAWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"requester", "requester2", "contact", "legal", "approver", "admin"})
    void isForTalentRelations(String user) {
        String number = consented.confirmed("Ana Eight", "WITHDRAW-8");
        String id = consented.idOf(number);
        Map<String, Long> before = floor.rows();

        withdraws(user, id).expectProblem(403);
        floor.as(user)
                .post("/api/consents/" + id + "/limitation", Map.of("reason", "No.", "scope", "None."))
                .expectProblem(403);

        assertThat(floor.rows()).isEqualTo(before);
        assertThat(consented.stateOf(number)).isEqualTo("GIVEN");
    }

    @Test
    void isNotForWhoeverMadeTheRequest() {
        floor.person("bothsides", "bothsides@desk.example", "requesters", "talent-relations");
        String number = floor.sent("bothsides", Consented.request("Ana Nine", "WITHDRAW-9"));
        floor.completes("legal", number, "reviewLegalExposure", Map.of("legalOutcome", "CLEARED"));
        floor.completes(
                "talent",
                number,
                "confirmConsent",
                Map.of("consentOutcome", "CONFIRMED", "consent", Consented.terms("WITHDRAW-9")));

        Answer answer = withdraws("bothsides", consented.idOf(number)).expectProblem(403);

        assertThat(answer.json().get("detail").asText()).startsWith("You made this request");
        assertThat(consented.stateOf(number)).isEqualTo("GIVEN");
    }

    @Test
    void ofAConfidentialRequestIsForWhoeverWorksOnIt() {
        floor.person("talent3", "talent3@desk.example", "talent-relations");
        Map<String, Object> request = Consented.request("Ana Ten", "WITHDRAW-10");
        request.put("codeName", "Project Otter");
        String number = consented.approved(request, Consented.terms("WITHDRAW-10"), null);
        String plain = consented.approved("Ana Ten", "WITHDRAW-10");
        String id = consented.idOf(number);
        Visitor stranger = floor.as("talent3");

        assertThat(stranger.get("/api/consents?q=" + number).text())
                .contains("Project Otter")
                .doesNotContain("Ana Ten", "WITHDRAW-10", "flashbacks");
        assertThat(stranger.get("/api/consents/" + id).expect(200).text())
                .as("not even by what rests on the same yes")
                .doesNotContain("Ana Ten", "flashbacks", "WITHDRAW-10");
        assertThat(stranger.get("/api/consents?q=Ana%20Ten")
                        .json()
                        .get("consents")
                        .findValuesAsText("caseNumber"))
                .containsExactly(plain);
        assertThat(withdraws("talent3", id).expectProblem(403).text()).doesNotContain("Ana Ten");
        Answer shown = stranger.get("/api/consents/" + consented.idOf(plain)).expect(200);
        assertThat(shown.json().get("affected").fieldNames()).toIterable().containsExactly("approvals", "underWay");
        assertThat(shown.text()).doesNotContain(number, "Project Otter");
        withdraws("talent3", consented.idOf(plain)).expect(204);
        assertThat(consented.statusOf(number))
                .as("what nobody saw is suspended too")
                .isEqualTo("SUSPENDED");
    }

    @Test
    void ofOneThatDoesNotExistIsNotFound() {
        withdraws("talent", "nonsense").expectProblem(404);
        floor.as("talent").get("/api/consents/nonsense").expectProblem(404);
    }

    @Test
    void onThePageFirstNamesTheApprovalsThatWillBeSuspended() {
        String number = consented.approved("Ana Eleven", "WITHDRAW-11");
        String place = "/consents/" + consented.idOf(number) + "/change";
        Visitor person = floor.signedIn("talent");
        Map<String, Long> before = floor.rows();
        String form = "what=WITHDRAWN&reason=By+mail&_csrf=" + person.cookie("DESK-CSRF");

        Answer asked =
                person.post(place, "application/x-www-form-urlencoded", form).expect(200);

        assertThat(asked.text()).contains("withdraw the consent?", "suspended at once", number, "By mail");
        assertThat(floor.rows()).isEqualTo(before);
        assertThat(consented.statusOf(number)).isEqualTo("APPROVED");
        person.post(place, "application/x-www-form-urlencoded", form + "&confirmed=true")
                .expect(302);
        assertThat(consented.statusOf(number)).isEqualTo("SUSPENDED");
        assertThat(person.get("/consents/" + consented.idOf(number)).text()).contains("This consent was withdrawn.");
    }

    @Test
    void onThePageSaysWhatIsMissingAndKeepsWhatWasTyped() {
        String number = consented.confirmed("Ana Twelve", "WITHDRAW-12");
        Visitor person = floor.signedIn("talent");

        Answer answer = person.post(
                "/consents/" + consented.idOf(number) + "/change",
                "application/x-www-form-urlencoded",
                "what=LIMITED&reason=By+mail&scope=&confirmed=true&_csrf=" + person.cookie("DESK-CSRF"));

        assertThat(answer.text()).contains("“scope” is missing.", ">By mail</textarea>");
        assertThat(consented.stateOf(number)).isEqualTo("GIVEN");
    }

    @Test
    void isForeseenByTheListOfThoseThatEndInNinetyDays() {
        LocalDate today = LocalDate.now();
        for (Map.Entry<String, Integer> end :
                Map.of("ENDS-89", 89, "ENDS-90", 90, "ENDS-91", 91).entrySet()) {
            Map<String, Object> terms = Consented.terms(end.getKey());
            terms.put("validUntil", today.plusDays(end.getValue()).toString());
            consented.confirmed(Consented.request("Ana Ending", end.getKey()), terms);
        }
        consented.confirmed("Ana Ending", "ENDS-NEVER");

        Answer ending = floor.as("talent")
                .get("/api/consents?q=ana+ending&endingWithin=90")
                .expect(200);

        assertThat(ending.json().get("consents").findValuesAsText("productionCode"))
                .containsExactly("ENDS-89", "ENDS-90");
        assertThat(floor.signedIn("talent")
                        .get("/consents?ending=true&q=ana+ending")
                        .text())
                .contains("Consents ending in 90 days", "The film ENDS-90")
                .doesNotContain("The film ENDS-91", "The film ENDS-NEVER");
    }
}
