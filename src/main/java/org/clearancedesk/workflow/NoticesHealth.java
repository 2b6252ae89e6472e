package org.clearancedesk.workflow;

import org.clearancedesk.operations.OperationsProperties;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether people are told in time. */
@Component("noticesHealthIndicator")
class NoticesHealth implements HealthIndicator {

    private final WorkCount work;
    private final OperationsProperties limits;

    NoticesHealth(WorkCount work, OperationsProperties limits) {
        this.work = work;
        this.limits = limits;
    }

    @Override
    public Health health() {
        WorkInHand now = work.get();
        Health.Builder health = now.noticeLag().compareTo(limits.oldestNotice()) > 0 ? Health.down() : Health.up();
        return health.withDetail("queued", now.notices())
                .withDetail("oldestSeconds", now.noticeLag().toSeconds())
                .build();
    }
}
