package org.clearancedesk.process.approval;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.approval.Suspensions;
import org.clearancedesk.process.CaseFiles;
import org.springframework.stereotype.Component;

@Component
class TakeUpEarlierHolds implements JavaDelegate {

    private final CaseFiles files;
    private final Approvals approvals;
    private final Suspensions suspensions;
    private final EngineApprovalProcess process;

    TakeUpEarlierHolds(CaseFiles files, Approvals approvals, Suspensions suspensions, EngineApprovalProcess process) {
        this.files = files;
        this.approvals = approvals;
        this.suspensions = suspensions;
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = files.of(execution).number();
        approvals.requireAlive(number);
        suspensions.earlier(number).forEach(process::suspendFor);
    }
}
