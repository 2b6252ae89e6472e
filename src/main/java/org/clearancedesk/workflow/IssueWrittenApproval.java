package org.clearancedesk.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.letter.WrittenApprovals;
import org.springframework.stereotype.Component;

@Component
class IssueWrittenApproval implements JavaDelegate {

    private final CaseFiles files;
    private final WrittenApprovals approvals;

    IssueWrittenApproval(CaseFiles files, WrittenApprovals approvals) {
        this.files = files;
        this.approvals = approvals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        approvals.issue(files.of(execution).number());
    }
}
