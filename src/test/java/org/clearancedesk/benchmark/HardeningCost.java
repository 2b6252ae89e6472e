package org.clearancedesk.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.clearancedesk.ClearanceDesk;
import org.clearancedesk.request.ClearanceProcess;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Compares the desk with itself without the engine's hardening: whole requests, in turns, in one program and on the same
 * machine, so that only the ratio counts. Writes {@code target/hardening-cost.md}.
 */
final class HardeningCost {

    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 10);
    private static final int REQUESTS = Integer.getInteger("benchmark.requests", 80);
    private static final int WARM_UPS = 4;

    /** What the package {@code workflow.hardening} adds to the desk; without it the engine is as it was shipped. */
    private static final List<String> DEFENCES = List.of("hardening", "closedDoors", "plainCalls");

    private final Map<Boolean, Walk> walks;
    private final List<AskedCase> mix = AskedCase.gated();

    private HardeningCost(Map<Boolean, Walk> walks) {
        this.walks = walks;
    }

    /** Takes the build directory. */
    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[0]).toAbsolutePath();
        // The engine that is called “default” is the one that the web applications look for.
        ConfigurableApplicationContext with = start(target, "default", true);
        ConfigurableApplicationContext without = start(target, "bare", false);
        String report = new HardeningCost(Map.of(true, walk(with), false, walk(without))).measure();
        System.out.println(report);
        Files.writeString(target.resolve("hardening-cost.md"), report);
        System.exit(0);
    }

    private String measure() {
        Measured warmUp = new Measured();
        for (int round = 0; round < WARM_UPS; round++) {
            round(warmUp, true);
            round(warmUp, false);
        }
        Measured hardened = new Measured();
        Measured bare = new Measured();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Measured first = new Measured();
            Measured second = new Measured();
            // Whoever comes second finds a warmer machine, so they change places.
            boolean hardenedFirst = round % 2 == 0;
            round(first, hardenedFirst);
            round(second, !hardenedFirst);
            ratios.add(hardenedFirst ? first.perSecond() / second.perSecond() : second.perSecond() / first.perSecond());
            (hardenedFirst ? hardened : bare).add(first);
            (hardenedFirst ? bare : hardened).add(second);
        }
        List<Double> sorted = ratios.stream().sorted().toList();
        return Stream.of(
                        "| whole request, up to the letter | requests/s | p50 ms | p95 ms | CPU ms/request |",
                        "|---|---|---|---|---|",
                        row("with the hardening", hardened),
                        row("without", bare),
                        "",
                        String.format(
                                Locale.ROOT,
                                "Ratio with / without: %.3f by all rounds, %.3f in the median of %d pairs of rounds, %.3f by"
                                        + " processor time (goal: at least 0.95)",
                                hardened.perSecond() / bare.perSecond(),
                                sorted.get(sorted.size() / 2),
                                ROUNDS,
                                bare.processorMillis() / hardened.processorMillis()),
                        "")
                .reduce((above, below) -> above + "\n" + below)
                .orElseThrow();
    }

    private void round(Measured measured, boolean hardened) {
        Walk walk = walks.get(hardened);
        measured.add(REQUESTS, index -> walk.whole(mix.get(index % mix.size())));
    }

    private static String row(String name, Measured measured) {
        return measured.row(name, String.format(Locale.ROOT, "%.1f", measured.processorMillis()));
    }

    private static Walk walk(ConfigurableApplicationContext desk) {
        ClearanceProcess clearances = desk.getBean(ClearanceProcess.class);
        return new Walk(desk.getBean(ProcessEngine.class), asked -> clearances.start(asked.request()));
    }

    private static ConfigurableApplicationContext start(Path target, String engine, boolean hardened) {
        BeanFactoryPostProcessor leaveOut =
                beans -> DEFENCES.forEach(((BeanDefinitionRegistry) beans)::removeBeanDefinition);
        return new SpringApplicationBuilder(ClearanceDesk.class)
                .web(WebApplicationType.SERVLET)
                .initializers(context -> {
                    if (!hardened) {
                        context.addBeanFactoryPostProcessor(leaveOut);
                    }
                })
                .run(
                        "--spring.datasource.url=jdbc:h2:mem:cost-" + engine + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
                        "--server.port=0",
                        "--camunda.bpm.process-engine-name=" + engine,
                        "--camunda.bpm.job-execution.enabled=false",
                        "--clearance-desk.demo-cases=false",
                        "--clearance-desk.mail.directory=" + target.resolve("benchmark-mail"),
                        "--logging.level.root=warn",
                        "--spring.main.banner-mode=off");
    }
}
