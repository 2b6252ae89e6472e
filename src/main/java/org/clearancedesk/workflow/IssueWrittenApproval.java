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
    private final BeginApproval beginning;

    IssueWrittenApproval(CaseFiles files, WrittenApprovals approvals, Consents consents, BeginApproval beginning) {
        this.files = files;
        this.approvals = approvals;
        this.consents = consents;
        this.beginning = beginning;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = files.of(execution).number();
        consents.requireStillHold(number);
        BeginApproval.Terms terms = beginning.termsOf(number);
        approvals.issue(number, terms.conditions());
        beginning.of(number, terms);
    }
}
