package org.clearancedesk.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.clearancedesk.Postgres;
import org.clearancedesk.web.Submission;
import org.clearancedesk.web.Visitor;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.data.statistics.Regression;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * What the packaged desk needs of memory at a constant rate of requests over HTTP, each reviewed, approved and sent as a
 * signed letter: what the heap holds after a collection, and what the operating system counts. Writes
 * {@code target/soak.md} and {@code target/soak.png}.
 */
final class Soak {

    private static final int MINUTES = Math.max(4, Integer.getInteger("benchmark.minutes", 60));

    /** Some more than 10,000 in an hour. */
    private static final double PER_SECOND = Double.parseDouble(System.getProperty("benchmark.rate", "3"));

    private static final Duration AT_MOST_BEHIND = Duration.ofMinutes(2);

    private final Path target;
    private final AtomicInteger asked = new AtomicInteger();
    private final List<Sample> samples = new ArrayList<>();

    /** @param heap in MiB, after a collection; {@code resident} in MiB too */
    private record Sample(double minute, int requests, double heap, double resident) {}

    private Soak(Path target) {
        this.target = target;
    }

    /** Takes the build directory and the packaged desk. */
    public static void main(String[] arguments) throws Exception {
        new Soak(Path.of(arguments[0]).toAbsolutePath())
                .run(Path.of(arguments[1]).toAbsolutePath());
        System.exit(0);
    }

    private void run(Path jar) throws Exception {
        try (Postgres database = Postgres.start();
                PackagedDesk desk = PackagedDesk.start(jar, database.url(), target.resolve("soak"))) {
            load(desk);
            write(awaitLetters(database));
        }
    }

    private void load(PackagedDesk desk) throws Exception {
        Visitor requester = desk.signedIn("requester");
        Visitor legal = desk.signedIn("legal").inTasklist();
        Visitor approver = desk.signedIn("approver").inTasklist();
        ScheduledExecutorService people = Executors.newScheduledThreadPool(6);
        long between = Math.round(1e6 / PER_SECOND);
        people.scheduleAtFixedRate(
                attempt(() -> {
                    requester
                            .send("POST", "/api/requests", Submission.withLegalReview())
                            .expect(201);
                    asked.incrementAndGet();
                }),
                0,
                between,
                TimeUnit.MICROSECONDS);
        people.scheduleWithFixedDelay(
                attempt(() -> answer(legal, "legal", "reviewLegalExposure", Map.of("legalOutcome", "CLEARED"))),
                0,
                100,
                TimeUnit.MILLISECONDS);
        people.scheduleWithFixedDelay(
                attempt(() -> answer(
                        approver,
                        "approver",
                        "approveInWriting",
                        Map.of("approvalOutcome", "APPROVED", "approvalReason", "For the shots as described."))),
                0,
                100,
                TimeUnit.MILLISECONDS);
        people.scheduleWithFixedDelay(
                attempt(() -> {
                    Visitor somebody = desk.signedIn("requester2");
                    somebody.get("/requests").expect(200);
                }),
                0,
                5,
                TimeUnit.SECONDS);
        long start = System.nanoTime();
        for (int minute = 1; minute <= MINUTES; minute++) {
            TimeUnit.NANOSECONDS.sleep(start + TimeUnit.MINUTES.toNanos(minute) - System.nanoTime());
            Sample sample = new Sample(minute, asked.get(), desk.heap(), desk.resident());
            samples.add(sample);
            System.out.println(sample);
        }
        people.shutdown();
        people.awaitTermination(1, TimeUnit.MINUTES);
    }

    /** A task that somebody else took first, or a full desk, is tried again at the next turn; the letters are counted. */
    private static Runnable attempt(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (AssertionError | RuntimeException failed) {
                System.out.println("Not this time: " + failed.getMessage());
            }
        };
    }

    private static void answer(Visitor person, String user, String step, Map<String, String> answers) {
        Map<String, Object> variables = new HashMap<>();
        answers.forEach((name, value) -> variables.put(name, Map.of("type", "String", "value", value)));
        for (JsonNode task : person.tasklist(
                        "POST", "/task?maxResults=20", Map.of("taskDefinitionKey", step, "unassigned", true))
                .expect(200)
                .json()) {
            String path = "/task/" + task.get("id").asText();
            person.tasklist("POST", path + "/claim", Map.of("userId", user)).expect(204);
            person.tasklist("POST", path + "/submit-form", Map.of("variables", variables))
                    .expect(204);
        }
    }

    private long awaitLetters(Postgres database) throws InterruptedException {
        long deadline = System.nanoTime() + AT_MOST_BEHIND.toNanos();
        long letters = 0;
        while (letters < asked.get() && System.nanoTime() < deadline) {
            TimeUnit.SECONDS.sleep(1);
            letters = database.count("select count(*) from clearance_letter");
        }
        return letters;
    }

    private void write(long letters) throws IOException {
        XYSeries heap = new XYSeries("heap after a collection");
        XYSeries resident = new XYSeries("resident");
        samples.forEach(sample -> {
            heap.add(sample.minute(), sample.heap());
            resident.add(sample.minute(), sample.resident());
        });
        XYSeriesCollection plot = new XYSeriesCollection();
        plot.addSeries(heap);
        plot.addSeries(resident);
        StringBuilder table = new StringBuilder(
                """
                | memory of one desk, MiB | requests so far | heap after a collection | resident |
                |---|---|---|---|
                """);
        for (int quarter = 1; quarter <= 4; quarter++) {
            Sample sample = samples.get(Math.max(0, samples.size() * quarter / 4 - 1));
            table.append(String.format(
                    Locale.ROOT,
                    "| after %.0f minutes | %,d | %.0f | %.0f |%n",
                    sample.minute(),
                    sample.requests(),
                    sample.heap(),
                    sample.resident()));
        }
        XYSeriesCollection secondHalf = new XYSeriesCollection();
        secondHalf.addSeries(lastHalf(heap));
        secondHalf.addSeries(lastHalf(resident));
        table.append(String.format(
                Locale.ROOT,
                "| grows in an hour, by the second half | %,d letters of %,d requests | %+.1f | %+.1f |%n",
                letters,
                asked.get(),
                Regression.getOLSRegression(secondHalf, 0)[1] * 60,
                Regression.getOLSRegression(secondHalf, 1)[1] * 60));
        System.out.println(table);
        Files.writeString(target.resolve("soak.md"), table);
        JFreeChart chart = ChartFactory.createXYLineChart(
                "Memory at %.1f requests per second".formatted(PER_SECOND),
                "minutes",
                "MiB",
                plot,
                PlotOrientation.VERTICAL,
                true,
                false,
                false);
        ChartUtils.saveChartAsPNG(target.resolve("soak.png").toFile(), chart, 900, 480);
    }

    private static XYSeries lastHalf(XYSeries all) {
        XYSeries half = new XYSeries(all.getKey());
        for (int index = all.getItemCount() / 2; index < all.getItemCount(); index++) {
            half.add(all.getX(index), all.getY(index));
        }
        return half;
    }
}
