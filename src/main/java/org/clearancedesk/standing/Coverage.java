package org.clearancedesk.standing;

import static java.util.stream.Collectors.toSet;

import java.util.EnumSet;
import java.util.Set;
import org.clearancedesk.approval.ScopeChange;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.intake.Facts.ModelTraining;
import org.clearancedesk.intake.Facts.TalentUse;
import org.clearancedesk.intake.Finding;
import org.clearancedesk.intake.NameKey;
import org.clearancedesk.intake.Performer;
import org.clearancedesk.intake.Triage;
import org.clearancedesk.production.ProductionCode;

/**
 * The class of uses that a standing approval covers: those that are like the approved one in everything that was judged.
 *
 * @param approved the use that was approved
 * @param judged what the guidelines said about it
 */
public record Coverage(ClearanceRequest approved, Triage judged) {

    private static final Set<TalentUse> NEVER_ROUTINE = EnumSet.of(
            TalentUse.LIKENESS_REFERENCE,
            TalentUse.REPLICA,
            TalentUse.ALTERATION_SIGNIFICANT,
            TalentUse.ALTERATION_UNSURE,
            TalentUse.SYNTHETIC);

    /**
     * Makes sure that such uses are routine, so that nobody has to be asked each time.
     *
     * @throws BadInput when they are not
     */
    public void requireRoutine() {
        if (approved.confidential()) {
            throw new BadInput("", "This request is confidential. Each confidential use is decided on its own.");
        }
        if (judged.findings().stream().anyMatch(Finding::union)) {
            throw new BadInput(
                    "",
                    "This use needs somebody's consent, which is asked for each use. It cannot be approved for others.");
        }
        if (!approved.facts().areAllAnswered()) {
            throw new BadInput(
                    "", "This request was sent when fewer questions were asked. Each such use is decided on its own.");
        }
        if (NEVER_ROUTINE.contains(approved.facts().talentUse())) {
            throw new BadInput(
                    "", "This use changes or makes a performance or a likeness. Each such use is decided on its own.");
        }
        if (approved.facts().personalDataInput()) {
            throw new BadInput(
                    "", "Personal data goes into the tool in this use. Each such use is decided on its own.");
        }
        if (approved.facts().modelTraining() != ModelTraining.NONE) {
            throw new BadInput("", "A model is trained in this use. Each such use is decided on its own.");
        }
    }

    /** Whether a later use falls wholly inside; one that is to renew an approval wants a letter of its own. */
    public boolean covers(ClearanceRequest later, Triage now) {
        return !later.confidential()
                && later.predecessor() == null
                && later.facts().equals(approved.facts())
                && NameKey.same(later.tool().name(), approved.tool().name())
                && NameKey.same(later.tool().vendor(), approved.tool().vendor())
                && ProductionCode.keyOf(later.production().code())
                        .equals(ProductionCode.keyOf(approved.production().code()))
                && people(approved).containsAll(people(later))
                && !ScopeChange.between(approved.facts(), judged, later.facts(), now)
                        .asksForMore();
    }

    private static Set<String> people(ClearanceRequest request) {
        return request.performers().stream().map(Coverage::person).collect(toSet());
    }

    private static String person(Performer performer) {
        return performer.role() + " " + NameKey.of(performer.name()).value();
    }
}
