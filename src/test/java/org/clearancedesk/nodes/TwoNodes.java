package org.clearancedesk.nodes;

import java.util.List;
import org.clearancedesk.Postgres;

/** Two desks, each in a Java virtual machine of its own, on one PostgreSQL and one mail server. */
final class TwoNodes implements AutoCloseable {

    final Postgres database = Postgres.start();
    final MailServer mail = new MailServer();
    final Node one = new Node("one", database, mail.port());
    final Node two = new Node("two", database, mail.port());
    final Front front = new Front(List.of(one.address(), two.address()));

    TwoNodes() {
        // The demo's administrator is made by the engine itself, so the second waits for the first.
        one.starts().isReady();
        two.starts().isReady();
    }

    @Override
    public void close() {
        one.close();
        two.close();
        mail.close();
        database.close();
    }
}
