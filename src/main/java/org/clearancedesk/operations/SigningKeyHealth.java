package org.clearancedesk.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.clearancedesk.signature.KeyLife;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether letters can be signed for long enough that somebody can replace the key in peace. */
@Component("signingKeyHealthIndicator")
class SigningKeyHealth implements HealthIndicator {

    private final ObjectProvider<KeyLife> keys;
    private final OperationsProperties limits;
    private final Clock clock;

    SigningKeyHealth(ObjectProvider<KeyLife> keys, OperationsProperties limits, Clock clock) {
        this.keys = keys;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Health health() {
        KeyLife key = keys.getIfAvailable();
        if (key == null) {
            return Health.unknown().withDetail("key", "none").build();
        }
        Instant end = key.endsAt();
        Duration left = Duration.between(clock.instant(), end);
        Health.Builder health = left.compareTo(limits.keyLife()) < 0 ? Health.down() : Health.up();
        return health.withDetail("endsAt", end.toString())
                .withDetail("daysLeft", left.toDays())
                .build();
    }
}
