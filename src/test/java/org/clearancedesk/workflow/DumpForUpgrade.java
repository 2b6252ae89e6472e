package org.clearancedesk.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the dump that {@link UpgradeTest} starts from: run it with the version that is about to be released, and commit what it
 * writes, by {@code mvn test -Dtest=DumpForUpgrade}. Named beside other tests it is skipped: their cases do not belong into it.
 */
@Scenario
@EnabledIfSystemProperty(
        named = "test",
        matches = "DumpForUpgrade",
        disabledReason =
                "It writes over the committed dump, and only when it is asked for alone: -Dtest=DumpForUpgrade")
class DumpForUpgrade {

    static final Path DUMP = Path.of("src", "test", "resources", "upgrade", "model-1.sql");

    private final Desk desk;
    private final JdbcClient jdbc;

    DumpForUpgrade(Desk desk, JdbcClient jdbc) {
        this.desk = desk;
        this.jdbc = jdbc;
    }

    /** Reads the committed dump into a database in memory. Its address is the answer. */
    static String readInto(String name) throws SQLException {
        String url = "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000".formatted(name);
        try (Connection database = DriverManager.getConnection(url);
                Statement statement = database.createStatement()) {
            statement.execute("runscript from '%s'".formatted(DUMP));
        }
        return url;
    }

    @Test
    void withACaseInEveryWaitState() throws Exception {
        for (WaitState state : WaitState.values()) {
            state.reach(desk);
        }
        Files.createDirectories(DUMP.getParent());
        jdbc.sql("script nopasswords nosettings to '%s'".formatted(DUMP))
                .query()
                .listOfRows();
    }
}
