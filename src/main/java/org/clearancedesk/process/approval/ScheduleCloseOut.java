package org.clearancedesk.process.approval;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.process.CaseFile;
import org.clearancedesk.process.CaseFiles;
import org.springframework.stereotype.Component;

/** A use is closed out by the last day of its approval; the holder is reminded before. */
@Component
class ScheduleCloseOut implements ExecutionListener {

    private static final Duration BEFORE = Duration.ofDays(30);

    private final CaseFiles files;
    private final Approvals approvals;
    private final Clock clock;

    ScheduleCloseOut(CaseFiles files, Approvals approvals, Clock clock) {
        this.files = files;
        this.approvals = approvals;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        CaseFile file = files.of(execution);
        Instant now = clock.instant();
        Instant end = approvals.validity(file.number()).orElseThrow().ends();
        Instant halfWay = now.plus(Duration.between(now, end).dividedBy(2));
        Instant early = end.minus(BEFORE);
        file.schedule(end, early.isAfter(halfWay) ? early : halfWay, end);
    }
}
