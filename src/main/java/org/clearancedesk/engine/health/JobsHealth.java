package org.clearancedesk.engine.health;

import org.clearancedesk.operations.OperationsProperties;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Whether the engine keeps up. What a person has to look at in Cockpit makes it degraded; down is only an engine that runs
 * nothing any more.
 */
@Component("jobsHealthIndicator")
class JobsHealth implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED");

    private final BacklogCount work;
    private final OperationsProperties limits;

    JobsHealth(BacklogCount work, OperationsProperties limits) {
        this.work = work;
        this.limits = limits;
    }

    @Override
    public Health health() {
        Backlog now = work.get();
        Health.Builder health = Health.up();
        if (now.jobLag().compareTo(limits.oldestJob()) > 0) {
            health.down();
        } else if (now.failedJobs() > 0 || now.incidents() > 0) {
            health.status(DEGRADED);
        }
        return health.withDetail("oldestDueSeconds", now.jobLag().toSeconds())
                .withDetail("failedJobs", now.failedJobs())
                .withDetail("incidents", now.incidents())
                .build();
    }
}
