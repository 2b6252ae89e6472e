package org.clearancedesk.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.approval.Holds;
import org.springframework.stereotype.Component;

@Component
class TakeUpEarlierHolds implements JavaDelegate {

    private final CaseFiles files;
    private final Approvals approvals;
    private final Holds holds;
    private final EngineApprovalProcess process;

    TakeUpEarlierHolds(CaseFiles files, Approvals approvals, Holds holds, EngineApprovalProcess process) {
        this.files = files;
        this.approvals = approvals;
        this.holds = holds;
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = files.of(execution).number();
        approvals.requireAlive(number);
        holds.earlier(number).forEach(process::suspendFor);
    }
}
