package org.clearancedesk.audit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Consumer;
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
    private final DeskAudit desk;
    private final AttemptAudit attempts;
    private final CheckpointAudit checkpoints;
    private final ActualRows actualRows;
    private final TransactionTemplate snapshot;

    RecordAudit(
            CaseAudit cases,
            DeskAudit desk,
            AttemptAudit attempts,
            CheckpointAudit checkpoints,
            ActualRows actualRows,
            PlatformTransactionManager transactions) {
        this.cases = cases;
        this.desk = desk;
        this.attempts = attempts;
        this.checkpoints = checkpoints;
        this.actualRows = actualRows;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    public Verification verify() {
        return verify(broken -> {});
    }

    /** @param reader is given each thing that does not fit as soon as it is found, also those that the answer leaves out */
    Verification verify(Consumer<Broken> reader) {
        Findings findings = new Findings(reader);
        int checked = 0;
        int untold = 0;
        List<String> page = actualRows.casesAfter("", PAGE);
        while (!page.isEmpty()) {
            for (String number : page) {
                CaseAudit.Looked looked = requireNonNull(snapshot.execute(moment -> cases.check(number)));
                looked.broken().forEach(findings::add);
                untold += looked.untold();
                checked++;
            }
            page = actualRows.casesAfter(page.get(page.size() - 1), PAGE);
        }
        snapshot.executeWithoutResult(moment -> withoutCase(findings));
        snapshot.executeWithoutResult(moment -> desk.check(findings));
        snapshot.executeWithoutResult(moment -> attempts.check(findings));
        CheckpointAudit.Looked looked = requireNonNull(snapshot.execute(moment -> checkpoints.check(findings)));
        return new Verification(
                checked,
                untold,
                looked.checkpoints(),
                looked.last(),
                looked.unchecked(),
                findings.count(),
                findings.first());
    }

    /** Checks one case, without the checkpoints. */
    public List<Broken> verify(String number) {
        return requireNonNull(snapshot.execute(moment -> cases.check(number))).broken();
    }

    private void withoutCase(Findings findings) {
        actualRows
                .withoutCase("clearance_event", "case_number || ' ' || sequence", Findings.KEPT)
                .forEach(key -> findings.add(Broken.place(null, "event " + key, "The event belongs to no case.")));
        actualRows
                .withoutCase("clearance_letter", "number", Findings.KEPT)
                .forEach(key -> findings.add(Broken.place(null, "letter " + key, "The letter belongs to no case.")));
        actualRows
                .withoutCase("clearance_evidence", "id", Findings.KEPT)
                .forEach(key -> findings.add(Broken.place(null, "file " + key, "The file belongs to no case.")));
    }
}
