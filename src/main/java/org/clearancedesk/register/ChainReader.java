package org.clearancedesk.register;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes copies of whole records and checks their chains. Whoever writes meanwhile neither waits nor makes a record look broken. */
@Component
public class ChainReader {

    private final EventStore eventStore;
    private final EventChain eventChain;
    private final TransactionTemplate snapshot;

    ChainReader(EventStore eventStore, EventChain eventChain, PlatformTransactionManager transactions) {
        this.eventStore = eventStore;
        this.eventChain = eventChain;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    /** @throws UnknownCase when there is no such case */
    public ChainSnapshot of(String number) {
        return requireNonNull(snapshot.execute(moment -> {
            ChainHead head = eventStore.head(number);
            List<StoredEvent> events = eventStore.stored(number);
            return new ChainSnapshot(
                    number,
                    head.hash(),
                    events,
                    eventChain.firstBreak(head, events).orElse(null));
        }));
    }
}
