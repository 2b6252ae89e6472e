package org.clearancedesk.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.letter.WrittenApprovals;
import org.springframework.stereotype.Component;

@Component
class IssueWrittenApproval implements JavaDelegate {

    private final CaseFiles files;
    private final WrittenApprovals approvals;
    private final BeginApproval beginning;

    IssueWrittenApproval(CaseFiles files, WrittenApprovals approvals, BeginApproval beginning) {
        this.files = files;
        this.approvals = approvals;
        this.beginning = beginning;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = files.of(execution).number();
        approvals.issue(number);
        beginning.of(number);
    }
}
