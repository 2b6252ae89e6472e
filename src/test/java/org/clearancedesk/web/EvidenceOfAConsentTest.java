package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What a consent names as its proof is on file in that case, and whoever decides has seen every file. */
@RunningDesk
class EvidenceOfAConsentTest {

    private static final byte[] PAPER = "She agrees, in writing.".getBytes(StandardCharsets.UTF_8);

    private static final Map<String, ?> INFORMS = Map.of(
            "variables",
            Map.of(
                    "escalationOutcome", Map.of("type", "String", "value", "INFORM_ONLY"),
                    "escalationReason", Map.of("type", "String", "value", "Nobody takes it for real.")));

    private final Floor floor;
    private final Consented consented;

    EvidenceOfAConsentTest(Floor floor) {
        this.floor = floor;
        this.consented = new Consented(floor);
    }

    private static Map<String, Object> proved(String production, String... files) {
        Map<String, Object> terms = Consented.terms(production);
        terms.put("evidence", List.of(files));
        return terms;
    }

    private void confirms(String number, Map<String, Object> terms) {
        floor.completes("talent", number, "confirmConsent", Map.of("consentOutcome", "CONFIRMED", "consent", terms));
    }

    private String asked(String performer, String production) {
        String number = floor.sent("requester", Consented.request(performer, production));
        floor.settle();
        return number;
    }

    private String handedIn(String user, String number, String name) {
        return floor.as(user)
                .upload("/api/requests/" + number + "/evidence", name, PAPER)
                .expect(201)
                .json()
                .get("id")
                .asText();
    }

    private Visitor takes(String user, String task) {
        Visitor person = floor.signedIn(user).inTasklist();
        person.tasklist("POST", task + "/claim", Map.of("userId", user)).expect(204);
        return person;
    }

    private void clears(String number) {
        floor.completes("legal", number, "reviewLegalExposure", Map.of("legalOutcome", "CLEARED"));
    }

    private void approves(String number) {
        floor.completes("approver", number, "approveInWriting", Map.of("approvalOutcome", "APPROVED"));
    }

    @Test
    void isRefusedWhenTheCaseHasNoSuchFile() {
        String other = asked("Ana Elsewhere", "PROOF-0");
        String ofAnotherCase = handedIn("talent", other, "signed.txt");
        String number = asked("Ana Proof", "PROOF-1");
        Map<String, Long> before = floor.rows();

        for (String file :
                List.of("11111111-1111-1111-1111-111111111111", "signed-consent-form-page-1.pdf", ofAnotherCase)) {
            assertThatThrownBy(() -> confirms(number, proved("PROOF-1", file)))
                    .hasMessageContaining("is not on file in this case");
        }

        assertThat(floor.rows()).isEqualTo(before);
        assertThat(consented.stateOf(number)).isEqualTo("ASKED");
    }

