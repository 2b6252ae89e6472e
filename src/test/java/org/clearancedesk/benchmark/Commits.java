package org.clearancedesk.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What the database itself can do, asked as pgbench asks it: as many questions by key, updates and inserts as a request of
 * the desk takes, in as many commits, from as many connections, and nothing in between.
 */
final class Commits {

    private static final int ACCOUNTS = 100_000;

    private final String database;
    private final int questions;
    private final int writes;
    private final int commits;

    /** Takes as many of each as a request took in this load. */
    Commits(String database, Load like) {
        this.database = database;
        this.commits = Math.max(1, Math.round((float) like.commits() / like.micros().length));
        this.writes = Math.round((float) like.writes() / like.micros().length);
        this.questions = Math.round((float) (like.statements() - like.writes()) / like.micros().length);
        try (Connection connection = DriverManager.getConnection(database);
                Statement tables = connection.createStatement()) {
            tables.execute(
                    """
                    create table account (id int primary key, balance bigint not null, filler varchar(120));
                    create table change (account int not null, delta int not null, made timestamp, filler varchar(120));
                    create index change_account on change (account);
                    insert into account select n, 0, repeat('x', 100) from generate_series(1, %d) n;
                    """
                            .formatted(ACCOUNTS));
            tables.execute("vacuum analyze account");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Load measure(int clients, Duration time) {
        ThreadLocal<Client> client = ThreadLocal.withInitial(() -> new Client(database));
        return Load.of(clients, time, index -> client.get().likeOneRequest(questions, writes, commits));
    }

    private static final class Client {

        private final Connection connection;
        private final PreparedStatement question;
        private final PreparedStatement update;
        private final PreparedStatement insert;

        Client(String database) {
            try {
                connection = DriverManager.getConnection(database);
                connection.setAutoCommit(false);
                question = connection.prepareStatement("select balance, filler from account where id = ?");
                update = connection.prepareStatement("update account set balance = balance + 1 where id = ?");
                insert = connection.prepareStatement(
                        "insert into change values (?, 1, current_timestamp, repeat('y', 100))");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        void likeOneRequest(int questions, int writes, int commits) {
            int statements = questions + writes;
            int written = 0;
            int committed = 0;
            try {
                for (int done = 1; done <= statements; done++) {
                    int account = ThreadLocalRandom.current().nextInt(ACCOUNTS) + 1;
                    if (written < (long) writes * done / statements) {
                        PreparedStatement write = written++ % 2 == 0 ? insert : update;
                        write.setInt(1, account);
                        write.executeUpdate();
                    } else {
                        question.setInt(1, account);
                        question.executeQuery().close();
                    }
                    if (committed < (long) commits * done / statements) {
                        connection.commit();
                        committed++;
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
