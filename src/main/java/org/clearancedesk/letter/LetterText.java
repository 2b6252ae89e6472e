package org.clearancedesk.letter;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.review.ApprovalDecision;
import org.clearancedesk.review.ConsentReview;
import org.clearancedesk.review.EscalationAssessment;
import org.clearancedesk.review.GivenOpinion;
import org.clearancedesk.review.LegalReview;
import org.clearancedesk.review.Opinion;

/**
 * What the template {@code letter/approval.html} prints, already in words.
 *
 * @param shortLink the address at which anyone can check the letter
 * @param signedBy the name that the digital signature bears
 */
record LetterText(Letter letter, DisplayNames people, String shortLink, String signedBy) {

    public String number() {
        return letter.number().value();
    }

    public String requestNumber() {
        return letter.requestNumber().value();
    }

    public String issuedOn() {
        return Labels.day(letter.issuedOn());
    }

    public String validity() {
        return "Until " + Labels.day(letter.validUntil());
    }

    public String production() {
        return letter.request().production().title();
    }

    public String guidelineVersion() {
        return letter.triage().guidelineVersion();
    }

    public List<Row> summary() {
        ClearanceRequest request = letter.request();
        return List.of(
                new Row(
                        "Production",
                        "%s (%s)"
                                .formatted(
                                        request.production().title(),
                                        request.production().code())),
                new Row("Approved use", request.title()),
                new Row(
                        "Tool",
                        "%s by %s"
                                .formatted(request.tool().name(), request.tool().vendor())),
                new Row("Valid", validity()),
                new Row("Requested by", people.nameOf(letter.requester(), approvedAt())),
                new Row("Netflix contact", request.netflixContact()),
                new Row("Request", requestNumber()),
                new Row(
                        "Triage",
                        "%s, under the guidelines of %s"
                                .formatted(Labels.tier(letter.triage().tier()), guidelineVersion())));
    }

    private Instant approvedAt() {
        return letter.opinions().stream()
                .map(GivenOpinion::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Says whose place it takes; empty when it is an approval of its own. */
    public String placeTaken() {
        return letter.predecessor()
                .map(earlier ->
                        "This approval takes the place of letter %s, the approval of request %s, which no longer holds."
                                .formatted(letter.placeTaken(), earlier))
                .orElse("");
    }

    public String description() {
        return letter.request().description();
    }

    public List<Row> facts() {
        return DeclaredFacts.of(letter.request().facts());
    }

    public List<String> conditions() {
        return letter.conditions();
    }

    public List<PerformerText> performers() {
        return letter.request().performers().stream()
                .map(performer -> PerformerText.of(performer, letter.consentOf(performer), letter.files()))
                .toList();
    }

    public List<FindingText> findings() {
        return FindingText.of(letter.triage());
    }

    public List<DecisionText> decisions() {
        return letter.opinions().stream()
                .sorted(Comparator.comparingInt(given -> turn(given.opinion())))
                .map(given -> DecisionText.of(given, people))
                .toList();
    }

    public String recordDigest() {
        return letter.recordDigest();
    }

    private static int turn(Opinion opinion) {
        return List.of(EscalationAssessment.class, LegalReview.class, ConsentReview.class, ApprovalDecision.class)
                .indexOf(opinion.getClass());
    }
}
