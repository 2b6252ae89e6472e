package org.clearancedesk.people.attempt;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.clearancedesk.people.RefusedAttempt;
import org.clearancedesk.people.RefusedAttempt.Kind;
import org.clearancedesk.people.RefusedAttempts;
import org.clearancedesk.people.UserDirectory;
import org.clearancedesk.people.attempt.AttemptSampler.Fate;
import org.clearancedesk.people.security.RateLimitProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes refused attempts down on a thread of its own: what the refused call did is rolled back without them, and a call
 * never waits for a second connection while it holds its first.
 */
@Component
class AttemptLog implements RefusedAttempts {

    private static final Logger LOG = LoggerFactory.getLogger(AttemptLog.class);
    private static final int WAITING = 1_000;
    private static final int PATIENCE_IN_SECONDS = 10;
    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    private final ExecutorService writer = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            task -> {
                Thread thread = new Thread(task, "refused-attempts");
                thread.setDaemon(true);
                return thread;
            },
            (task, full) -> lose(task));
    private final AtomicLong lost = new AtomicLong();
    private final Counter allLost;
    private final AttemptRepository book;
    private final UserDirectory userDirectory;
    private final AttemptSampler attemptSampler;
    private final Duration kept;
    private final Clock clock;
    private Instant forgotten = Instant.EPOCH;

    AttemptLog(
            AttemptRepository book,
            UserDirectory userDirectory,
            RateLimitProperties rateLimitProperties,
            Clock clock,
            MeterRegistry figures) {
        this.allLost = Counter.builder("clearance.refused.attempts.lost")
                .description("Refused attempts that could not be written down")
                .register(figures);
        this.book = book;
        this.userDirectory = userDirectory;
        this.attemptSampler = new AttemptSampler(clock);
        this.kept = rateLimitProperties.attemptsKept();
        this.clock = clock;
    }

    @Override
    public void record(Kind kind, @Nullable String number) {
        if (!RefusedCall.isFirstNote()) {
            return;
        }
        RefusedCall call = RefusedCall.current();
        String who = RefusedCall.whoIsSignedIn();
        Fate fate =
                who == null ? attemptSampler.ofAStranger(kind, call.address()) : attemptSampler.ofSomebody(kind, who);
        note(kind, who, number == null ? call.number() : number, call, fate);
    }

    /** @param name as typed; one that belongs to nobody may be a password in the wrong field, and is not kept */
    void recordSignIn(Kind kind, @Nullable String name) {
        if (!RefusedCall.isFirstNote()) {
            return;
        }
        RefusedCall call = RefusedCall.current();
        note(kind, name, call.number(), call, attemptSampler.ofAStranger(kind, name == null ? call.address() : name));
    }

    private void note(Kind kind, @Nullable String who, @Nullable String number, RefusedCall call, Fate fate) {
        if (fate != Fate.DROP) {
            Kind listed = fate == Fate.LIST ? kind : Kind.AND_MORE;
            writer.execute(
                    new Entry(new RefusedAttempt(clock.instant(), who, listed, call.route(), number, call.address())));
        }
    }

    private final class Entry implements Runnable {

        private final RefusedAttempt attempt;

        private Entry(RefusedAttempt attempt) {
            this.attempt = attempt;
        }

        @Override
        public void run() {
            write(attempt);
            long missing = lost.getAndSet(0);
            if (missing > 0) {
                LOG.warn(
                        "{} refused attempts could not be written down: more came at once than the database takes.",
                        missing);
            }
        }
    }

    /** Whoever waits for what is not going to be done is told so. */
    private void lose(Runnable task) {
        if (task instanceof Future<?> waitedFor) {
            waitedFor.cancel(false);
        } else {
            lost.incrementAndGet();
            allLost.increment();
        }
    }

    private void write(RefusedAttempt attempt) {
        try {
            forgetOld();
            boolean known =
                    attempt.who() != null && userDirectory.find(attempt.who()).isPresent();
            book.add(
                    known
                            ? attempt
                            : new RefusedAttempt(
                                    attempt.at(),
                                    null,
                                    attempt.kind(),
                                    attempt.route(),
                                    attempt.number(),
                                    attempt.address()));
        } catch (RuntimeException e) {
            allLost.increment();
            LOG.warn(
                    "A refused attempt ({}) could not be written down: {}",
                    attempt.kind(),
                    e.getClass().getSimpleName());
        }
    }

    @Override
    public List<RefusedAttempt> newest(int page, int size) {
        settle();
        return book.newest(page, size);
    }

    /** Waits until everything so far is written. */
    private void settle() {
        try {
            writer.submit(() -> {}).get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException | CancellationException late) {
            LOG.warn("Refused attempts are waiting to be written down.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forgetOld() {
        Instant now = clock.instant();
        if (now.isAfter(forgotten.plus(FORGET_EVERY))) {
            book.forgetBefore(now.minus(kept));
            forgotten = now;
        }
    }

    @PreDestroy
    void close() throws InterruptedException {
        writer.shutdown();
        if (!writer.awaitTermination(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("Refused attempts could not be written down before the end.");
        }
    }
}
