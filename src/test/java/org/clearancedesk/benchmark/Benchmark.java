package org.clearancedesk.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.clearancedesk.ClearanceDesk;
import org.clearancedesk.CountedDataSource;
import org.clearancedesk.intake.ClearanceProcess;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Compares the desk with the bare engine: whole requests, live triage, start-up; and its letters with the bare libraries. Both run in the same minutes on the same
 * machine and take turns, so that only the ratios count, not the figures. Writes {@code target/benchmark.md}.
 */
final class Benchmark {

    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 10);
    private static final int REQUESTS = Integer.getInteger("benchmark.requests", 80);
    private static final int CALLS = Integer.getInteger("benchmark.calls", 4_000);
    private static final int STARTS = Integer.getInteger("benchmark.starts", 5);

    private static final int WARM_UPS = 4;

    final Path target;
    private final StringBuilder report = new StringBuilder();
    private final List<AskedCase> mix = AskedCase.gated();

    private Benchmark(Path target) {
        this.target = target;
    }

    /** Takes the build directory, and the packaged desk unless starts are not to be measured. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Benchmark benchmark = new Benchmark(Path.of(arguments[0]).toAbsolutePath());
        if (ROUNDS > 0) {
            benchmark.requestsAndTriage();
        }
        if (LetterRun.LETTERS > 0) {
            new LetterRun(benchmark).run();
        }
        if (arguments.length > 1 && STARTS > 0) {
            benchmark.starts(Path.of(arguments[1]).toAbsolutePath());
        }
        Files.writeString(benchmark.target.resolve("benchmark.md"), benchmark.report);
        System.exit(0);
    }

    private void requestsAndTriage() throws IOException {
        CountedDataSource deskSql = new CountedDataSource();
        CountedDataSource bareSql = new CountedDataSource();
        ConfigurableApplicationContext desk =
                start(ClearanceDesk.class, WebApplicationType.SERVLET, inMemory("desk"), target, deskSql);
        ConfigurableApplicationContext bare =
                start(BareEngine.class, WebApplicationType.NONE, inMemory("bare"), target, bareSql);
        ClearanceProcess clearances = desk.getBean(ClearanceProcess.class);
        Walk deskWalk = new Walk(desk.getBean(ProcessEngine.class), asked -> clearances.start(asked.request()));
        Walk bareWalk = BareEngine.walk(bare.getBean(ProcessEngine.class));

        Measured warmUp = new Measured();
        Measured deskRequests = new Measured();
        Measured bareRequests = new Measured();
        Measured sending = new Measured();
        long deskStatements = 0;
        long bareStatements = 0;
        for (int round = 0; round < WARM_UPS; round++) {
            round(warmUp, deskWalk, number -> {});
            round(warmUp, bareWalk, number -> {});
        }
        round(warmUp, deskWalk, deskWalk::send);
        deskSql.forgetTexts();
        bareSql.forgetTexts();
        for (int round = 0; round < ROUNDS; round++) {
            long before = bareSql.statements();
            round(bareRequests, bareWalk, number -> {});
            bareStatements += bareSql.statements() - before;
            before = deskSql.statements();
            round(deskRequests, deskWalk, number -> {});
            deskStatements += deskSql.statements() - before;
            System.out.printf(
                    Locale.ROOT,
                    "After round %d: ratio %.2f%n",
                    round + 1,
                    deskRequests.perSecond() / bareRequests.perSecond());
        }
        deskSql.write(target.resolve("statements-desk.txt"), deskRequests.times());
        bareSql.write(target.resolve("statements-bare.txt"), bareRequests.times());
        long before = deskSql.statements();
        round(sending, deskWalk, deskWalk::send);
        long sendingStatements = deskSql.statements() - before;

        say(
                "| whole request, up to the letter | requests/s | p50 ms | p95 ms | SQL statements/request | CPU ms/request |");
        say("|---|---|---|---|---|---|");
        say(bareRequests.row("bare engine", perRequest(bareStatements, bareRequests)));
        say(deskRequests.row("desk, notices queued", perRequest(deskStatements, deskRequests)));
        say(sending.row("desk, notices sent", perRequest(sendingStatements, sending)));
        say("");
        say(
                "Ratio desk / bare engine: %.2f (goal: at least 0.7); by processor time %.2f",
                deskRequests.perSecond() / bareRequests.perSecond(),
                bareRequests.processorMillis() / deskRequests.processorMillis());
        say("");
        triage(((WebServerApplicationContext) desk).getWebServer().getPort(), deskRequests.perSecond());
        bare.close();
        desk.close();
    }

    private void triage(int port, double requestsPerSecond) {
        TriageCalls calls = new TriageCalls(port);
        List<String> worked = AskedCase.facts();
        Random random = new Random(1);
        List<String> unseen = Stream.generate(() -> TriageCalls.randomFacts(random))
                .limit(CALLS / 4 + 400)
                .toList();
        new Measured().add(CALLS / 2, index -> calls.call(worked.get(index % worked.size())));
        new Measured().add(400, index -> calls.call(unseen.get(CALLS / 4 + index)));
        Measured repeated = new Measured();
        repeated.add(CALLS, index -> calls.call(worked.get(index % worked.size())));
        Measured first = new Measured();
        first.add(CALLS / 4, index -> calls.call(unseen.get(index)));

        say("| POST /api/triage over HTTP | calls/s | p50 ms | p95 ms | times the whole-request rate (goal: 10) |");
        say("|---|---|---|---|---|");
        say(repeated.row("the worked cases, again and again", times(repeated, requestsPerSecond)));
        say(first.row("facts never asked before", times(first, requestsPerSecond)));
        say("");
    }

    private void starts(Path deskJar) throws IOException, InterruptedException {
        Path place = Files.createTempDirectory("benchmark");
        try {
            StartUp desk = new StartUp(deskJar, place.resolve("desk"), "/login", "--clearance-desk.demo-cases=false");
            StartUp bare = new StartUp(
                    BareJar.from(deskJar, place.resolve("bare.jar")),
                    place.resolve("bare"),
                    "/camunda/app/welcome/default/");
            double deskFirst = desk.once();
            double bareFirst = bare.once();
            for (int start = 0; start < STARTS; start++) {
                bare.measure();
                desk.measure();
            }
            say("| seconds from the command to the first page | first start | later starts, median |");
            say("|---|---|---|");
            say("| bare starter application | %.1f | %.1f |", bareFirst, bare.median());
            say("| desk | %.1f | %.1f |", deskFirst, desk.median());
            say("");
            say(
                    "Ratio desk / bare starter application: %.2f; at the first start %.2f (goal: at most 1.5)",
                    desk.median() / bare.median(), deskFirst / bareFirst);
        } finally {
            try (Stream<Path> files = Files.walk(place)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private void round(Measured measured, Walk walk, Consumer<String> afterwards) {
        AtomicReference<String> last = new AtomicReference<>();
        measured.add(REQUESTS, index -> {
            String number = walk.whole(mix.get(index % mix.size()));
            afterwards.accept(number);
            last.set(number);
        });
        walk.requireApproved(last.get());
    }

    /** Starts the desk or the bare engine without the executor of jobs: whoever walks a request does its jobs too. */
    static ConfigurableApplicationContext start(
            Class<?> application, WebApplicationType web, String database, Path target, CountedDataSource sql) {
        boolean desk = application == ClearanceDesk.class;
        return new SpringApplicationBuilder(application)
                .web(web)
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(sql))
                .run(
                        "--spring.datasource.url=" + database,
                        "--server.port=0",
                        "--camunda.bpm.process-engine-name=" + (desk ? "default" : "bare"),
                        // The bare engine makes its own tables; the desk has a changelog for that.
                        "--camunda.bpm.database.schema-update=" + !desk,
                        "--camunda.bpm.job-execution.enabled=false",
                        "--clearance-desk.demo-cases=false",
                        "--clearance-desk.limits.triage-per-minute=0",
                        "--clearance-desk.limits.public-pages-per-minute=0",
                        "--clearance-desk.mail.directory=" + target.resolve("benchmark-mail"),
                        "--logging.level.root=warn",
                        "--spring.main.banner-mode=off");
    }

    static String inMemory(String name) {
        return "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
    }

    private static String perRequest(long statements, Measured requests) {
        return String.format(
                Locale.ROOT, "%.0f | %.1f", statements / (double) requests.times(), requests.processorMillis());
    }

    private static String times(Measured calls, double requestsPerSecond) {
        return String.format(Locale.ROOT, "%.1f", calls.perSecond() / requestsPerSecond);
    }

    void say(String line, Object... values) {
        String text = values.length == 0 ? line : String.format(Locale.ROOT, line, values);
        System.out.println(text);
        report.append(text).append('\n');
    }
}
