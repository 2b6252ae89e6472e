package org.clearancedesk.evidence;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.clearancedesk.evidence.file.FileName;
import org.clearancedesk.evidence.file.FileTypes;
import org.clearancedesk.evidence.file.TemporaryFile;
import org.clearancedesk.intake.BadInput;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Takes files in: judges each by its bytes, has it scanned, and stores it with its digest. */
@Component
public class EvidenceIntake {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceIntake.class);

    /** How long a file waits for its request before it is dropped. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final EvidenceRepository files;
    private final FileTypes types;
    private final Scanner scanner;
    private final EvidenceEvents evidenceEvents;
    private final EvidenceRoom room;
    private final TransactionOperations transaction;
    private final Clock clock;

    EvidenceIntake(
            EvidenceRepository files,
            FileTypes types,
            Scanner scanner,
            EvidenceEvents evidenceEvents,
            EvidenceRoom room,
            TransactionOperations transaction,
            Clock clock) {
        this.files = files;
        this.types = types;
        this.scanner = scanner;
        this.evidenceEvents = evidenceEvents;
        this.room = room;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Asks, before anything else is done, whether the case takes files of this person.
     *
     * @throws BadInput when it does not
     */
    @Transactional
    public void requireOpen(String caseNumber, String uploadedBy) {
        room.requireInCase(caseNumber, uploadedBy, 0);
    }

    /**
     * Stores a file. The scanner may take its time, so it is asked before anything waits for the database.
     *
     * @param caseNumber the case it belongs to, or null when its request is still being written
     * @throws BadInput when it is empty, too large, of a type that is not taken, or would harm whoever opens it
     */
    public EvidenceFile store(
            @Nullable String caseNumber, @Nullable String givenName, TemporaryFile content, String uploadedBy)
            throws IOException {
        String name = FileName.plain(givenName);
        long size = content.size();
        if (size == 0) {
            throw new BadInput("file", "“%s” is empty. Please choose the file again.".formatted(name));
        }
        if (size > Evidence.LARGEST) {
            throw new BadInput("file", "“%s” is larger than 25 MB. Please hand in a smaller copy.".formatted(name));
        }
        room.requireForPerson(uploadedBy, size);
        String type = types.check(name, content);
        Scanned scanned = scanner.scan(content);
        Instant now = clock.instant();
        EvidenceFile file = new EvidenceFile(
                UUID.randomUUID().toString(),
                caseNumber,
                name,
                type,
                size,
                content.sha256(),
                uploadedBy,
                now,
                scanned.scan());
        if (file.scan() == Scan.INFECTED) {
            throw refused(file, scanned.found());
        }
        transaction.executeWithoutResult(kept -> {
            files.dropUnclaimed(now.minus(PATIENCE));
            if (caseNumber != null) {
                // Whoever ends the case at this moment waits, or has ended it already.
                room.requireInCase(caseNumber, uploadedBy, size);
            }
            files.insert(file, content);
            if (caseNumber != null) {
                evidenceEvents.added(caseNumber, uploadedBy, file.asRecorded(null));
            }
        });
        return file;
    }

    /** That somebody tried is on record, nothing of the content is. */
    private BadInput refused(EvidenceFile file, @Nullable String found) {
        LOG.warn("An infected file was handed in, SHA-256 {}: {}", file.sha256(), found);
        String caseNumber = file.caseNumber();
        if (caseNumber != null) {
            evidenceEvents.refused(caseNumber, file.uploadedBy(), file.asRecorded(found));
        }
        return new BadInput(
                "file",
                "“%s” holds a virus (%s). Nothing of it was kept. Please have the computer checked that it comes from."
                        .formatted(file.name(), found));
    }
}
