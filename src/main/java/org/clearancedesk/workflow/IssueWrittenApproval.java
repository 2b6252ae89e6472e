package org.clearancedesk.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.consent.Consents;
import org.clearancedesk.letter.WrittenApprovals;
import org.springframework.stereotype.Component;

@Component
class IssueWrittenApproval implements JavaDelegate {

    private final CaseFiles files;
    private final WrittenApprovals approvals;
    private final Consents consents;

    IssueWrittenApproval(CaseFiles files, WrittenApprovals approvals, Consents consents) {
        this.files = files;
        this.approvals = approvals;
        this.consents = consents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = files.of(execution).number();
        consents.requireStillHold(number);
        approvals.issue(number);
    }
}
