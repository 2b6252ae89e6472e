package org.clearancedesk.process;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.clearancedesk.intake.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Measures how long people take for each step, from the task's appearance to its completion. */
@Component
public class StepTimes {

    private static final Duration[] LIMITS = {
        Duration.ofHours(1),
        Duration.ofHours(4),
        Duration.ofDays(1),
        Duration.ofDays(2),
        Duration.ofDays(5),
        Duration.ofDays(10)
    };

    private final Map<Step, Timer> timers = new EnumMap<>(Step.class);
    private final Clock clock;

    StepTimes(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        for (Step step : Step.values()) {
            timers.put(
                    step,
                    Timer.builder("clearance.step")
                            .tag("step", step.name())
                            .description("Time from a task's appearance to its completion")
                            .serviceLevelObjectives(LIMITS)
                            .register(registry));
        }
    }

    /** Counts the step once its completion is kept. */
    public void completed(DelegateTask task) {
        Timer timer = timers.get(TaskIds.of(task.getTaskDefinitionKey()));
        Date made = task.getCreateTime();
        Duration took = Duration.between(made.toInstant(), clock.instant());
        if (timer != null && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    timer.record(took);
                }
            });
        }
    }
}
