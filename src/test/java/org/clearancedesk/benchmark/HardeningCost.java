package org.clearancedesk.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.clearancedesk.ClearanceDesk;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Compares the desk with itself without the engine's hardening: whole requests through the addresses that a browser calls,
 * in turns, in one program and on the same machine, so that only the ratio counts. Writes {@code target/hardening-cost.md}.
 */
final class HardeningCost {

    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 10);
    private static final int REQUESTS = Integer.getInteger("benchmark.requests", 80);
    private static final int WARM_UPS = 4;

    /** What this package adds to the desk; without it the engine and its interface are as they were shipped. */
    private static final String DEFENCES = "org.clearancedesk.engine.hardening.";

    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Map<Boolean, WalkOverHttp> walks;
    private final List<AskedCase> mix = AskedCase.gated();

    private HardeningCost(Map<Boolean, WalkOverHttp> walks) {
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
        double[] processor = new double[2];
        for (int round = 0; round < ROUNDS; round++) {
            Measured first = new Measured();
            Measured second = new Measured();
            // Whoever comes second finds a warmer machine, so they change places.
            boolean hardenedFirst = round % 2 == 0;
            double cost = round(first, hardenedFirst);
            double otherCost = round(second, !hardenedFirst);
            (hardenedFirst ? hardened : bare).add(first);
            (hardenedFirst ? bare : hardened).add(second);
            double with = hardenedFirst ? cost : otherCost;
            double without = hardenedFirst ? otherCost : cost;
            ratios.add(with / without);
            processor[0] += with;
            processor[1] += without;
        }
        List<Double> sorted = ratios.stream().sorted().toList();
        return Stream.of(
                        "| whole request over HTTP, up to the letter | requests/s | p50 ms | p95 ms | processor ms/request |",
                        "|---|---|---|---|---|",
                        row("with the hardening", hardened, processor[0] / ROUNDS),
                        row("without", bare, processor[1] / ROUNDS),
                        "",
                        String.format(
                                Locale.ROOT,
                                "Processor time with / without: %.3f in the median of %d pairs of rounds (%.3f to %.3f), %.3f by"
                                        + " all rounds (goal: at most 1.05)",
                                sorted.get(sorted.size() / 2),
                                ROUNDS,
                                sorted.get(0),
                                sorted.get(sorted.size() - 1),
                                processor[0] / processor[1]),
                        "")
                .reduce((above, below) -> above + "\n" + below)
                .orElseThrow();
    }

    /**
     * @return milliseconds of processor time a request, of the whole program: the threads that answer, the client that asks
     *     and whoever collects the garbage
     */
    private double round(Measured measured, boolean hardened) {
        WalkOverHttp walk = walks.get(hardened);
        long before = MACHINE.getProcessCpuTime();
        measured.add(REQUESTS, index -> walk.whole(mix.get(index % mix.size())));
        return (MACHINE.getProcessCpuTime() - before) / 1e6 / REQUESTS;
    }

    private static String row(String name, Measured measured, double processorMillis) {
        return measured.row(name, String.format(Locale.ROOT, "%.1f", processorMillis));
    }

    private static WalkOverHttp walk(ConfigurableApplicationContext desk) {
        return new WalkOverHttp(
                Integer.parseInt(desk.getEnvironment().getRequiredProperty("local.server.port")),
                desk.getBean(ProcessEngine.class));
    }

    private static ConfigurableApplicationContext start(Path target, String engine, boolean hardened) {
        BeanFactoryPostProcessor leaveOut = beans -> Stream.of(beans.getBeanDefinitionNames())
                .filter(name -> String.valueOf(beans.getBeanDefinition(name).getBeanClassName())
                        .startsWith(DEFENCES))
                .forEach(((BeanDefinitionRegistry) beans)::removeBeanDefinition);
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
                        "--clearance-desk.limits.requests-per-minute=0",
                        "--clearance-desk.limits.wrong-tries-from-address=0",
                        "--clearance-desk.mail.directory=" + target.resolve("benchmark-mail"),
                        "--logging.level.root=warn",
                        "--spring.main.banner-mode=off");
    }
}
