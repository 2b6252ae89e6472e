package org.clearancedesk.engine.health;

import java.util.List;
import org.clearancedesk.operations.CachedSupplier;
import org.clearancedesk.operations.OperationsProperties;
import org.clearancedesk.register.CaseProcesses;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether every case under way and every approval has the process that acts on it; names those that do not. */
@Component("caseProcessesHealthIndicator")
public class CaseProcessesHealth implements HealthIndicator {

    private static final int NAMED = 20;

    private final CachedSupplier<List<String>> without;

    public CaseProcessesHealth(CaseProcesses processes, OperationsProperties operations) {
        this.without = new CachedSupplier<>(operations.remember(), () -> processes.withoutTheirs(NAMED));
    }

    @Override
    public Health health() {
        List<String> cases = without.get();
        return cases.isEmpty()
                ? Health.up().build()
                : Health.status("DEGRADED")
                        .withDetail("casesWithoutTheirProcess", cases)
                        .build();
    }
}