    @Test
    void isPrintedByTheNameOfTheFile() throws IOException {
        String number = asked("Ana Printed", "PROOF-2");
        clears(number);
        String file = handedIn("talent", number, "signed page.txt");
        confirms(number, proved("PROOF-2", file));
        approves(number);

        Answer letter = floor.as("requester").get("/api/requests/" + number + "/letter");

        try (PDDocument pdf = Loader.loadPDF(letter.expect(200).bytes())) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("signed page.txt")
                    .doesNotContain(file);
        }
    }

    @Test
    void cannotBeHandedInByTheRequesterOnceLegalHasSaidWhatItThinks() {
        String number = asked("Ana Late", "PROOF-3");
        handedIn("requester", number, "in time.txt");
        clears(number);
        Map<String, Long> before = floor.rows();

        floor.as("requester")
                .upload("/api/requests/" + number + "/evidence", "late.txt", PAPER)
                .expectProblemAt(422, "file");
        assertThat(floor.rows()).isEqualTo(before);
        confirms(number, Consented.terms("PROOF-3"));
        before = floor.rows();

        for (String user : List.of("requester", "legal", "talent", "approver", "admin")) {
            Answer answer = floor.as(user)
                    .upload("/api/requests/" + number + "/evidence", "late.txt", PAPER)
                    .expectProblemAt(422, "file");
            assertThat(answer.text()).contains("has been reviewed");
        }

        assertThat(floor.rows()).isEqualTo(before);
        approves(number);
        assertThat(consented.statusOf(number)).isEqualTo("APPROVED");
        handedIn("requester", number, "shows a condition.txt");
    }

    @Test
    void thatLegalWasShownAfterItsReviewStopsTheApprovalNoLonger() {
        String number = asked("Ana Shown", "PROOF-5");
        clears(number);
        String file = handedIn("talent", number, "shown later.txt");
        confirms(number, Consented.terms("PROOF-5"));
        assertThatThrownBy(() -> approves(number))
                .hasMessageContainingAll("shown later.txt", "ask legal to look at it");
        String seen = "/requests/" + number + "/evidence/" + file + "/seen";
        Map<String, Long> before = floor.rows();
        for (String user : List.of("requester", "talent", "approver", "contact", "admin")) {
            assertThat(floor.as(user).post("/api" + seen, Map.of()).status()).isIn(403, 404);
        }
        floor.as("legal")
                .post("/api/requests/" + number + "/evidence/of-another-case/seen", Map.of())
                .expect(404);
        assertThat(floor.rows()).isEqualTo(before);
        assertThat(floor.as("approver").get("/requests/" + number).expect(200).text())
                .doesNotContain("I have looked at this file");
        assertThat(floor.as("legal").get("/requests/" + number).expect(200).text())
                .contains("shown later.txt", "I have looked at this file");

        floor.as("legal").post(seen, "application/x-www-form-urlencoded", "").expect(302);
        floor.as("legal").post("/api" + seen, Map.of()).expect(204);

        String page = floor.as("legal").get("/requests/" + number).expect(200).text();
        assertThat(page).containsOnlyOnce("A reviewer was shown the file: shown later.txt");
        assertThat(page).doesNotContain("I have looked at this file");
        approves(number);
        assertThat(consented.statusOf(number)).isEqualTo("APPROVED");
    }

    @Test
    void thatOnlyWhoeverHandedItInHasLookedAtStopsTheApproval() {
        floor.person("talent-and-legal", "talent-and-legal@desk.example", "talent-relations", "legal");
        String number = asked("Ana Own File", "PROOF-7");
        clears(number);
        String file = handedIn("talent-and-legal", number, "own file.txt");
        confirms(number, Consented.terms("PROOF-7"));

        assertThat(floor.as("talent-and-legal")
                        .get("/requests/" + number)
                        .expect(200)
                        .text())
                .doesNotContain("I have looked at this file");
        floor.as("talent-and-legal")
                .post("/api/requests/" + number + "/evidence/" + file + "/seen", Map.of())
                .expect(204);

        assertThatThrownBy(() -> approves(number)).hasMessageContaining("own file.txt");
    }

    @Test
    void thatOnlyTheApproverHasLookedAtStopsTheApproval() {
        floor.person("legal-and-approver", "both@desk.example", "legal", "approvers");
        String number = asked("Ana Own Look", "PROOF-6");
        clears(number);
        String file = handedIn("talent", number, "own look.txt");
        confirms(number, Consented.terms("PROOF-6"));
        floor.as("legal-and-approver")
                .post("/api/requests/" + number + "/evidence/" + file + "/seen", Map.of())
                .expect(204);

        assertThatThrownBy(() -> floor.completes(
                        "legal-and-approver", number, "approveInWriting", Map.of("approvalOutcome", "APPROVED")))
                .hasMessageContaining("own look.txt");

        approves(number);
        assertThat(consented.statusOf(number)).isEqualTo("APPROVED");
    }

    @Test
    void thatCameInAfterLegalHadTakenTheTaskStopsTheApprovalUntilLegalWasShownIt() {
        String number = floor.sent("requester", Submission.withLegalReview());
        handedIn("requester", number, "before.txt");
        String task = "/task/" + floor.task(number, "reviewLegalExposure");
        Visitor legal = takes("legal", task);
        String noted = handedIn("requester", number, "noted.txt");
        String file = handedIn("requester", number, "meanwhile.txt");
        floor.as("legal").post("/api/requests/" + number + "/evidence/" + noted + "/seen", Map.of());
        Map<String, Object> cleared =
                Map.of("variables", Map.of("legalOutcome", Map.of("type", "String", "value", "CLEARED")));
        legal.tasklist("POST", task + "/submit-form", cleared).expect(204);

        assertThatThrownBy(() -> approves(number)).hasMessageContainingAll("meanwhile.txt", "ask legal to look at it");

        String page = floor.as("legal").get("/requests/" + number).expect(200).text();
        assertThat(page).containsOnlyOnce("I have looked at this file");
        floor.as("legal")
                .post("/api/requests/" + number + "/evidence/" + file + "/seen", Map.of())
                .expect(204);
        approves(number);
        assertThat(consented.statusOf(number)).isEqualTo("APPROVED");
    }

    @Test
    void isShownToWhoeverOfLegalTakesTheTaskAfterIt() {
        String number = floor.sent("requester", Submission.withLegalReview());
        String task = "/task/" + floor.task(number, "reviewLegalExposure");
        Visitor legal = takes("legal", task);
        handedIn("requester", number, "meanwhile.txt");
        legal.tasklist("POST", task + "/unclaim", Map.of()).expect(204);
        legal.tasklist("POST", task + "/claim", Map.of("userId", "legal")).expect(204);
        clears(number);

        approves(number);

        assertThat(consented.statusOf(number)).isEqualTo("APPROVED");
    }

    @Test
    void thatComesInWhileTheContactLooksAtAUseInDoubtStopsItUntilTheContactWasShownIt() {
        String number = floor.sent("requester", Submission.of("R-10"));
        String task = "/task/" + floor.task(number, "assessEscalatedUse");
        Visitor contact = takes("contact", task);
        String file = handedIn("requester", number, "in doubt.txt");

        Answer early = contact.tasklist("POST", task + "/submit-form", INFORMS);

        assertThat(early.status()).isEqualTo(400);
        assertThat(early.text()).contains("“in doubt.txt” came in after you had taken this task.");
        assertThat(consented.statusOf(number)).isEqualTo("ESCALATED");
        floor.as("legal")
                .post("/api/requests/" + number + "/evidence/" + file + "/seen", Map.of())
                .expect(404);
        assertThat(contact.get("/requests/" + number).expect(200).text())
                .contains("The Netflix contact has taken up the review")
                .containsOnlyOnce("I have looked at this file");

        floor.as("contact")
                .post("/api/requests/" + number + "/evidence/" + file + "/seen", Map.of())
                .expect(204);
        contact.tasklist("POST", task + "/submit-form", INFORMS).expect(204);
        floor.settle();
        assertThat(consented.statusOf(number)).isEqualTo("DISCLOSED");
    }

    @Test
    void isNotTakenBetweenTheContactsDecisionAndTheDisclosure() {
        String number = floor.sent("requester", Submission.of("R-10"));
        String task = "/task/" + floor.task(number, "assessEscalatedUse");
        Visitor contact = takes("contact", task);
        contact.tasklist("POST", task + "/submit-form", INFORMS).expect(204);
        assertThat(consented.statusOf(number)).isEqualTo("ESCALATED");

        Answer late = floor.as("requester").upload("/api/requests/" + number + "/evidence", "too late.txt", PAPER);

        late.expectProblemAt(422, "file");
        assertThat(late.text()).contains("has decided on request " + number + " without this file");
        floor.settle();
        assertThat(consented.statusOf(number)).isEqualTo("DISCLOSED");
    }

    @Test
    void isNotShownToWhoeverHasTheTaskBySomebodyElsesTakingItMeanwhile() {
        floor.person("second-contact", "second-contact@desk.example", "netflix-contacts");
        String number = floor.sent("requester", Submission.of("R-10"));
        String task = "/task/" + floor.task(number, "assessEscalatedUse");
        Visitor other = floor.signedIn("second-contact").inTasklist();
        Visitor admin = floor.signedIn("admin").inTasklist();
        Visitor contact = takes("contact", task);
        handedIn("requester", number, "passed by.txt");

        contact.tasklist("POST", task + "/unclaim", Map.of()).expect(204);
        other.tasklist("POST", task + "/claim", Map.of("userId", "second-contact"))
                .expect(204);
        other.tasklist("POST", task + "/unclaim", Map.of()).expect(204);
        admin.tasklist("POST", task + "/assignee", Map.of("userId", "contact")).expect(204);
        Answer answer = contact.tasklist("POST", task + "/submit-form", INFORMS);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("“passed by.txt” came in after you had taken this task.");
    }

    @Test
    void isNoReasonToKeepTheContactFromAskingForAnApproval() {
        String number = floor.sent("requester", Submission.of("R-10"));
        String task = "/task/" + floor.task(number, "assessEscalatedUse");
        Visitor contact = takes("contact", task);
        handedIn("requester", number, "for legal.txt");

        contact.tasklist(
                        "POST",
                        task + "/submit-form",
                        Map.of(
                                "variables",
                                Map.of(
                                        "escalationOutcome", Map.of("type", "String", "value", "APPROVAL_NEEDED"),
                                        "escalationReason", Map.of("type", "String", "value", "Somebody may."))))
                .expect(204);

        floor.settle();
        assertThat(consented.statusOf(number)).isEqualTo("IN_REVIEW");
    }

    @Test
    void isOnRecordAsGivenToLegalWhereAnAdministratorGaveTheTask() {
        String number = floor.sent("requester", Submission.withLegalReview());
        String task = "/task/" + floor.task(number, "reviewLegalExposure");
        Visitor admin = floor.signedIn("admin").inTasklist();

        admin.tasklist("POST", task + "/assignee", Map.of("userId", "legal")).expect(204);

        assertThat(floor.as("legal").get("/requests/" + number).expect(200).text())
                .contains("Legal was given the review: legal")
                .doesNotContain("Legal has taken up the review");
    }

    @Test
    void isNotShownByAnAdministratorWhoGivesTheTaskAnew() {
        String number = floor.sent("requester", Submission.withLegalReview());
        String task = "/task/" + floor.task(number, "reviewLegalExposure");
        Visitor admin = floor.signedIn("admin").inTasklist();
        Visitor legal = takes("legal", task);
        handedIn("requester", number, "slipped in.txt");

        admin.tasklist("POST", task + "/unclaim", Map.of()).expect(204);
        admin.tasklist("POST", task + "/assignee", Map.of("userId", "legal")).expect(204);
        legal.tasklist(
                        "POST",
                        task + "/submit-form",
                        Map.of("variables", Map.of("legalOutcome", Map.of("type", "String", "value", "CLEARED"))))
                .expect(204);

        assertThatThrownBy(() -> approves(number)).hasMessageContainingAll("slipped in.txt", "ask legal to look at it");
    }

    @Test
    void thatNoReviewerHasSeenStopsTheApprovalUntilItWasReviewed() {
        String number = asked("Ana Unseen", "PROOF-4");
        clears(number);
        handedIn("talent", number, "never named.txt");
        confirms(number, Consented.terms("PROOF-4"));
        Map<String, Long> before = floor.rows();

        assertThatThrownBy(() -> approves(number)).hasMessageContaining("never named.txt");

        assertThat(floor.rows()).isEqualTo(before);
        floor.completes(
                "approver",
                number,
                "approveInWriting",
                Map.of("approvalOutcome", "CHANGES_NEEDED", "approvalReason", "Legal has to see the file."));
        Map<String, Object> again = Consented.request("Ana Unseen", "PROOF-4");
        floor.completes("requester", number, "amendRequest", Map.of("request", again));
        clears(number);
        confirms(number, Consented.terms("PROOF-4"));
        approves(number);
        assertThat(consented.statusOf(number)).isEqualTo("APPROVED");
    }
}
