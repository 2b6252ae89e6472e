package org.clearancedesk.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.clearancedesk.ClearanceDesk;
import org.clearancedesk.CountedDataSource;
import org.clearancedesk.intake.ClearanceProcess;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A desk, or a bare engine, in a program of its own, and as many clients in it as it is told. Who started the program
 * writes a line with clients and seconds to it, and reads a line with what was measured.
 */
final class LoadedNode implements AutoCloseable {

    private static final String READY = "The node is ready.";

    private final Process program;
    private final BufferedReader said;

    /** Begins to start the program; {@link #isReady} waits for it. */
    LoadedNode(String kind, String database, Path target) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                LoadedNode.class.getName(),
                kind,
                database,
                target.toString()));
        program = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        said = program.inputReader();
        Runtime.getRuntime().addShutdownHook(new Thread(program::destroy));
    }

    LoadedNode isReady() throws IOException {
        next(READY);
        return this;
    }

    /** Lets so many clients go on for so long, and goes on itself; {@link #measured} waits for their end. */
    void begin(int clients, Duration time) throws IOException {
        program.outputWriter().write(clients + " " + time.toMillis() + "\n");
        program.outputWriter().flush();
    }

    Load measured() throws IOException {
        return Load.read(next(Load.MARK));
    }

    private String next(String beginning) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new IllegalStateException("A node ended by itself.");
    }

    @Override
    public void close() {
        program.destroy();
    }

    /** Takes what to start, the address of the database and the build directory. */
    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[2]);
        CountedDataSource sql = new CountedDataSource();
        Walk walk = walk(arguments[0], arguments[1], target, sql);
        List<AskedCase> mix = AskedCase.gated();
        System.out.println(READY);
        try (BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()))) {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                String[] words = order.split(" ");
                sql.forgetTexts();
                long statements = sql.statements();
                long writes = sql.writes();
                long commits = sql.commits();
                Load load = Load.of(
                        Integer.parseInt(words[0]),
                        Duration.ofMillis(Long.parseLong(words[1])),
                        index -> walk.whole(mix.get(index % mix.size())));
                System.out.println(
                        load.with(sql.statements() - statements, sql.writes() - writes, sql.commits() - commits));
                if (load.micros().length > 0) {
                    sql.write(target.resolve("statements-" + arguments[0] + "-postgresql.txt"), load.micros().length);
                }
            }
        }
    }

    private static Walk walk(String kind, String database, Path target, CountedDataSource sql) {
        if (kind.equals("bare")) {
            return BareEngine.walk(Benchmark.start(BareEngine.class, WebApplicationType.NONE, database, target, sql)
                    .getBean(ProcessEngine.class));
        }
        ConfigurableApplicationContext desk =
                Benchmark.start(ClearanceDesk.class, WebApplicationType.SERVLET, database, target, sql);
        ClearanceProcess clearances = desk.getBean(ClearanceProcess.class);
        return new Walk(desk.getBean(ProcessEngine.class), asked -> clearances.start(asked.request()));
    }
}
