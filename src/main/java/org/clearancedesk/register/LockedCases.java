package org.clearancedesk.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction has read of the cases whose rows it has locked. Nobody else can change those before it ends, so until it
 * changes one itself there is nothing new to read of it.
 */
final class LockedCases extends ResourceHolderSupport {

    private static final Object KEY = LockedCases.class;

    private final Map<String, ChainHead> heads = new HashMap<>();
    private final Map<String, List<CaseEvent>> appended = new HashMap<>();
    private final Map<String, ClearanceCase> rows = new HashMap<>();

    private LockedCases() {}

    /** Without a transaction there is no lock, and nothing is kept. */
    static LockedCases ofThisTransaction() {
        if (TransactionSynchronizationManager.getResource(KEY) instanceof LockedCases locked) {
            return locked;
        }
        LockedCases none = new LockedCases();
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.bindResource(KEY, none);
            TransactionSynchronizationManager.registerSynchronization(
                    new ResourceHolderSynchronization<LockedCases, Object>(none, KEY) {});
        }
        return none;
    }

    /** Where the record of a case ends; empty when the case is not locked. */
    Optional<ChainHead> head(String number) {
        return Optional.ofNullable(heads.get(number));
    }

    /** Notes that the row of a case is locked, and where its record ends. */
    void locked(String number, ChainHead head) {
        heads.put(number, head);
    }

    /** Notes that an event was added to a locked case. */
    void appended(CaseEvent event) {
        String number = event.caseNumber();
        heads.put(number, new ChainHead(event.sequence(), event.hash()));
        appended.computeIfAbsent(number, first -> new ArrayList<>()).add(event);
        changed(number);
    }

    /** Notes that the row of a case was written. */
    void changed(String number) {
        rows.remove(number);
    }

    /** The row of a case, read once as long as it is locked and stays as it is. */
    ClearanceCase row(String number, Supplier<ClearanceCase> read) {
        return heads.containsKey(number) ? rows.computeIfAbsent(number, first -> read.get()) : read.get();
    }

    /** The last event of some types that this transaction has added; every other one of the case is earlier. */
    Optional<CaseEvent> last(String number, List<EventType> types) {
        return appended.getOrDefault(number, List.of()).stream()
                .filter(event -> types.contains(event.type()))
                .reduce((earlier, later) -> later);
    }
}
