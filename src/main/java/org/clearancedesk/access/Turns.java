package org.clearancedesk.access;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets one after the other do what two must not do at once, on all nodes that share the database. The turn of a node that
 * dies ends with its connection.
 */
@Component
public class Turns {

    private final JdbcClient jdbc;
    private final TransactionTemplate turn;
    private final TransactionTemplate work;

    /** Whoever waits on the same node waits here, without a connection. */
    private final Map<Turn, Lock> here = new ConcurrentHashMap<>();

    Turns(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.turn = new TransactionTemplate(transactions);
        turn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.work = new TransactionTemplate(transactions);
        work.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** Waits for the turn and does the work, in transactions of its own. */
    public <T> T take(Turn which, Supplier<T> done) {
        Lock lock = here.computeIfAbsent(which, fresh -> new ReentrantLock());
        lock.lock();
        try {
            return Objects.requireNonNull(turn.execute(held -> {
                jdbc.sql("select name from clearance_turn where name = ? for update")
                        .param(which.name())
                        .query(String.class)
                        .single();
                return work.execute(apart -> done.get());
            }));
        } finally {
            lock.unlock();
        }
    }
}
