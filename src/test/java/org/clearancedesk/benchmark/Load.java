package org.clearancedesk.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What clients did, each as fast as it could, in a time that was set.
 *
 * @param seconds from the first to the end of the last
 * @param micros how long each took
 * @param statements to the database, each of a batch counted
 * @param writes those of them that were no questions
 */
record Load(double seconds, long[] micros, long statements, long writes, long commits) {

    static final String MARK = "Load: ";

    private static final AtomicInteger NEXT = new AtomicInteger();

    static Load of(int clients, Duration time, IntConsumer work) {
        if (clients == 0) {
            return new Load(0, new long[0], 0, 0, 0);
        }
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long start = System.nanoTime();
            Callable<List<Long>> client = () -> {
                List<Long> took = new ArrayList<>();
                for (long before = start; before - start < time.toNanos(); ) {
                    work.accept(NEXT.getAndIncrement());
                    long now = System.nanoTime();
                    took.add((now - before) / 1_000);
                    before = now;
                }
                return took;
            };
            List<Long> micros = new ArrayList<>();
            for (Future<List<Long>> took : threads.invokeAll(Collections.nCopies(clients, client))) {
                micros.addAll(took.get());
            }
            return new Load(
                    (System.nanoTime() - start) / 1e9, sorted(micros.stream().mapToLong(Long::longValue)), 0, 0, 0);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The benchmark broke off.", e);
        } finally {
            threads.shutdown();
        }
    }

    Load with(long statements, long writes, long commits) {
        return new Load(seconds, micros, statements, writes, commits);
    }

    /** What was done one after the other. */
    Load then(Load next) {
        return together(next, seconds + next.seconds);
    }

    /** What was done at the same time. */
    Load beside(Load other) {
        return together(other, Math.max(seconds, other.seconds));
    }

    private Load together(Load other, double time) {
        return new Load(
                time,
                sorted(LongStream.concat(Arrays.stream(micros), Arrays.stream(other.micros))),
                statements + other.statements,
                writes + other.writes,
                commits + other.commits);
    }

    double perSecond() {
        return micros.length / seconds;
    }

    /** In milliseconds; so many percent took no longer. */
    double percentile(int percent) {
        return micros[Math.min(micros.length - 1, micros.length * percent / 100)] / 1e3;
    }

    double statementsEach() {
        return (double) statements / micros.length;
    }

    double commitsEach() {
        return (double) commits / micros.length;
    }

    @Override
    public String toString() {
        return MARK + seconds + " " + statements + " " + writes + " " + commits + " "
                + Arrays.stream(micros).mapToObj(Long::toString).collect(Collectors.joining(","));
    }

    static Load read(String line) {
        String[] words = line.substring(MARK.length()).split(" ");
        return new Load(
                Double.parseDouble(words[0]),
                words.length < 5
                        ? new long[0]
                        : Arrays.stream(words[4].split(","))
                                .mapToLong(Long::parseLong)
                                .toArray(),
                Long.parseLong(words[1]),
                Long.parseLong(words[2]),
                Long.parseLong(words[3]));
    }

    private static long[] sorted(LongStream micros) {
        return micros.sorted().toArray();
    }
}
