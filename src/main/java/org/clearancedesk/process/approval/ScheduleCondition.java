package org.clearancedesk.process.approval;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.clearancedesk.approval.ConditionRepository;
import org.clearancedesk.process.CaseFile;
import org.clearancedesk.process.CaseFiles;
import org.clearancedesk.process.CaseVariable;
import org.springframework.stereotype.Component;

/** Reads when a condition is due; its holder is reminded half-way. What is said of one condition stays with it. */
@Component
class ScheduleCondition implements ExecutionListener {

    private final CaseFiles files;
    private final ConditionRepository conditions;
    private final Clock clock;

    ScheduleCondition(CaseFiles files, ConditionRepository conditions, Clock clock) {
        this.files = files;
        this.conditions = conditions;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        CaseFile file = files.of(execution);
        ApprovalFile own = new ApprovalFile(execution);
        Instant due = conditions.get(file.number(), own.position()).due();
        Instant now = clock.instant();
        Instant halfWay = now.plus(Duration.between(now, due).dividedBy(2));
        file.schedule(due, halfWay, due);
        own.keepApart(CaseVariable.CONDITION_OUTCOME, null);
        own.keepApart(CaseVariable.CONDITION_REASON, null);
        own.keepApart(CaseVariable.CONDITION_EVIDENCE, null);
    }
}
