package org.clearancedesk.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.intake.Facts;
import org.clearancedesk.intake.Facts.Answer;
import org.clearancedesk.intake.Facts.ConsentException;
import org.clearancedesk.intake.Finding;
import org.clearancedesk.intake.Performer;
import org.clearancedesk.intake.RequestNumber;
import org.clearancedesk.intake.ReviewKind;
import org.clearancedesk.intake.Tier;
import org.clearancedesk.intake.Tool;
import org.clearancedesk.intake.Triage;
import org.clearancedesk.production.Production;
import org.clearancedesk.review.ApprovalDecision;
import org.clearancedesk.review.ApprovalOutcome;
import org.clearancedesk.review.ConsentOutcome;
import org.clearancedesk.review.ConsentRecord;
import org.clearancedesk.review.ConsentReview;
import org.clearancedesk.review.EscalationAssessment;
import org.clearancedesk.review.EscalationOutcome;
import org.clearancedesk.review.GivenOpinion;
import org.clearancedesk.review.LegalOutcome;
import org.clearancedesk.review.LegalReview;
import org.clearancedesk.review.Opinion;
import org.jspecify.annotations.Nullable;

/** Approved cases to write letters about. */
final class SampleLetter {

    static final String DIGEST = "3a7bd3e2360a3d29eea436fcfb7e44c735d117c42d1c1835420b6b9942dd4f1b";

    String title = "Digital double for the rooftop fall";
    String description = "One digital double of the lead for the fall in episode 3, shots 114 to 121.";
    String requester = "requester";

    @Nullable
    String predecessor;

    Facts facts = facts();
    List<Performer> performers = new ArrayList<>(List.of(new Performer(
            "Ana Torrent", Performer.Role.PRINCIPAL, "SAG-AFTRA", "Mara Levin", "Her likeness during the fall.")));
    List<GivenOpinion> opinions = new ArrayList<>(List.of(
            given("approver", "2026-11-23T16:20:00Z", approved(LocalDate.of(2027, 6, 30))),
            given("talent", "2026-11-21T09:00:00Z", confirmed("Ana Torrent")),
            given("legal", "2026-11-20T13:45:00Z", clearedWithConditions()),
            given("contact", "2026-11-18T08:30:00Z", approvalNeeded())));

    Letter letter() {
        ClearanceRequest request = new ClearanceRequest(
                title,
                null,
                description,
                new Production("ETERNAUTA-S1", "El Eternauta"),
                new Tool("Runway Gen-4", "Runway AI"),
                "contact@studio.example",
                performers,
                facts,
                List.of(),
                predecessor);
        Triage triage = new Triage(
                Tier.WRITTEN_APPROVAL,
                List.of(ReviewKind.LEGAL, ReviewKind.UNION_CONSENT),
                List.of(
                        new Finding("M4", Tier.WRITTEN_APPROVAL, true, "A replica of a performer needs their consent."),
                        new Finding("CF3", Tier.ESCALATE, false, "Nobody has read the tool’s terms yet."),
                        new Finding("NOTIFY", Tier.LOW, false, "Every intended use is shared with the contact.")),
                "2025-11-11");
        return new Letter(
                new LetterNumber("GL-2026-7K3M-9QWT"),
                predecessor == null ? null : new LetterNumber("GL-2025-000007"),
                new RequestNumber("GC-2026-000042"),
                requester,
                LocalDate.of(2026, 11, 23),
                request,
                triage,
                opinions,
                Map.of("ev-7f3a", "Signed rider.pdf"),
                DIGEST);
    }

    void replace(Class<? extends Opinion> kind, GivenOpinion... others) {
        opinions.removeIf(given -> kind.isInstance(given.opinion()));
        opinions.addAll(List.of(others));
    }

    void conditions(List<String> conditions) {
        replace(
                LegalReview.class,
                given(
                        "legal",
                        "2026-11-20T13:45:00Z",
                        new LegalReview(LegalOutcome.CLEARED_WITH_CONDITIONS, "Fine.", conditions)));
    }

    static GivenOpinion given(String by, String at, Opinion opinion) {
        return new GivenOpinion(by, Instant.parse(at), opinion);
    }

    static ApprovalDecision approved(LocalDate until) {
        return new ApprovalDecision(ApprovalOutcome.APPROVED, "The fall cannot be performed safely.", until);
    }

    static EscalationAssessment approvalNeeded() {
        return new EscalationAssessment(EscalationOutcome.APPROVAL_NEEDED, "A lead’s face is involved.");
    }

    static LegalReview clearedWithConditions() {
        return new LegalReview(
                LegalOutcome.CLEARED_WITH_CONDITIONS,
                "The vendor’s terms allow it.",
                List.of("Delete the scan after delivery.", "Credit the stunt double."));
    }

    static ConsentReview confirmed(String performer) {
        ConsentRecord consent = new ConsentRecord(
                performer,
                Performer.Role.PRINCIPAL,
                "Mara Levin",
                "SAG-AFTRA TV/Theatrical",
                "2026",
                ConsentRecord.Kind.REPLICA,
                "A replica of face and body for the fall from the roof.",
                true,
                LocalDate.of(2026, 11, 2),
                LocalDateTime.of(2026, 11, 10, 9, 15),
                LocalDateTime.of(2026, 11, 30, 7, 45),
                false,
                List.of("Spanish", "English"),
                "Until the release of season 1",
                null,
                List.of("El Eternauta, season 1"),
                ConsentException.SAFETY,
                "No person could do it unharmed.",
                "Two performance days",
                LocalDate.of(2026, 11, 5),
                List.of("ev-7f3a"));
        return new ConsentReview(performer, ConsentOutcome.CONFIRMED, "Rider seen.", consent);
    }

    static Facts facts() {
        return new Facts(
                Answer.YES,
                Facts.Stage.FINAL,
                Facts.Prominence.STORY_RELEVANT,
                Facts.Element.SHOT,
                Answer.YES,
                Answer.YES,
                Answer.UNSURE,
                Answer.NO,
                Answer.YES,
                Facts.ToolTier.VENDOR_ENTERPRISE,
                false,
                Facts.ProprietaryInput.NON_SENSITIVE,
                false,
                Facts.ThirdPartyReference.NONE,
                Facts.ModelTraining.NONE,
                false,
                Facts.Talent.LIVING_PERFORMER,
                Facts.TalentUse.REPLICA,
                Facts.ConsentStatus.DOCUMENTED,
                ConsentException.SAFETY,
                Answer.NO,
                Answer.NO,
                Facts.CustomPipeline.NO);
    }
}
