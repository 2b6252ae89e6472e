package org.clearancedesk.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;

/** How long a piece of work took, each time, and how long all of them took together on two threads. */
final class Measured {

    private static final int THREADS = 2;
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private final List<Long> nanos = new ArrayList<>();
    private final LongAdder processorNanos = new LongAdder();
    private long elapsed;

    /** Does the work for 0, 1, 2 … until it was done so many times. */
    void add(int times, IntConsumer work) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            AtomicInteger next = new AtomicInteger();
            Callable<List<Long>> share = () -> {
                List<Long> took = new ArrayList<>();
                long processorBefore = PROCESSOR.getCurrentThreadCpuTime();
                for (int index = next.getAndIncrement(); index < times; index = next.getAndIncrement()) {
                    long start = System.nanoTime();
                    work.accept(index);
                    took.add(System.nanoTime() - start);
                }
                processorNanos.add(PROCESSOR.getCurrentThreadCpuTime() - processorBefore);
                return took;
            };
            long start = System.nanoTime();
            for (Future<List<Long>> took : threads.invokeAll(Collections.nCopies(THREADS, share))) {
                nanos.addAll(took.get());
            }
            elapsed += System.nanoTime() - start;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The benchmark broke off.", e);
        } finally {
            threads.shutdown();
        }
    }

    /** Counts what was measured elsewhere, one after the other, as measured here. */
    void add(Measured other) {
        nanos.addAll(other.nanos);
        processorNanos.add(other.processorNanos.sum());
        elapsed += other.elapsed;
    }

    int times() {
        return nanos.size();
    }

    double perSecond() {
        return nanos.size() * 1e9 / elapsed;
    }

    /** Milliseconds of processor time that each took: what other programs on the machine disturb least. */
    double processorMillis() {
        return processorNanos.sum() / 1e6 / nanos.size();
    }

    /** In milliseconds; so many percent of the times were no longer. */
    double percentile(int percent) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
    }

    String row(String name, String more) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %s |",
                name,
                perSecond(),
                percentile(50),
                percentile(95),
                more);
    }
}
