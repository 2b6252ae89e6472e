package org.clearancedesk.people.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * One bucket of tokens for each key. A key that is forgotten for want of room starts anew. Each node counts for itself: with
 * two of them somebody gets up to twice as much, which is still bounded, and no call waits for the database to be counted.
 */
public final class RateLimiter {

    private static final int KEYS = 50_000;

    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(KEYS).build();
    private final int capacity;
    private final Duration refill;
    private final TimeMeter time;

    /** @param capacity tokens that a full bucket holds, and that come back within {@code refill}; 0 for as many as asked */
    public RateLimiter(int capacity, Duration refill, Clock clock) {
        this.capacity = capacity;
        this.refill = refill;
        this.time = new WallClock(clock);
    }

    /** How long to wait for a token; zero when there is one. */
    public Duration waitFor(String key) {
        return capacity == 0
                ? Duration.ZERO
                : Duration.ofNanos(of(key).estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    /** Takes a token; when there is none, says how long to wait for it, and takes nothing. */
    public Duration take(String key) {
        return capacity == 0
                ? Duration.ZERO
                : Duration.ofNanos(of(key).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    /** Takes a token even where there is none: it will be missing afterwards. */
    public void takeAnyhow(String key) {
        if (capacity > 0) {
            of(key).consumeIgnoringRateLimits(1);
        }
    }

    public void refill(String key) {
        buckets.invalidate(key);
    }

    private Bucket of(String key) {
        return buckets.get(key, fresh -> Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, refill))
                .withCustomTimePrecision(time)
                .build());
    }

    private record WallClock(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
