package org.clearancedesk.audit;

import static org.clearancedesk.web.Submission.with;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearancedesk.process.Answers;
import org.clearancedesk.web.Consented;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.Submission;

/** Cases that have come to their ends, each on another road. */
public final class Roads {

    private final Floor floor;

    public Roads(Floor floor) {
        this.floor = floor;
    }

    /** With two files, a performer's consent and a letter that ends. */
    public String approvedWithConsent() {
        String waiting = floor.as("requester")
                .upload("/api/evidence", "consent of Ana.txt", "She said yes.".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .json()
                .get("id")
                .asText();
        Map<String, Object> request = Submission.withConsent(Submission.performer("Ana Díaz", "PRINCIPAL"));
        String number = floor.sent("requester", with(request, "evidence", List.of(waiting)));
        file(number, "script page.txt");
        floor.completes(
                "talent",
                number,
                "confirmConsent",
                Map.of(
                        "consentOutcome",
                        "CONFIRMED",
                        "consent",
                        with(Answers.consent(), "titles", List.of("The Kitchen"))));
        floor.completes(
                "legal",
                number,
                "reviewLegalExposure",
                Map.of(
                        "legalOutcome", "CLEARED_WITH_CONDITIONS",
                        "legalReason", "The agreement covers it.",
                        "legalConditions", List.of("Delete the model after delivery.")));
        floor.completes(
                "approver",
                number,
                "approveInWriting",
                Map.of(
                        "approvalOutcome",
                        "APPROVED",
                        "validUntil",
                        LocalDate.now(ZoneOffset.UTC).plusYears(1).toString()));
        return number;
    }

    /** As above; then its condition was fulfilled, its consent limited and the hold released, and it was closed out. */
    public String lived() {
        String number = approvedWithConsent();
        floor.completes(
                "requester",
                number,
                "fulfilCondition",
                Map.of("conditionOutcome", "FULFILLED", "conditionReason", "Deleted, see the vendor’s mail."));
        floor.as("talent")
                .post(
                        "/api/consents/" + new Consented(floor).idOf(number) + "/limitation",
                        Map.of("reason", "By phone.", "scope", "Speech, no song."))
                .expect(204);
        floor.completes(
                "legal",
                number,
                "decideOnHold",
                Map.of("holdOutcome", "RELEASED", "holdReason", "Nobody sings in it."));
        floor.completes("requester", number, "closeOutUse", Map.of("closeOut", Map.of("used", false)));
        floor.as("admin")
                .post("/api/requests/" + number + "/legal-hold", Map.of("reason", "A court asks for it."))
                .expect(204);
        return number;
    }

    /** Changed so that legal has to decide, which has revoked it. */
    public String revoked() {
        String number = floor.approved(Map.of("approvalOutcome", "APPROVED"));
        Map<String, Object> facts = new HashMap<>(Submission.facts("R-02"));
        facts.put("misleadingRisk", "YES");
        floor.as("requester")
                .post(
                        "/api/requests/" + number + "/scope-change",
                        Map.of("facts", facts, "description", "It became the story."))
                .expect(200);
        floor.completes(
                "legal", number, "decideOnHold", Map.of("holdOutcome", "REVOKED", "holdReason", "Too close now."));
        return number;
    }

    /** Asks for the place of an earlier approval. */
    public String renews(String predecessor) {
        String number = floor.sent("requester", with(Submission.withLegalReview(), "predecessor", predecessor));
        floor.settle();
        return number;
    }

    /** Asks for the place of an earlier approval, and is changed without a word of it. */
    public String renewsAfterAChange(String predecessor) {
        String number = renews(predecessor);
        floor.completes(
                "legal",
                number,
                "reviewLegalExposure",
                Map.of("legalOutcome", "CHANGES_NEEDED", "legalReason", "Please name the season."));
        floor.completes("requester", number, "amendRequest", Map.of("request", Submission.withLegalReview()));
        return number;
    }

    /** Stands for more uses like it. */
    public String standing(String production) {
        String number = floor.sent("requester", routine(production));
        floor.completes("legal", number, "reviewLegalExposure", Map.of("legalOutcome", "CLEARED"));
        floor.completes("approver", number, "approveInWriting", Map.of("approvalOutcome", "APPROVED"));
        floor.as("approver")
                .post(
                        "/api/requests/" + number + "/standing-approval",
                        Map.of(
                                "usesLimit",
                                3,
                                "validUntil",
                                LocalDate.now(ZoneOffset.UTC).plusDays(30).toString(),
                                "reason",
                                "Routine."))
                .expect(204);
        return number;
    }

    public String covered(String production) {
        String number = floor.sent("requester", routine(production));
        floor.settle();
        return number;
    }

    private static Map<String, Object> routine(String production) {
        return with(Submission.withLegalReview(), "production", Map.of("code", production, "title", "Routine"));
    }

    public String refused() {
        String number = floor.sent("requester", Submission.withLegalReview());
        floor.completes(
                "legal", number, "reviewLegalExposure", Map.of("legalOutcome", "REFUSED", "legalReason", "Too close."));
        return number;
    }

    public String withdrawn() {
        String number = floor.sent("requester", Submission.withLegalReview());
        floor.as("requester")
                .post("/api/requests/" + number + "/withdrawal", Map.of("reason", "Cut from the script."))
                .expect(204);
        floor.settle();
        return number;
    }

    /** Changed once, to another title and production, and approved then. */
    public String amended() {
        String number = floor.sent("requester", Submission.withLegalReview());
        floor.completes(
                "legal",
                number,
                "reviewLegalExposure",
                Map.of("legalOutcome", "CHANGES_NEEDED", "legalReason", "Which set?"));
        Map<String, Object> amended = with(Submission.withLegalReview(), "title", "Sketches for the cellar set");
        amended = with(amended, "production", Map.of("code", "CELLAR-S2", "title", "The Cellar"));
        floor.completes("requester", number, "amendRequest", Map.of("request", amended));
        floor.completes("legal", number, "reviewLegalExposure", Map.of("legalOutcome", "CLEARED"));
        floor.completes("approver", number, "approveInWriting", Map.of("approvalOutcome", "APPROVED"));
        return number;
    }

    public String confidential() {
        String number = floor.sent("requester", with(Submission.withLegalReview(), "codeName", "Blue heron"));
        file(number, "plan.txt");
        floor.completes("legal", number, "reviewLegalExposure", Map.of("legalOutcome", "CLEARED"));
        floor.completes("approver", number, "approveInWriting", Map.of("approvalOutcome", "APPROVED"));
        return number;
    }

    public String disclosed() {
        String number = floor.sent("requester", Submission.lowRisk());
        floor.settle();
        return number;
    }

    public String waiting() {
        String number = floor.sent("requester", Submission.withLegalReview());
        floor.settle();
        return number;
    }

    private void file(String number, String name) {
        floor.as("requester")
                .upload(
                        "/api/requests/" + number + "/evidence",
                        name,
                        ("What " + name + " says.").getBytes(StandardCharsets.UTF_8))
                .expect(201);
    }
}
