package org.clearancedesk.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final AtomicLong stopwatch = new AtomicLong(Long.MAX_VALUE - 1);
    private final AtomicInteger asked = new AtomicInteger();
    private final CachedSupplier<Integer> answer =
            new CachedSupplier<>(Duration.ofSeconds(30), asked::incrementAndGet, stopwatch::get);

    @Test
    void asksOnceHoweverOftenItIsAskedItself() {
        for (int times = 0; times < 1000; times++) {
            assertThat(answer.get()).isOne();
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void asksAgainWhenTheTimeIsOver() {
        answer.get();
        stopwatch.addAndGet(Duration.ofSeconds(30).toNanos() - 1);
        assertThat(answer.get()).isOne();

        stopwatch.incrementAndGet();
        assertThat(answer.get()).isEqualTo(2);
    }
}
