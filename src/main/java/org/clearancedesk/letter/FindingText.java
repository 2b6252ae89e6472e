package org.clearancedesk.letter;

import java.util.List;
import org.clearancedesk.triage.Triage;

/** One line of guidance that applied. */
record FindingText(String clause, String tier, String reason) {

    static List<FindingText> of(Triage triage) {
        return triage.findings().stream()
                .map(finding -> new FindingText(finding.clause(), Wording.tier(finding.tier()), finding.reason()))
                .toList();
    }
}
