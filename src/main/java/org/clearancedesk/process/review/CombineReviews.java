package org.clearancedesk.process.review;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.intake.ReviewKind;
import org.clearancedesk.process.CaseFile;
import org.clearancedesk.process.CaseFiles;
import org.clearancedesk.register.CaseEvents;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.review.GivenOpinion;
import org.clearancedesk.review.Opinion;
import org.clearancedesk.review.Verdict;
import org.springframework.stereotype.Component;

@Component
class CombineReviews implements JavaDelegate {

    private final CaseFiles files;
    private final CaseRepository cases;
    private final CaseEvents caseEvents;

    CombineReviews(CaseFiles files, CaseRepository cases, CaseEvents caseEvents) {
        this.files = files;
        this.cases = cases;
        this.caseEvents = caseEvents;
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
        caseEvents.combined(file.number(), verdict);
        file.keep(verdict);
    }
}
