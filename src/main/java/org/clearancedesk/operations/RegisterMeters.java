package org.clearancedesk.operations;

import static java.time.ZoneOffset.UTC;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.clearancedesk.intake.Tier;
import org.clearancedesk.register.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the register says, as figures. Labels are tiers and outcomes, never anything that a person wrote. */
@Component
class RegisterMeters implements MeterBinder {

    private static final int SOON_IN_DAYS = 30;

    /** A request that was never triaged, or whose changes are not yet. */
    private static final String NO_TIER = "NONE";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CachedSupplier<List<Cases>> cases;
    private final CachedSupplier<Long> ending;

    RegisterMeters(JdbcClient jdbc, Clock clock, OperationsProperties operations) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.cases = new CachedSupplier<>(operations.remember(), this::count);
        this.ending = new CachedSupplier<>(operations.remember(), this::countEnding);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Status outcome : Status.values()) {
            add(registry, NO_TIER, outcome);
            for (Tier tier : Tier.values()) {
                add(registry, tier.name(), outcome);
            }
        }
        Gauge.builder("clearance.approvals.in.force", this, meters -> meters.cases.get().stream()
                        .filter(row -> row.outcome().equals(Status.APPROVED.name()))
                        .mapToLong(Cases::count)
                        .sum())
                .description("Written approvals that may be used today")
                .register(registry);
        Gauge.builder("clearance.approvals.ending", ending, CachedSupplier::get)
                .tag("within", SOON_IN_DAYS + "d")
                .description("Written approvals in force whose last day is near")
                .register(registry);
    }

    private void add(MeterRegistry registry, String tier, Status outcome) {
        Gauge.builder("clearance.requests", cases, counted -> counted.get().stream()
                        .filter(row -> row.tier().equals(tier) && row.outcome().equals(outcome.name()))
                        .mapToLong(Cases::count)
                        .sum())
                .tags("tier", tier, "outcome", outcome.name())
                .description("Requests by what the guidelines asked for and where they stand")
                .register(registry);
    }

    private List<Cases> count() {
        return jdbc.sql("select coalesce(tier, ?), status, count(*) from clearance_case group by tier, status")
                .param(NO_TIER)
                .query((row, index) -> new Cases(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    private long countEnding() {
        LocalDate today = clock.instant().atZone(UTC).toLocalDate();
        return jdbc.sql("select count(*) from clearance_letter l join clearance_case c on c.number = l.case_number"
                        + " where c.status = ? and l.valid_until between ? and ?")
                .params(Status.APPROVED.name(), today, today.plusDays(SOON_IN_DAYS))
                .query(Long.class)
                .single();
    }

    private record Cases(String tier, String outcome, long count) {}
}
