package org.clearancedesk.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.clearancedesk.signature.KeyLife;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

class KeyThatEndsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final OperationsProperties LIMITS = new OperationsProperties(
            Duration.ofMinutes(10), Duration.ofMinutes(15), Duration.ofDays(30), Duration.ZERO, Duration.ZERO);

    @ParameterizedTest
    @CsvSource({"-1, DOWN", "0, DOWN", "29, DOWN", "30, UP", "400, UP"})
    void isToldThirtyDaysBefore(int daysLeft, String status) {
        Health health = withKey(() -> NOW.plus(Duration.ofDays(daysLeft)));

        assertThat(health.getStatus()).isEqualTo(new Status(status));
        assertThat(health.getDetails()).containsEntry("daysLeft", (long) daysLeft);
    }

    @Test
    void withoutAKeyNothingIsKnown() {
        assertThat(health(new StaticListableBeanFactory()).getStatus()).isEqualTo(Status.UNKNOWN);
    }

    private static Health withKey(KeyLife key) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("key", key);
        return health(beans);
    }

    private static Health health(StaticListableBeanFactory beans) {
        return new SigningKeyHealth(beans.getBeanProvider(KeyLife.class), LIMITS, Clock.fixed(NOW, ZoneOffset.UTC))
                .health();
    }
}
