package org.clearancedesk.engine;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.clearancedesk.operations.start.StartRule;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Real requests live in a PostgreSQL that answers, goes by the same time as the desk, and in which nobody has a password. */
@Component
class ProductionDatabase implements StartRule {

    private static final String USERS = "act_id_user";
    private static final Duration APART_AT_MOST = Duration.ofSeconds(10);

    @Override
    public List<String> broken(Environment settings) {
        String url = settings.getProperty("spring.datasource.url", "");
        if (!url.startsWith("jdbc:postgresql:")) {
            return List.of(
                    "The database is %s: set spring.datasource.url to a PostgreSQL, as in jdbc:postgresql://host/desk."
                            .formatted(
                                    url.isBlank() || url.startsWith("jdbc:h2:")
                                            ? "H2, which is for trying things out"
                                            : "no PostgreSQL"));
        }
        try (Connection database = DriverManager.getConnection(
                url,
                settings.getProperty("spring.datasource.username"),
                settings.getProperty("spring.datasource.password"))) {
            List<String> broken = new ArrayList<>(withPassword(database));
            broken.addAll(apart(Duration.between(timeOf(database), Instant.now(Clock.systemUTC()))));
            return broken;
        } catch (SQLException silent) {
            return List.of(
                    "The database does not let the desk in: check spring.datasource.url, .username and .password (%s)."
                            .formatted(String.valueOf(silent.getMessage()).replaceAll("\\s+", " ")));
        }
    }

    private static Instant timeOf(Connection database) throws SQLException {
        try (Statement question = database.createStatement();
                ResultSet row = question.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /** All nodes measure themselves by the one database. */
    static List<String> apart(Duration ahead) {
        return ahead.abs().compareTo(APART_AT_MOST) <= 0
                ? List.of()
                : List.of(
                        "This machine's clock is %d seconds %s the database's, so due dates and the order of the record would depend on who wrote them: let both follow the same time server (NTP)."
                                .formatted(ahead.abs().toSeconds(), ahead.isNegative() ? "behind" : "ahead of"));
    }

    private static List<String> withPassword(Connection database) throws SQLException {
        List<String> users = new ArrayList<>();
        try (ResultSet table = database.getMetaData().getTables(null, database.getSchema(), USERS, null)) {
            if (!table.next()) {
                return List.of();
            }
        }
        try (Statement question = database.createStatement();
                ResultSet row =
                        question.executeQuery("select id_ from act_id_user where pwd_ is not null order by id_")) {
            while (row.next()) {
                users.add(row.getString(1));
            }
        }
        return users.isEmpty()
                ? List.of()
                : List.of(
                        "The database holds users with a password (%s), such as those of the demo: give production an empty database of its own, people come from the login provider."
                                .formatted(String.join(", ", users)));
    }
}
