package org.clearancedesk.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clearancedesk.Postgres;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Submission;
import org.clearancedesk.web.Visitor;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * How long people wait for their lists, for a search and for the answer to a request, while the open tasks grow to
 * 100,000 and the register to ten times as many finished cases. Over HTTP, one call after the other. Writes {@code
 * target/growth.md} and {@code target/growth.png}.
 */
final class Growth {

    private static final List<Integer> TASKS = Stream.of(
                    System.getProperty("benchmark.tasks", "1000,10000,100000").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int FINISHED_FOR_EACH = 10;
    private static final int CALLS = Integer.getInteger("benchmark.calls", 200);
    private static final int WARM_UP = CALLS / 4;
    /** So long, one thing is looked at with as many tasks; what took longer than that once is not asked again. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int HOPELESS_MILLIS = 1_000;
    private static final int YEAR_OF_TASKS = 2024;
    private static final int YEAR_OF_FINISHED = 2025;

    private final Map<String, Map<Integer, Double>> p95 = new LinkedHashMap<>();

    /** Takes the build directory and the packaged desk. */
    public static void main(String[] arguments) throws Exception {
        Path target = Path.of(arguments[0]).toAbsolutePath();
        Growth growth = new Growth();
        growth.measure(Path.of(arguments[1]).toAbsolutePath(), target.resolve("growth"));
        growth.write(target);
        System.exit(0);
    }

    private void measure(Path jar, Path folder) throws Exception {
        try (Postgres database = Postgres.start();
                PackagedDesk desk = PackagedDesk.start(jar, database.url(), folder);
                Clones clones = new Clones(database.url())) {
            List<String> waiting = patterns(desk, database);
            String over = waiting.get(0);
            List<String> underWay = waiting.subList(1, waiting.size());
            int tasks = 0;
            for (int goal : TASKS) {
                long start = System.nanoTime();
                for (int which = 0; which < underWay.size(); which++) {
                    int from = tasks / underWay.size();
                    int to = goal / underWay.size();
                    clones.underWay(underWay.get(which), YEAR_OF_TASKS - which, from, to);
                }
                clones.over(over, YEAR_OF_FINISHED, tasks * FINISHED_FOR_EACH, goal * FINISHED_FOR_EACH);
                clones.settle();
                tasks = goal;
                System.out.printf(
                        Locale.ROOT,
                        "%,d tasks, %,d cases, after %.0f s%n",
                        database.count("select count(*) from act_ru_task"),
                        database.count("select count(*) from clearance_case"),
                        (System.nanoTime() - start) / 1e9);
                look(desk, goal);
            }
        }
    }

    /** One case that is over, then one for each group before whom cases wait. */
    private static List<String> patterns(PackagedDesk desk, Postgres database) throws InterruptedException {
        Visitor requester = desk.signedIn("requester");
        String over = number(requester, Submission.lowRisk());
        String inDoubt = number(requester, Submission.of("M1-03"));
        String withLegal = number(requester, Submission.withLegalReview());
        String withApprover = number(requester, Submission.withLegalReview());
        awaitOne(database, "select count(*) from clearance_case where status = 'DISCLOSED'");
        Visitor legal = desk.signedIn("legal").inTasklist();
        JsonNode task = legal.tasklist("GET", "/task?processInstanceBusinessKey=" + withApprover)
                .expect(200)
                .json()
                .get(0);
        String path = "/task/" + task.get("id").asText();
        legal.tasklist("POST", path + "/claim", Map.of("userId", "legal")).expect(204);
        legal.tasklist(
                        "POST",
                        path + "/submit-form",
                        Map.of("variables", Map.of("legalOutcome", Map.of("type", "String", "value", "CLEARED"))))
                .expect(204);
        awaitOne(database, "select count(*) from act_ru_task where task_def_key_ = 'approveInWriting'");
        awaitOne(database, "select 1 - least(1, count(*)) from act_ru_job where type_ = 'message'");
        return List.of(over, inDoubt, withLegal, withApprover);
    }

    private static void awaitOne(Postgres database, String question) throws InterruptedException {
        for (int second = 0; database.count(question) != 1; second++) {
            if (second > 60) {
                throw new IllegalStateException("Never true: " + question);
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private static String number(Visitor requester, Map<String, Object> submission) {
        return requester
                .post("/api/requests", submission)
                .expect(201)
                .json()
                .get("number")
                .asText();
    }

    private void look(PackagedDesk desk, int tasks) {
        for (String role : List.of("contact", "legal", "approver", "requester")) {
            Visitor person = desk.signedIn(role).inTasklist();
            String filter = toDo(person);
            keep(
                    "task list of " + role,
                    tasks,
                    () -> person.call(
                            "POST",
                            "/camunda/api/engine/engine/default/filter/" + filter + "/list?firstResult=0&maxResults=15",
                            Map.of("Accept", "application/hal+json", "Content-Type", "application/json"),
                            "{}".getBytes(StandardCharsets.UTF_8)));
        }
        Visitor requester = desk.signedIn("requester");
        keep("my requests", tasks, () -> requester.get("/requests"));
        keep("all that the requester may see", tasks, () -> requester.get("/requests?mine=false"));
        for (String role : List.of("requester", "legal", "admin")) {
            Visitor person = desk.signedIn(role);
            keep("search of " + role, tasks, () -> person.get("/requests?mine=false&q=GC-2025-0000"));
            keep("search without a find of " + role, tasks, () -> person.get("/requests?mine=false&q=nowhere"));
        }
        keep("start of a request", tasks, () -> requester.post("/api/requests", Submission.withLegalReview()));
    }

    private static String toDo(Visitor person) {
        for (JsonNode filter :
                person.tasklist("GET", "/filter?resourceType=Task").json()) {
            if (filter.get("name").asText().equals("To do")) {
                return filter.get("id").asText();
            }
        }
        throw new IllegalStateException("Tasklist has no list of what is to do.");
    }

    private void keep(String what, int tasks, Supplier<Answer> call) {
        Map<Integer, Double> known = p95.computeIfAbsent(what, unseen -> new LinkedHashMap<>());
        if (known.values().stream().anyMatch(millis -> millis > HOPELESS_MILLIS)) {
            return;
        }
        long[] micros = new long[CALLS];
        int calls = 0;
        long begin = System.nanoTime();
        for (int time = -WARM_UP; time < CALLS && System.nanoTime() - begin < PATIENCE.toNanos(); time++) {
            long start = System.nanoTime();
            Answer answer = call.get();
            calls = Math.max(time, 0) + 1;
            micros[calls - 1] = (System.nanoTime() - start) / 1_000;
            if (answer.status() / 100 != 2) {
                throw new IllegalStateException("%s: %d %s".formatted(what, answer.status(), answer.text()));
            }
        }
        micros = Arrays.copyOf(micros, calls);
        Arrays.sort(micros);
        double found = micros[calls * 95 / 100] / 1e3;
        known.put(tasks, found);
        System.out.printf(Locale.ROOT, "%,d tasks: %s p95 %.1f ms%n", tasks, what, found);
    }

    private void write(Path target) throws IOException {
        StringBuilder table = new StringBuilder("| p95 in ms, open tasks |");
        TASKS.forEach(tasks -> table.append(String.format(Locale.ROOT, " %,d |", tasks)));
        table.append(" largest to smallest |\n|---|")
                .append("---|".repeat(TASKS.size() + 1))
                .append('\n');
        DefaultCategoryDataset plot = new DefaultCategoryDataset();
        p95.forEach((what, found) -> {
            table.append("| ").append(what).append(" |");
            found.forEach((tasks, millis) -> {
                table.append(String.format(Locale.ROOT, " %.1f |", millis));
                if (millis != null) {
                    plot.addValue(millis, what, String.format(Locale.ROOT, "%,d", tasks));
                }
            });
            table.append(String.format(
                    Locale.ROOT, " %.2f |%n", found.get(TASKS.get(TASKS.size() - 1)) / found.get(TASKS.get(0))));
        });
        System.out.println(table);
        Files.writeString(target.resolve("growth.md"), table);
        JFreeChart chart = ChartFactory.createLineChart(
                "How long people wait", "open tasks", "p95 in ms", plot, PlotOrientation.VERTICAL, true, false, false);
        ChartUtils.saveChartAsPNG(target.resolve("growth.png").toFile(), chart, 900, 480);
    }
}
