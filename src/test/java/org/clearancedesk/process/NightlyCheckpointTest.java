package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.clearancedesk.audit.Checkpoint;
import org.clearancedesk.audit.Checkpoints;
import org.clearancedesk.audit.RecordAudit;
import org.clearancedesk.engine.Models;
import org.junit.jupiter.api.Test;

/** Each night one desk of several signs where every record ends. */
@Scenario
class NightlyCheckpointTest {

    private final ManagementService jobs;
    private final HistoryService history;
    private final Checkpoints checkpoints;
    private final RecordAudit audit;

    NightlyCheckpointTest(ManagementService jobs, HistoryService history, Checkpoints checkpoints, RecordAudit audit) {
        this.jobs = jobs;
        this.history = history;
        this.checkpoints = checkpoints;
        this.audit = audit;
    }

    @Test
    void isTakenByTheTimerAndTheNextNightIsPlanned() {
        int before = checkpoints.newest(0, 1).stream()
                .map(Checkpoint::sequence)
                .findFirst()
                .orElse(0);
        Job tonight = timer();

        jobs.executeJob(tonight.getId());
        List<Job> queued = jobs.createJobQuery()
                .processDefinitionKey(Models.CHECKPOINT_PROCESS)
                .messages()
                .list();
        assertThat(checkpoints.newest(0, 1).stream().map(Checkpoint::sequence).filter(sequence -> sequence > before))
                .as("not before its own job")
                .isEmpty();
        queued.forEach(job -> jobs.executeJob(job.getId()));

        assertThat(checkpoints.newest(0, 1)).singleElement().satisfies(taken -> assertThat(taken.sequence())
                .isEqualTo(before + 1));
        assertThat(timer().getId()).as("the next night").isNotEqualTo(tonight.getId());
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey(Models.CHECKPOINT_PROCESS)
                        .finished()
                        .count())
                .isPositive();
        assertThat(audit.verify().checkpoints()).isEqualTo(before + 1);
    }

    private Job timer() {
        return jobs.createJobQuery()
                .processDefinitionKey(Models.CHECKPOINT_PROCESS)
                .timers()
                .singleResult();
    }
}
