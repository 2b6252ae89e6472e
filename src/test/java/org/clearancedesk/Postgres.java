package org.clearancedesk;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * An empty database on a real PostgreSQL: on the one of these tests, or on the server that {@code TEST_POSTGRES_URL} names, as
 * in {@code jdbc:postgresql://host/postgres?user=…&password=…}, whose user may create databases.
 */
public final class Postgres implements AutoCloseable {

    private static final String GIVEN = System.getenv("TEST_POSTGRES_URL");

    private final String server;
    private final String name = "desk_" + UUID.randomUUID().toString().replace('-', '_');

    private Postgres() {
        this.server = GIVEN == null ? Own.SERVER.getJdbcUrl("postgres", "postgres") : GIVEN;
        onServer("create database " + name);
    }

    public static Postgres start() {
        return new Postgres();
    }

    public String url() {
        return server.replaceFirst("^(jdbc:postgresql:(?://[^/]*/)?)[^?]*", "$1" + name);
    }

    /** Cuts every connection to the database, as a server does that is restarted. */
    public void cutConnections() {
        onServer("select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'".formatted(name));
    }

    public void execute(String sql) {
        execute(url(), sql);
    }

    public long count(String question) {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        onServer("drop database if exists %s with (force)".formatted(name));
    }

    private void onServer(String sql) {
        execute(server, sql);
    }

    private static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Own {

        private static final EmbeddedPostgres SERVER = open();

        private static EmbeddedPostgres open() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        server.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
