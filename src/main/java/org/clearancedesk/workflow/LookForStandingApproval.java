package org.clearancedesk.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.approval.StandingApprovals;
import org.clearancedesk.register.Cases;
import org.springframework.stereotype.Component;

@Component
class LookForStandingApproval implements JavaDelegate {

    private final CaseFiles files;
    private final StandingApprovals standing;
    private final Cases cases;

    LookForStandingApproval(CaseFiles files, StandingApprovals standing, Cases cases) {
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
