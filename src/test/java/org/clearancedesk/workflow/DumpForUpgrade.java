package org.clearancedesk.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the dump that {@link UpgradeTest} starts from: run it with the version that is about to be released, and commit what it
 * writes, by {@code mvn test -Dtest=DumpForUpgrade}. Its name keeps it out of every other run.
 */
@Scenario
class DumpForUpgrade {

    static final Path DUMP = Path.of("src", "test", "resources", "upgrade", "model-1.sql");

    private final Desk desk;
    private final JdbcClient jdbc;

    DumpForUpgrade(Desk desk, JdbcClient jdbc) {
        this.desk = desk;
        this.jdbc = jdbc;
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
