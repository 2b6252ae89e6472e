package org.clearancedesk.process.approval;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.process.CaseFiles;
import org.springframework.stereotype.Component;

@Component
class ScheduleNextDate implements JavaDelegate {

    private final CaseFiles files;
    private final Approvals approvals;
    private final Clock clock;

    ScheduleNextDate(CaseFiles files, Approvals approvals, Clock clock) {
        this.files = files;
        this.approvals = approvals;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = files.of(execution).number();
        new ApprovalFile(execution)
                .keep(approvals.validity(number).orElseThrow().nextAfter(clock.instant()));
    }
}
