package org.clearancedesk.process.standing;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.process.CaseFile;
import org.clearancedesk.process.CaseFiles;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.standing.StandingApprovals;
import org.springframework.stereotype.Component;

@Component
class LookForStandingApproval implements JavaDelegate {

    private final CaseFiles files;
    private final StandingApprovals standing;
    private final CaseRepository cases;

    LookForStandingApproval(CaseFiles files, StandingApprovals standing, CaseRepository cases) {
        this.files = files;
        this.standing = standing;
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseFile file = files.of(execution);
        file.keep(standing.take(cases.get(file.number())));
    }
}
