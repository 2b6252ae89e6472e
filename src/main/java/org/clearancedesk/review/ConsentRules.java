package org.clearancedesk.review;

import static org.clearancedesk.review.ConsentRecord.Kind.ALTERATION;
import static org.clearancedesk.review.ConsentRecord.Kind.REPLICA;
import static org.clearancedesk.review.ConsentRecord.Kind.SYNTHETIC;
import static org.clearancedesk.review.ConsentRecord.Kind.TRAINING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearancedesk.intake.BadInput.Problem;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.intake.Facts;
import org.clearancedesk.intake.Facts.ModelTraining;
import org.clearancedesk.intake.Facts.TalentUse;
import org.clearancedesk.intake.NameKey;
import org.clearancedesk.intake.Performer.Role;
import org.clearancedesk.review.Agreement.Minors;
import org.clearancedesk.review.ConsentRecord.Kind;

/**
 * What keeps a consent from covering a request: the one place that says so, when the consent is recorded and again when
 * the request is to be approved. A strike, a new day or a changed request may have come in between.
 *
 * @param files the ids of the files that are on record in the case
 */
public record ConsentRules(Agreements agreements, ClearanceRequest request, Set<String> files, LocalDate today) {

    /** Everything that is wrong, with the name of the field in the consent record. */
    public List<Problem> faults(ConsentRecord consent) {
        List<Problem> faults = new ArrayList<>();
        Optional<Agreement> known = agreements.find(consent.agreement(), consent.agreementVersion());
        Agreement agreement = known.orElse(Agreement.STRICTEST);
        if (known.isEmpty()
                && !consent.agreement().isEmpty()
                && !consent.agreementVersion().isEmpty()) {
            faults.add(new Problem(
                    "agreement",
                    "The desk knows no agreement “%s, %s”. Please choose one of the list."
                            .formatted(consent.agreement(), consent.agreementVersion())));
        }
        faults.addAll(new ConsentTerms(agreement, consent, today).faults());
        scope(consent, faults);
        evidence(consent, faults);
        people(agreement, consent, faults);
        return faults;
    }

    /** Whether somebody has to say in words why the use is allowed under the agreement. */
    boolean asksForWords(ConsentRecord consent) {
        return consent.role() == Role.MINOR
                && agreements
                        .find(consent.agreement(), consent.agreementVersion())
                        .filter(agreement -> agreement.minors() == Minors.SOME_BARRED)
                        .isPresent();
    }

    /**
     * The kinds of consent of which one is needed for what the facts say is done to people. A replica may be trained on
     * the performer it shows, for this production; a model that is used elsewhere is a use of its own, and no consent is
     * for two.
     */
    public static Set<Kind> kindsFor(Facts facts) {
        if (facts.modelTraining() == ModelTraining.TALENT && facts.modelReusedElsewhere()) {
            return facts.talentUse() == TalentUse.NONE ? EnumSet.of(TRAINING) : EnumSet.noneOf(Kind.class);
        }
        if (facts.talentUse() == null) {
            // It was not among the facts when the request was sent.
            return EnumSet.allOf(Kind.class);
        }
        return switch (facts.talentUse()) {
            case REPLICA -> EnumSet.of(REPLICA);
            case ALTERATION_SIGNIFICANT, ALTERATION_CUSTOMARY, ALTERATION_UNSURE -> EnumSet.of(ALTERATION);
            case SYNTHETIC -> EnumSet.of(SYNTHETIC);
            case NONE ->
                facts.modelTraining() == ModelTraining.TALENT ? EnumSet.of(TRAINING) : EnumSet.allOf(Kind.class);
            case LIKENESS_REFERENCE -> EnumSet.allOf(Kind.class);
        };
    }

    private void scope(ConsentRecord consent, List<Problem> faults) {
        if (consent.titles().isEmpty()) {
            faults.add(new Problem("titles", "Please name at least one title that the consent covers."));
        } else if (consent.titles().stream().noneMatch(this::isThisTitle)) {
            faults.add(new Problem(
                    "titles",
                    "The consent does not name “%s”, by its title or its code. Another title needs another consent."
                            .formatted(request.production().title())));
        }
        if (consent.role() != Role.CRAFT && !kindsOf(consent.role()).contains(consent.kind())) {
            faults.add(
                    new Problem(
                            "kind",
                            kindsOf(consent.role()).isEmpty()
                                    ? "The request trains a model that is used elsewhere and does something else to people besides. Please ask for changes, so that each is a request of its own."
                                    : "The request is for another kind of use than the consent. What was not described to them is not consented to."));
        }
    }

    private Set<Kind> kindsOf(Role role) {
        return role == Role.SYNTHETIC ? EnumSet.of(SYNTHETIC) : kindsFor(request.facts());
    }

    private boolean isThisTitle(String title) {
        return NameKey.same(title, request.production().title())
                || NameKey.same(title, request.production().code());
    }

    private void evidence(ConsentRecord consent, List<Problem> faults) {
        consent.evidence().stream()
                .filter(file -> !files.contains(file))
                .forEach(file -> faults.add(new Problem(
                        "evidence",
                        "“%s” is not on file in this case. Please hand the file in here, and name it again."
                                .formatted(file))));
    }

    private static void people(Agreement agreement, ConsentRecord consent, List<Problem> faults) {
        Role role = consent.role();
        if (role == Role.MINOR && agreement.minors() == Minors.BARRED) {
            faults.add(new Problem("agreement", "This agreement bars such a use of a minor. Please refuse it."));
        }
        if (consent.representative() == null && agreement.representative().contains(role)) {
            faults.add(new Problem(
                    "representative",
                    role == Role.MINOR
                            ? "Please name the parent or guardian who consented."
                            : "Please name the estate or authorised representative who consented."));
        }
        LocalDate told = consent.unionNotifiedOn();
        if (agreement.unionNotice().contains(role) && told == null) {
            faults.add(new Problem(
                    "unionNotifiedOn", "Please give the day on which the union was told; this use requires it."));
        } else if (told != null
                && consent.firstUseAt() != null
                && told.isAfter(consent.firstUseAt().toLocalDate())) {
            faults.add(new Problem("unionNotifiedOn", "The union has to be told before the use begins."));
        }
    }
}
