package org.clearancedesk.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clearancedesk.Postgres;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Whole requests on PostgreSQL, from 1 to 8 clients, on one node and on two, against the bare engine with a process of the
 * same shape and against commits of as many statements. All of them are there at once and take turns, so that the ratios
 * count. Writes {@code target/throughput.md} and {@code target/throughput.png}.
 */
final class Throughput {

    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 3);
    private static final Duration TURN = Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 10));
    private static final Duration WARM_UP = TURN.multipliedBy(3);
    private static final List<Integer> CLIENTS = List.of(1, 2, 4, 8);

    private final Map<String, Map<Integer, Load>> measured = new LinkedHashMap<>();

    /** Takes the build directory. */
    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[0]).toAbsolutePath();
        Throughput throughput = new Throughput();
        throughput.measure(target);
        throughput.write(target);
        System.exit(0);
    }

    private void measure(Path target) throws IOException {
        try (Postgres forDesk = Postgres.start();
                Postgres forBare = Postgres.start();
                Postgres forCommits = Postgres.start();
                LoadedNode desk = new LoadedNode("desk", forDesk.url(), target).isReady();
                LoadedNode bare = new LoadedNode("bare", forBare.url(), target).isReady();
                LoadedNode secondDesk = new LoadedNode("desk", forDesk.url(), target).isReady();
                LoadedNode secondBare = new LoadedNode("bare", forBare.url(), target).isReady()) {
            for (LoadedNode cold : List.of(bare, secondBare, desk, secondDesk)) {
                cold.begin(2, WARM_UP);
                cold.measured();
            }
            bare.begin(2, WARM_UP);
            bare.measured();
            desk.begin(2, WARM_UP);
            Commits commits = new Commits(forCommits.url(), desk.measured());
            commits.measure(2, TURN);
            for (int round = 0; round < ROUNDS; round++) {
                for (int clients : CLIENTS) {
                    keep("bare engine, 1 node", clients, together(clients, bare));
                    keep("desk, 1 node", clients, together(clients, desk));
                    if (clients > 1) {
                        keep("bare engine, 2 nodes", clients, together(clients / 2, bare, secondBare));
                        keep("desk, 2 nodes", clients, together(clients / 2, desk, secondDesk));
                    }
                    keep("commits alone", clients, commits.measure(clients, TURN));
                }
                System.out.println("Round " + (round + 1) + " of " + ROUNDS);
            }
        }
    }

    private static Load together(int clientsEach, LoadedNode... nodes) throws IOException {
        for (LoadedNode node : nodes) {
            node.begin(clientsEach, TURN);
        }
        Load load = nodes[0].measured();
        for (int other = 1; other < nodes.length; other++) {
            load = load.beside(nodes[other].measured());
        }
        return load;
    }

    private void keep(String what, int clients, Load load) {
        measured.computeIfAbsent(what, unseen -> new LinkedHashMap<>()).merge(clients, load, Load::then);
    }

    private void write(Path target) throws IOException {
        StringBuilder table = new StringBuilder(
                """
                | whole requests on PostgreSQL | clients | requests/s | p50 ms | p95 ms | statements | commits | to the bare engine |
                |---|---|---|---|---|---|---|---|
                """);
        DefaultCategoryDataset plot = new DefaultCategoryDataset();
        measured.forEach((what, byClients) -> byClients.forEach((clients, load) -> {
            boolean commits = what.equals("commits alone");
            String peerOf = commits ? "bare engine, 1 node" : what.replace("desk", "bare engine");
            Load peer = measured.get(peerOf).get(clients);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.1f | %.1f | %s | %.2f |%n",
                    what,
                    clients,
                    load.perSecond(),
                    load.percentile(50),
                    load.percentile(95),
                    commits
                            ? "as the desk |"
                            : String.format(Locale.ROOT, "%.0f | %.1f", load.statementsEach(), load.commitsEach()),
                    load.perSecond() / peer.perSecond()));
            plot.addValue(load.perSecond(), what, clients);
        }));
        System.out.println(table);
        Files.writeString(target.resolve("throughput.md"), table);
        JFreeChart chart = ChartFactory.createLineChart(
                "Whole requests on PostgreSQL",
                "clients",
                "requests per second",
                plot,
                PlotOrientation.VERTICAL,
                true,
                false,
                false);
        ChartUtils.saveChartAsPNG(target.resolve("throughput.png").toFile(), chart, 900, 480);
    }
}
