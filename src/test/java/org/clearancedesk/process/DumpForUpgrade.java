package org.clearancedesk.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the dump of a release that {@link UpgradeTest} starts from: name the release in {@link #RELEASE}, run this with the
 * version that is about to be released, by {@code mvn test -Dtest=DumpForUpgrade}, and commit what it writes. The dump of a
 * release that is out stands for the databases of those who use it, and is never made anew; {@code model-1.sql} is that of
 * 0.1.0. Named beside other tests this is skipped: their cases do not belong into a dump.
 */
@Scenario
@EnabledIfSystemProperty(
        named = "test",
        matches = "DumpForUpgrade",
        disabledReason =
                "It writes the dump of a new release, and only when it is asked for alone: -Dtest=DumpForUpgrade")
class DumpForUpgrade {

    private static final Path DUMPS = Path.of("src", "test", "resources", "upgrade");

    /** The release that is made now. */
    private static final String RELEASE = "0.1.0";

    /** Whose dump has another name than its release. */
    private static final Map<String, String> NAMED_OTHERWISE = Map.of("0.1.0", "model-1.sql");

    private final Desk desk;
    private final JdbcClient jdbc;

    DumpForUpgrade(Desk desk, JdbcClient jdbc) {
        this.desk = desk;
        this.jdbc = jdbc;
    }

    /** The dumps of all releases, by name. */
    static List<String> all() {
        try (Stream<Path> dumps = Files.list(DUMPS)) {
            return dumps.map(dump -> dump.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the dump of a release goes, which is not there yet. */
    static Path placeOf(String release) {
        Path dump = DUMPS.resolve(NAMED_OTHERWISE.getOrDefault(release, release + ".sql"));
        if (Files.exists(dump)) {
            throw new IllegalStateException(
                    "%s is kept as release %s left it. A new release gets a dump of its own.".formatted(dump, release));
        }
        return dump;
    }

    /** Reads a dump into a database in memory. Its address is the answer. */
    static String readInto(String name, String dump) throws SQLException {
        String url = "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000".formatted(name);
        try (Connection database = DriverManager.getConnection(url);
                Statement statement = database.createStatement()) {
            statement.execute("runscript from '%s'".formatted(DUMPS.resolve(dump)));
        }
        return url;
    }

    @Test
    void withACaseInEveryWaitState() throws Exception {
        Path dump = placeOf(RELEASE);
        for (WaitState state : WaitState.values()) {
            state.reach(desk);
        }
        jdbc.sql("script nopasswords nosettings to '%s'".formatted(dump))
                .query()
                .listOfRows();
    }
}
