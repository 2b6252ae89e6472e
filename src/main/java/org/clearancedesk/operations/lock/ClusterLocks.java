package org.clearancedesk.operations.lock;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
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
public class ClusterLocks {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate turn;
    private final TransactionTemplate work;

    /** Whoever waits on the same node waits here, without a connection. */
    private final Map<Turn, Lock> here = new ConcurrentHashMap<>();

    ClusterLocks(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.turn = new TransactionTemplate(transactions);
        turn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.work = new TransactionTemplate(transactions);
        work.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** Waits for the turn and does the work, in transactions of its own. */
    public <T> T take(Turn which, Supplier<T> done) {
        return hold(which, () -> Objects.requireNonNull(work.execute(apart -> done.get())));
    }

    /** The same, unless some node did it within that time; whether it was done now. */
    public boolean takeOnceIn(Duration time, Turn which, Runnable done) {
        return hold(which, () -> {
            OffsetDateTime now = clock.instant().atOffset(UTC);
            boolean recently = jdbc.sql("select exists (select 1 from clearance_turn where name = ? and done_at > ?)")
                    .params(which.name(), now.minus(time))
                    .query(Boolean.class)
                    .single();
            if (!recently) {
                work.executeWithoutResult(apart -> done.run());
                jdbc.sql("update clearance_turn set done_at = ? where name = ?")
                        .params(now, which.name())
                        .update();
            }
            return !recently;
        });
    }

    private <T> T hold(Turn which, Supplier<T> done) {
        Lock lock = here.computeIfAbsent(which, fresh -> new ReentrantLock());
        lock.lock();
        try {
            return Objects.requireNonNull(turn.execute(held -> {
                jdbc.sql("select name from clearance_turn where name = ? for update")
                        .param(which.name())
                        .query(String.class)
                        .single();
                return done.get();
            }));
        } finally {
            lock.unlock();
        }
    }
}
