package org.clearancedesk.audit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.clearancedesk.audit.Verification.Broken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks everything on record, one case after the other, so that it takes no more memory than one case. Whoever writes
 * meanwhile neither waits nor makes a record look broken.
 */
@Component
public class RecordAudit {

    private static final int PAGE = 500;

    private final CaseAudit cases;
    private final CheckpointAudit checkpoints;
    private final Rows rows;
    private final TransactionTemplate snapshot;

    RecordAudit(CaseAudit cases, CheckpointAudit checkpoints, Rows rows, PlatformTransactionManager transactions) {
        this.cases = cases;
        this.checkpoints = checkpoints;
        this.rows = rows;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    public Verification verify() {
        List<Broken> broken = new ArrayList<>();
        int checked = 0;
        int untold = 0;
        List<String> page = rows.casesAfter("", PAGE);
        while (!page.isEmpty()) {
            for (String number : page) {
                CaseAudit.Looked looked = requireNonNull(snapshot.execute(moment -> cases.check(number)));
                broken.addAll(looked.broken());
                untold += looked.untold();
                checked++;
            }
            page = rows.casesAfter(page.get(page.size() - 1), PAGE);
        }
        broken.addAll(requireNonNull(snapshot.execute(moment -> withoutCase())));
        CheckpointAudit.Looked looked = requireNonNull(snapshot.execute(moment -> checkpoints.check()));
        broken.addAll(looked.broken());
        return new Verification(
                checked, untold, looked.checkpoints(), looked.last(), looked.unchecked(), List.copyOf(broken));
    }

    /** Checks one case, without the checkpoints. */
    public List<Broken> verify(String number) {
        return requireNonNull(snapshot.execute(moment -> cases.check(number))).broken();
    }

    private List<Broken> withoutCase() {
        List<Broken> found = new ArrayList<>();
        rows.withoutCase("clearance_event", "case_number || ' ' || sequence")
                .forEach(key -> found.add(Broken.place(null, "event " + key, "The event belongs to no case.")));
        rows.withoutCase("clearance_letter", "number")
                .forEach(key -> found.add(Broken.place(null, "letter " + key, "The letter belongs to no case.")));
        rows.withoutCase("clearance_evidence", "id")
                .forEach(key -> found.add(Broken.place(null, "file " + key, "The file belongs to no case.")));
        return found;
    }
}
