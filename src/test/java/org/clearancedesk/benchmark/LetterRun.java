package org.clearancedesk.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.camunda.bpm.engine.ProcessEngine;
import org.clearancedesk.ClearanceDesk;
import org.clearancedesk.CountedDataSource;
import org.clearancedesk.intake.ClearanceProcess;
import org.clearancedesk.letter.BareLetter;
import org.clearancedesk.letter.WrittenApprovals;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters a second against the bare libraries, which lay out and sign the same pages; and the page that checks a letter. */
final class LetterRun {

    static final int LETTERS = Integer.getInteger("benchmark.letters", 60);
    private static final int ROUNDS = Integer.getInteger("benchmark.letter-rounds", 6);
    private static final int ON_RECORD = Integer.getInteger("benchmark.letters-on-record", 100_000);
    private static final int LOOKS = Integer.getInteger("benchmark.looks", 4_000);
    private static final int WARM_UPS = 2;

    private final Benchmark benchmark;
    private final List<AskedCase> mix = AskedCase.gated();

    LetterRun(Benchmark benchmark) {
        this.benchmark = benchmark;
    }

    void run() throws IOException {
        ConfigurableApplicationContext desk = Benchmark.start(
                ClearanceDesk.class,
                WebApplicationType.SERVLET,
                Benchmark.inMemory("desk"),
                benchmark.target,
                new CountedDataSource());
        ClearanceProcess clearances = desk.getBean(ClearanceProcess.class);
        Walk walk = new Walk(desk.getBean(ProcessEngine.class), asked -> clearances.start(asked.request()));
        WrittenApprovals approvals = desk.getBean(WrittenApprovals.class);
        BareLetter bareLetter = new BareLetter(desk);
        Measured warmUp = new Measured();
        Measured bare = new Measured();
        Measured issued = new Measured();
        for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
            List<String> numbers = new ArrayList<>();
            for (int index = 0; index < LETTERS; index++) {
                numbers.add(walk.whole(mix.get(index % mix.size())));
            }
            List<String> pages = numbers.stream().map(bareLetter::pageOf).toList();
            boolean counts = round >= WARM_UPS;
            (counts ? bare : warmUp).add(LETTERS, index -> bareLetter.make(pages.get(index)));
            (counts ? issued : warmUp)
                    .add(LETTERS, index -> approvals.keep(approvals.sign(numbers.get(index)), List.of()));
        }
        benchmark.say("| letters, on two threads | letters/s | p50 ms | p95 ms | CPU ms/letter |");
        benchmark.say("|---|---|---|---|---|");
        benchmark.say(bare.row("bare libraries: lay out, sign", cpu(bare)));
        benchmark.say(issued.row("desk: compose, render, sign, store", cpu(issued)));
        benchmark.say("");
        benchmark.say(
                "Ratio desk / bare libraries: %.2f (goal: at least 0.8); by processor time %.2f",
                issued.perSecond() / bare.perSecond(), bare.processorMillis() / issued.processorMillis());
        benchmark.say("");
        looks(desk);
        desk.close();
    }

    private void looks(ConfigurableApplicationContext desk) {
        fill(desk.getBean(JdbcClient.class));
        String base = "http://127.0.0.1:"
                + ((WebServerApplicationContext) desk).getWebServer().getPort();
        HttpClient client = HttpClient.newHttpClient();
        Random random = new Random(1);
        List<String> numbers = random.ints(LOOKS, 1, ON_RECORD + 1)
                .mapToObj("GL-1999-%06d"::formatted)
                .toList();
        new Measured().add(LOOKS / 2, index -> look(client, base, numbers.get(index)));
        Measured looked = new Measured();
        looked.add(LOOKS, index -> look(client, base, numbers.get(index)));
        benchmark.say(
                "| GET /verify/{letter}, %,d letters | pages/s | p50 ms | p95 ms (goal: 50) | p99 ms |", ON_RECORD);
        benchmark.say("|---|---|---|---|---|");
        benchmark.say(
                looked.row("over HTTP, on two threads", String.format(Locale.ROOT, "%.1f", looked.percentile(99))));
        benchmark.say("");
    }

    private static void fill(JdbcClient jdbc) {
        jdbc.sql(
                        """
                insert into clearance_case (number, title, production_code, production_title,
                  requester, netflix_contact, status, tier, guideline_version, round, submitted_at, changed_at,
                  request_digest, triage_digest, last_sequence, last_hash)
                select 'GC-1999-' || lpad(cast(x as varchar), 6, '0'), title, production_code, production_title,
                  requester, netflix_contact, status, tier, guideline_version, round, submitted_at, changed_at,
                  request_digest, triage_digest, last_sequence, last_hash
                from system_range(1, ?), (select * from clearance_case fetch first row only)
                """)
                .param(ON_RECORD)
                .update();
        jdbc.sql(
                        """
                insert into clearance_letter (number, case_number, issued_at, valid_until, digest, signed_by, pdf)
                select 'GL' || substring(number, 3), number, submitted_at, date '2099-12-31',
                  lower(rawtohex(hash('SHA-256', number))), 'benchmark', x'255044462d'
                from clearance_case where number like 'GC-1999-%'
                """)
                .update();
    }

    private static void look(HttpClient client, String base, String number) {
        try {
            HttpResponse<String> page = client.send(
                    HttpRequest.newBuilder(URI.create(base + "/verify/" + number))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (page.statusCode() != 200 || !page.body().contains("class=\"digest\"")) {
                throw new IllegalStateException(number + " was not found: HTTP " + page.statusCode());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String cpu(Measured letters) {
        return String.format(Locale.ROOT, "%.1f", letters.processorMillis());
    }
}
