package org.clearancedesk.engine;

import java.time.Duration;
import java.util.function.Predicate;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.SetRemovalTimeSelectModeForHistoricProcessInstancesBuilder;
import org.camunda.bpm.engine.history.SetRemovalTimeToHistoricProcessInstancesBuilder;
import org.clearancedesk.operations.lock.ClusterLocks;
import org.clearancedesk.operations.lock.Turn;
import org.clearancedesk.operations.retention.EngineHistory;
import org.clearancedesk.operations.retention.LegalHolds;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes away the day on which the engine would forget an instance, and sets it again; in batches that Cockpit shows. */
@Component
public class CaseHistory implements EngineHistory {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final HistoryService history;
    private final LegalHolds holds;
    private final ClusterLocks clusterLocks;

    CaseHistory(HistoryService history, LegalHolds holds, ClusterLocks clusterLocks) {
        this.history = history;
        this.holds = holds;
        this.clusterLocks = clusterLocks;
    }

    @Override
    public void keep(String number) {
        change(number, past -> past.getRemovalTime() != null, builder -> builder.clearedRemovalTime());
    }

    @Override
    public void release(String number) {
        change(
                number,
                past -> past.getRemovalTime() == null && past.getEndTime() != null,
                builder -> builder.calculatedRemovalTime());
    }

    /** Once for all nodes: each would make the same batches. */
    @Scheduled(initialDelayString = "${clearance-desk.operations.first-history-run:1m}", fixedDelayString = "1h")
    void keepOnOneNode() {
        clusterLocks.takeOnceIn(HALF_AN_HOUR, Turn.CASE_HISTORY, this::keepWhatEnded);
    }

    /**
     * An instance that ends while its case is on hold gets a day of removal like any other, far behind the next run of
     * this.
     */
    public void keepWhatEnded() {
        holds.numbers().forEach(this::keep);
    }

    private void change(String number, Predicate<HistoricProcessInstance> which, Mode mode) {
        String[] ids = history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .filter(which)
                .map(HistoricProcessInstance::getId)
                .toArray(String[]::new);
        if (ids.length > 0) {
            mode.of(history.setRemovalTimeToHistoricProcessInstances())
                    .byIds(ids)
                    .executeAsync();
        }
    }

    private interface Mode {

        SetRemovalTimeToHistoricProcessInstancesBuilder of(
                SetRemovalTimeSelectModeForHistoricProcessInstancesBuilder builder);
    }
}
