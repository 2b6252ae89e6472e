package org.clearancedesk.audit;

import static org.clearancedesk.desk.Submission.with;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.clearancedesk.desk.Floor;
import org.clearancedesk.desk.Submission;
import org.clearancedesk.workflow.Answers;

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
