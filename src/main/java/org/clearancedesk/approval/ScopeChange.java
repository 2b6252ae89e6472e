package org.clearancedesk.approval;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.clearancedesk.intake.Facts;
import org.clearancedesk.intake.Finding;
import org.clearancedesk.intake.Tier;
import org.clearancedesk.intake.Triage;

/**
 * What a changed use asks for, compared with the use as it was decided.
 *
 * @param facts the answers that are others now
 */
public record ScopeChange(List<ChangedFact> facts, Triage before, Triage now) {

    /** One answer, as it was and as it is. */
    public record ChangedFact(String fact, String before, String now) {}

    public static ScopeChange between(Facts decided, Triage before, Facts changed, Triage now) {
        List<ChangedFact> facts = Arrays.stream(Facts.class.getRecordComponents())
                .map(fact -> new ChangedFact(fact.getName(), valueOf(fact, decided), valueOf(fact, changed)))
                .filter(fact -> !fact.before().equals(fact.now()))
                .toList();
        return new ScopeChange(facts, before, now);
    }

    public boolean changesNothing() {
        return facts.isEmpty();
    }

    /** Whether somebody has to decide anew: the tier is higher, or the guidelines say something that nobody judged. */
    public boolean asksForMore() {
        return now.tier().compareTo(before.tier()) > 0
                || !before.reviews().containsAll(now.reviews())
                || now.findings().stream().anyMatch(finding -> finding.tier() != Tier.LOW && !wasJudged(finding));
    }

    /** Findings that were not there before. */
    public List<Finding> came() {
        return without(now.findings(), before.findings());
    }

    /** Findings that do not apply any more. */
    public List<Finding> went() {
        return without(before.findings(), now.findings());
    }

    private boolean wasJudged(Finding finding) {
        return before.findings().stream()
                .anyMatch(old -> old.clause().equals(finding.clause())
                        && old.tier().compareTo(finding.tier()) >= 0
                        && (old.union() || !finding.union()));
    }

    private static List<Finding> without(List<Finding> all, List<Finding> others) {
        return all.stream().filter(finding -> !others.contains(finding)).toList();
    }

    private static String valueOf(RecordComponent fact, Facts facts) {
        try {
            return Objects.toString(fact.getAccessor().invoke(facts));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The fact %s cannot be read.".formatted(fact.getName()), e);
        }
    }
}
