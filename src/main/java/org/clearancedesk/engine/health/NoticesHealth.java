package org.clearancedesk.engine.health;

import org.clearancedesk.operations.OperationsProperties;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether people are told in time. */
@Component("noticesHealthIndicator")
class NoticesHealth implements HealthIndicator {

    private final BacklogCount work;
    private final OperationsProperties limits;

    NoticesHealth(BacklogCount work, OperationsProperties limits) {
        this.work = work;
        this.limits = limits;
    }

    @Override
    public Health health() {
        Backlog now = work.get();
        Health.Builder health = now.noticeLag().compareTo(limits.oldestNotice()) > 0 ? Health.down() : Health.up();
        return health.withDetail("queued", now.notices())
                .withDetail("oldestSeconds", now.noticeLag().toSeconds())
                .build();
    }
}
