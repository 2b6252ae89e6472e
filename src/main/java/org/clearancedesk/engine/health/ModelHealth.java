package org.clearancedesk.engine.health;

import java.util.List;
import org.clearancedesk.engine.SelfCheck;
import org.clearancedesk.operations.CachedSupplier;
import org.clearancedesk.operations.OperationsProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A desk whose models lead into nothing takes no calls, and says at its start what they miss. */
@Component("modelHealthIndicator")
class ModelHealth implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(ModelHealth.class);

    private final CachedSupplier<List<String>> missing;

    ModelHealth(SelfCheck check, OperationsProperties operations) {
        this.missing = new CachedSupplier<>(operations.remember(), check::missing);
    }

    @Override
    public Health health() {
        List<String> sentences = missing.get();
        return sentences.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("missing", sentences).build();
    }

    @EventListener(ApplicationStartedEvent.class)
    void tell() {
        missing.get().forEach(sentence -> LOG.error("Not ready: {}", sentence));
    }
}
