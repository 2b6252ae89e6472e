package org.clearancedesk.people.attempt;

import org.clearancedesk.operations.lock.ClusterLocks;
import org.clearancedesk.operations.lock.Turn;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Links the attempts that were written down before they were linked, once, and by one node. */
@Component
class AttemptChainMigration implements SmartInitializingSingleton {

    private final ClusterLocks clusterLocks;
    private final AttemptRepository book;

    AttemptChainMigration(ClusterLocks clusterLocks, AttemptRepository book) {
        this.clusterLocks = clusterLocks;
        this.book = book;
    }

    @Override
    public void afterSingletonsInstantiated() {
        clusterLocks.take(Turn.START, () -> {
            boolean more = true;
            while (more) {
                more = book.linkSome();
            }
            return true;
        });
    }
}
