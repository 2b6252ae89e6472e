package org.clearancedesk.operations;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps an answer for a while, so that whoever asks often does not put a load on the database. */
public final class CachedSupplier<T> implements Supplier<T> {

    private final Supplier<T> question;
    private final long nanos;
    private final LongSupplier stopwatch;
    private @Nullable T answer;
    private long askedAt;

    public CachedSupplier(Duration time, Supplier<T> question) {
        this(time, question, System::nanoTime);
    }

    CachedSupplier(Duration time, Supplier<T> question, LongSupplier stopwatch) {
        this.question = question;
        this.nanos = time.toNanos();
        this.stopwatch = stopwatch;
    }

    @Override
    public synchronized T get() {
        T known = answer;
        if (known == null || stopwatch.getAsLong() - askedAt >= nanos) {
            known = question.get();
            answer = known;
            askedAt = stopwatch.getAsLong();
        }
        return known;
    }
}
