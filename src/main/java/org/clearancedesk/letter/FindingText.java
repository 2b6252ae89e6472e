package org.clearancedesk.letter;

import java.util.List;
import org.clearancedesk.intake.Triage;

/** One line of guidance that applied. */
public record FindingText(String clause, String tier, String reason) {

    public static List<FindingText> of(Triage triage) {
        return triage.findings().stream()
                .map(finding -> new FindingText(finding.clause(), Labels.tier(finding.tier()), finding.reason()))
                .toList();
    }
}
