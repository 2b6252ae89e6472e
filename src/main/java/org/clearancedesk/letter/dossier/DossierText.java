package org.clearancedesk.letter.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clearancedesk.evidence.FileNames;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.intake.NameKey;
import org.clearancedesk.letter.DecisionText;
import org.clearancedesk.letter.DeclaredFacts;
import org.clearancedesk.letter.DisplayNames;
import org.clearancedesk.letter.FindingText;
import org.clearancedesk.letter.Labels;
import org.clearancedesk.letter.PerformerText;
import org.clearancedesk.letter.Row;
import org.clearancedesk.register.CaseEvents;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.RoundOpinion;
import org.clearancedesk.register.StoredLetter;
import org.clearancedesk.review.ConsentReview;
import org.clearancedesk.review.LegalReview;

/** What the template {@code letter/dossier.html} prints, already in words. */
record DossierText(Dossier dossier, DisplayNames people) {

    /** A decision with the round it was taken in, and the conditions that it set. */
    record Said(int round, DecisionText decision, List<String> conditions) {}

    /** A file as one row. */
    record Paper(String name, String about, String handedIn, String sha256) {}

    /** An event as one row. */
    record Happened(int sequence, String at, String by, String words, String hash) {}

    public String number() {
        return dossier.about().number();
    }

    public String madeAt() {
        return Labels.time(dossier.at());
    }

    public List<Row> summary() {
        ClearanceCase about = dossier.about();
        ClearanceRequest request = dossier.request();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(
                "Production",
                "%s (%s)"
                        .formatted(
                                request.production().title(),
                                request.production().code())));
        rows.add(new Row("Use", request.title()));
        rows.add(new Row(
                "Tool",
                "%s by %s".formatted(request.tool().name(), request.tool().vendor())));
        rows.add(new Row("Where it stands", Labels.word(about.status())));
        rows.add(new Row("Requested by", people.nameOf(about.requester(), about.submittedAt())));
        rows.add(new Row("Netflix contact", about.netflixContact()));
        rows.add(new Row("Sent", Labels.time(about.submittedAt())));
        rows.add(new Row("Last event", Labels.time(about.changedAt())));
        rows.add(new Row("Rounds", String.valueOf(about.round())));
        if (about.codeName() != null) {
            rows.add(new Row("Confidential", "Known to others as " + about.codeName()));
        }
        return rows;
    }

    public String description() {
        return dossier.request().description();
    }

    public List<Row> facts() {
        return DeclaredFacts.of(dossier.request().facts());
    }

    public String guidelines() {
        return dossier.triage() == null
                ? "The request has not been triaged yet."
                : "%s, under the guidelines of %s."
                        .formatted(
                                Labels.tier(dossier.triage().tier()),
                                dossier.triage().guidelineVersion());
    }

    public List<FindingText> findings() {
        return dossier.triage() == null ? List.of() : FindingText.of(dossier.triage());
    }

    public List<Said> decisions() {
        return dossier.opinions().stream()
                .map(said -> new Said(
                        said.round(),
                        DecisionText.of(said.given(), people),
                        said.given().opinion() instanceof LegalReview review ? review.conditions() : List.of()))
                .toList();
    }

    /** With the consent as last found out. */
    public List<PerformerText> performers() {
        var consents = dossier.opinions().stream()
                .map(RoundOpinion::given)
                .map(given -> given.opinion())
                .filter(ConsentReview.class::isInstance)
                .map(ConsentReview.class::cast)
                .collect(Collectors.toMap(
                        review -> NameKey.of(review.performer()), Function.identity(), (before, last) -> last));
        Map<String, String> files = FileNames.toldApart(dossier.files().stream()
                .map(file -> new FileNames.Named(file.id(), file.name(), file.sha256()))
                .toList());
        return dossier.request().performers().stream()
                .map(performer -> PerformerText.of(performer, consents.get(NameKey.of(performer.name())), files))
                .toList();
    }

    public List<Paper> files() {
        return dossier.files().stream()
                .map(file -> new Paper(
                        file.name(),
                        "%s, %,d bytes, %s"
                                .formatted(
                                        file.type(),
                                        file.size(),
                                        file.scan().replace('_', ' ').toLowerCase(Locale.ROOT)),
                        "%s, %s".formatted(people.nameOf(file.by(), file.at()), Labels.time(file.at())),
                        file.sha256()))
                .toList();
    }

    public List<Row> letter() {
        StoredLetter letter = dossier.letter();
        if (letter == null) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("Number", letter.number()));
        rows.add(new Row("Issued", Labels.time(letter.issuedAt())));
        if (letter.validUntil() != null) {
            rows.add(new Row("Valid until", Labels.day(letter.validUntil())));
        }
        if (letter.signedBy() != null) {
            rows.add(new Row("Signed by", letter.signedBy()));
        }
        rows.add(new Row("SHA-256 of the PDF", letter.digest()));
        return rows;
    }

    public List<Happened> events() {
        return dossier.events().stream()
                .map(event -> new Happened(
                        event.sequence(),
                        Labels.time(event.at()),
                        event.by().equals(CaseEvents.DESK) ? "the desk itself" : people.nameOf(event.by(), event.at()),
                        event.words(),
                        event.hash()))
                .toList();
    }

    public List<String> proof() {
        return dossier.proof();
    }

    public String digest() {
        return dossier.about().lastHash();
    }
}
