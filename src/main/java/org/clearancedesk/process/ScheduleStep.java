package org.clearancedesk.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.clearancedesk.intake.ServiceLevel;
import org.clearancedesk.intake.ServiceLevels;
import org.clearancedesk.intake.Tier;
import org.clearancedesk.register.CaseRepository;
import org.springframework.stereotype.Component;

/**
 * Reads from the service levels when a task is due and when to remind. It listens on the flow into the task, because the
 * engine sets a task's timers before it calls any listener of the task itself.
 */
@Component
class ScheduleStep implements ExecutionListener {

    private final CaseFiles files;
    private final CaseRepository cases;
    private final ServiceLevels levels;
    private final Clock clock;

    ScheduleStep(CaseFiles files, CaseRepository cases, ServiceLevels levels, Clock clock) {
        this.files = files;
        this.cases = cases;
        this.levels = levels;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        SequenceFlow flow = (SequenceFlow) execution.getBpmnModelElementInstance();
        CaseFile file = files.of(execution);
        Tier tier = Objects.requireNonNull(cases.get(file.number()).tier());
        ServiceLevel level = levels.of(tier, TaskIds.of(flow.getTarget().getId()));
        Instant now = clock.instant();
        file.schedule(now.plus(level.due()), now.plus(level.reminder()), now.plus(level.unclaimed()));
    }
}
