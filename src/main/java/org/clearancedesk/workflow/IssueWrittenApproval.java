package org.clearancedesk.workflow;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.approval.Renewals;
import org.clearancedesk.consent.Consents;
import org.clearancedesk.letter.WrittenApprovals;
import org.clearancedesk.register.ApprovalRecord;
import org.springframework.stereotype.Component;

@Component
class IssueWrittenApproval implements JavaDelegate {

    private final CaseFiles files;
    private final WrittenApprovals approvals;
    private final Consents consents;
    private final BeginApproval beginning;
    private final Renewals renewals;
    private final ApprovalRecord record;

    IssueWrittenApproval(
            CaseFiles files,
            WrittenApprovals approvals,
            Consents consents,
            BeginApproval beginning,
            Renewals renewals,
            ApprovalRecord record) {
        this.renewals = renewals;
        this.record = record;
        this.files = files;
        this.approvals = approvals;
        this.consents = consents;
        this.beginning = beginning;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = files.of(execution).number();
        List<String> concerned = new ArrayList<>(List.of(number));
        renewals.predecessorOf(number).ifPresent(concerned::add);
        record.lockAll(concerned);
        consents.requireStillHold(number);
        BeginApproval.Terms terms = beginning.termsOf(number);
        approvals.issue(number, terms.conditions());
        beginning.of(number, terms);
    }
}
