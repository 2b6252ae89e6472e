package org.clearancedesk.process.approval;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.process.CaseFiles;
import org.springframework.stereotype.Component;

/** Whether an approval is over says its record at that moment, and no variable that stood there for months. */
@Component
class ReadValidity implements ExecutionListener {

    private final CaseFiles files;
    private final Approvals approvals;
    private final Clock clock;

    ReadValidity(CaseFiles files, Approvals approvals, Clock clock) {
        this.files = files;
        this.approvals = approvals;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String number = files.of(execution).number();
        new ApprovalFile(execution)
                .goesOn(!approvals.validity(number).orElseThrow().isOver(clock.instant()));
    }
}
