package org.clearancedesk.engine;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.changelog.RanChangeSet;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.clearancedesk.operations.start.StartRule;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The tables are of this version of the desk or older, and made by its own changelog; older ones are raised at the start. */
@Component
class ProductionTables implements StartRule {

    private static final String CHANGES = "db/changelog/db.changelog-master.yaml";

    @Override
    public List<String> broken(Environment settings) {
        String url = settings.getProperty("spring.datasource.url", "");
        if (!url.startsWith("jdbc:postgresql:")) {
            return List.of();
        }
        try (Connection database = DriverManager.getConnection(
                url,
                settings.getProperty("spring.datasource.username"),
                settings.getProperty("spring.datasource.password"))) {
            if (holds(database, "databasechangelog")) {
                return notTooNew(database);
            }
            return holds(database, "act_ge_property") || holds(database, "clearance_case")
                    ? List.of(
                            "The database holds tables that the desk's changelog did not make: let spring.datasource.url"
                                    + " name a database of the desk's own, or an empty one.")
                    : List.of();
        } catch (SQLException | LiquibaseException silent) {
            // Whoever checks the database itself says so.
            return List.of();
        }
    }

    private static List<String> notTooNew(Connection database) throws LiquibaseException {
        JdbcConnection connection = new JdbcConnection(database);
        String unknown = new Liquibase(
                        CHANGES,
                        new ClassLoaderResourceAccessor(),
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(connection))
                .listUnexpectedChangeSets(new Contexts(), new LabelExpression()).stream()
                        .map(RanChangeSet::getId)
                        .collect(Collectors.joining(", "));
        return unknown.isEmpty()
                ? List.of()
                : List.of(
                        "The database was raised by a newer desk, which knows changes that this one does not (%s): start that version or a newer one, or let spring.datasource.url name another database."
                                .formatted(unknown));
    }

    private static boolean holds(Connection database, String table) throws SQLException {
        try (ResultSet found = database.getMetaData().getTables(null, database.getSchema(), table, null)) {
            return found.next();
        }
    }
}
