package org.clearancedesk.register;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes copies of whole records and checks their chains. Whoever writes meanwhile neither waits nor makes a record look broken. */
@Component
public class Records {

    private final Ledger ledger;
    private final Chain chain;
    private final TransactionTemplate snapshot;

    Records(Ledger ledger, Chain chain, PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.chain = chain;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    /** @throws UnknownCase when there is no such case */
    public RecordCopy of(String number) {
        return requireNonNull(snapshot.execute(moment -> {
            ChainHead head = ledger.head(number);
            List<StoredEvent> events = ledger.stored(number);
            return new RecordCopy(
                    number, head.hash(), events, chain.firstBreak(head, events).orElse(null));
        }));
    }
}
