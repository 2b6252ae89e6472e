package org.clearancedesk.web.approval;

import java.util.List;
import org.clearancedesk.approval.ScopeChange;
import org.clearancedesk.intake.Finding;
import org.clearancedesk.intake.Tier;
import org.clearancedesk.web.intake.Questions;

/**
 * What a change of scope means, in words.
 *
 * @param asksForMore whether an approval is suspended for it until legal has decided
 */
record ScopeChangeView(
        List<Line> changed, List<Finding> came, List<Finding> went, Tier tierBefore, Tier tier, boolean asksForMore) {

    /** One answer that is another now. */
    record Line(String fact, String question, String before, String now) {}

    static ScopeChangeView of(ScopeChange change, Questions questions) {
        return new ScopeChangeView(
                change.facts().stream()
                        .map(fact -> new Line(
                                fact.fact(),
                                questions.about(fact.fact()).ask(),
                                questions.about(fact.fact()).labelOf(fact.before()),
                                questions.about(fact.fact()).labelOf(fact.now())))
                        .toList(),
                change.came(),
                change.went(),
                change.before().tier(),
                change.now().tier(),
                change.asksForMore());
    }
}
