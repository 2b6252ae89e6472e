package org.clearancedesk.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import org.clearancedesk.evidence.file.TemporaryFile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Has files scanned that no scanner has judged yet. Two desks on one database may do so at once; one result counts. */
@Component
class ScanLater {

    /** Each may take as long as the scanner's time limit. */
    private static final int MOST_AT_ONCE = 20;

    private final EvidenceRepository files;
    private final Scanner scanner;
    private final EvidenceEvents evidenceEvents;
    private final TransactionOperations transaction;
    private final Clock clock;

    ScanLater(
            EvidenceRepository files,
            Scanner scanner,
            EvidenceEvents evidenceEvents,
            TransactionOperations transaction,
            Clock clock) {
        this.files = files;
        this.scanner = scanner;
        this.evidenceEvents = evidenceEvents;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Goes on until the first file that gets no answer; the next time it starts with another one. */
    @Scheduled(
            initialDelayString = "${clearance-desk.evidence.scan-again-every:1m}",
            fixedDelayString = "${clearance-desk.evidence.scan-again-every:1m}")
    void scan() {
        if (!scanner.isThere()) {
            return;
        }
        for (EvidenceFile file : files.toScan(MOST_AT_ONCE)) {
            if (!isAnswered(file)) {
                return;
            }
        }
    }

    private boolean isAnswered(EvidenceFile waiting) {
        String id = waiting.id();
        files.tried(id, clock.instant());
        Scanned scanned = scanned(waiting);
        if (scanned.scan() == Scan.WAITING) {
            return false;
        }
        transaction.executeWithoutResult(kept -> {
            if (files.judge(id, scanned.scan())) {
                files.find(id).ifPresent(file -> note(file, scanned));
            }
        });
        return true;
    }

    private Scanned scanned(EvidenceFile waiting) {
        try (TemporaryFile content = new TemporaryFile()) {
            boolean isThere;
            try (OutputStream to = Files.newOutputStream(content.path())) {
                isThere = files.copy(waiting, to);
            }
            return isThere ? scanner.scan(content) : Scanned.WAITING;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(EvidenceFile file, Scanned scanned) {
        String caseNumber = file.caseNumber();
        if (caseNumber != null) {
            evidenceEvents.scanned(caseNumber, file.asRecorded(scanned.found()));
        }
    }
}
