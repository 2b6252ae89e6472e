package org.clearancedesk.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import org.clearancedesk.Postgres;
import org.clearancedesk.intake.NameKey;
import org.junit.jupiter.api.Test;

/** Consents whose ids were made of case and name, on both databases. */
class ConsentsOfEarlierDaysTest {

    private static final String RANDOM = UUID.randomUUID().toString();
    private static final String KEYED_BEFORE = UUID.randomUUID().toString();
    private static final Map<String, String> BEFORE = Map.of(
            madeOf("Keanu Reeves"),
            "Keanu Reeves",
            madeOf("Zoe\u0308  Kravitz"),
            "Zoe\u0308  Kravitz",
            RANDOM,
            "Ana Ruiz\u200B",
            KEYED_BEFORE,
            "\u201EAna Ruiz\u201C.");

    private static String madeOf(String performer) {
        return UUID.nameUUIDFromBytes(("GC-2026-000009\n" + performer).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Test
    void getIdsThatSayNothingOnH2() throws Exception {
        getIdsThatSayNothing("jdbc:h2:mem:consents-of-earlier-days");
    }

    @Test
    void getIdsThatSayNothingOnPostgres() throws Exception {
        try (Postgres database = Postgres.start()) {
            getIdsThatSayNothing(database.url());
        }
    }

    private static void getIdsThatSayNothing(String url) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table clearance_consent (id varchar(36) primary key, performer varchar(200),"
                    + " performer_key varchar(200))");
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into clearance_consent (id, performer) values (?, ?)")) {
                for (Map.Entry<String, String> each : BEFORE.entrySet()) {
                    insert.setString(1, each.getKey());
                    insert.setString(2, each.getValue());
                    insert.executeUpdate();
                }
            }

            statement.execute("update clearance_consent set performer_key = 'as an earlier version had it' where id = '"
                    + KEYED_BEFORE + "'");

            new NamesAndIdsOfConsents()
                    .execute(DatabaseFactory.getInstance()
                            .findCorrectDatabaseImplementation(new JdbcConnection(connection)));

            Map<String, String> ids = new LinkedHashMap<>();
            Map<String, String> keys = new LinkedHashMap<>();
            try (ResultSet rows =
                    statement.executeQuery("select id, performer, performer_key from clearance_consent")) {
                while (rows.next()) {
                    ids.put(rows.getString("performer"), rows.getString("id"));
                    keys.put(rows.getString("performer"), rows.getString("performer_key"));
                }
            }
            assertThat(ids)
                    .hasSize(4)
                    .containsEntry("Ana Ruiz\u200B", RANDOM)
                    .containsEntry("\u201EAna Ruiz\u201C.", KEYED_BEFORE);
            assertThat(ids.values())
                    .doesNotContain(madeOf("Keanu Reeves"), madeOf("Zoe\u0308  Kravitz"))
                    .allMatch(id -> UUID.fromString(id).version() == 4);
            assertThat(keys)
                    .containsEntry("Ana Ruiz\u200B", "ana ruiz")
                    .containsEntry("\u201EAna Ruiz\u201C.", "ana ruiz")
                    .containsEntry(
                            "Zoe\u0308  Kravitz", NameKey.of("ZO\u00CB KRAVITZ").value());
        }
    }
}
