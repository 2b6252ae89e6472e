package org.clearancedesk.engine.decisions;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.clearancedesk.intake.Finding;
import org.clearancedesk.intake.ReviewKind;
import org.clearancedesk.intake.Tier;
import org.clearancedesk.intake.Triage;

/** Reads what the decision {@code guidelineTriage} yields, in a process or outside, into the desk's own words. */
public final class TriageResult {

    private TriageResult() {}

    /** @throws IllegalStateException when the model gave no triage, which it does not for incomplete facts */
    public static Triage from(DmnDecisionResult result, String guidelineVersion) {
        DmnDecisionResultEntries triage = result.isEmpty() ? null : result.getSingleResult();
        if (triage == null) {
            throw new IllegalStateException("The decision model gave no triage, because not all facts are answered. "
                    + "Please complete the facts of the request.");
        }
        return new Triage(
                Tier.valueOf(triage.getEntry("tier")),
                triage.<List<String>>getEntry("reviews").stream()
                        .map(ReviewKind::valueOf)
                        .toList(),
                triage.<List<Map<String, Object>>>getEntry("findings").stream()
                        .map(TriageResult::finding)
                        .toList(),
                guidelineVersion);
    }

    private static Finding finding(Map<String, Object> entries) {
        return new Finding(
                entry(entries, "clause", String.class),
                Tier.valueOf(entry(entries, "tier", String.class)),
                entry(entries, "union", Boolean.class),
                entry(entries, "reason", String.class));
    }

    private static <T> T entry(Map<String, Object> finding, String name, Class<T> type) {
        return type.cast(Objects.requireNonNull(
                finding.get(name), () -> "A finding of the decision model has no " + name + ": " + finding));
    }
}
