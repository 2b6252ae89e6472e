package org.clearancedesk.workflow;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.register.Cases;
import org.clearancedesk.register.Register;
import org.clearancedesk.review.GivenOpinion;
import org.clearancedesk.review.Opinion;
import org.clearancedesk.review.Verdict;
import org.clearancedesk.triage.ReviewKind;
import org.springframework.stereotype.Component;

@Component
class CombineReviews implements JavaDelegate {

    private final CaseFiles files;
    private final Cases cases;
    private final Register register;

    CombineReviews(CaseFiles files, Cases cases, Register register) {
        this.files = files;
        this.cases = cases;
        this.register = register;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseFile file = files.of(execution);
        List<Opinion> opinions = cases.opinionsOfThisRound(file.number()).stream()
                .map(GivenOpinion::opinion)
                .toList();
        Set<ReviewKind> needed =
                EnumSet.copyOf(cases.triage(file.number()).orElseThrow().reviews());
        Verdict verdict = Verdict.of(
                opinions, needed, cases.request(file.number()).performers().size());
        register.combined(file.number(), verdict);
        file.keep(verdict);
    }
}
