package org.clearancedesk.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clearancedesk.register.Register;
import org.clearancedesk.register.Sha256;
import org.clearancedesk.request.BadInput;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps files. The process never sees more of one than its id. */
@Component
public class Evidence {

    /** The largest file that is taken, in bytes: 25 MB. */
    public static final int LARGEST = 25 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Evidence.class);

    /** How long a file waits for its request before it is dropped. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final EvidenceTable files;
    private final FileTypes types;
    private final Scanner scanner;
    private final Register register;
    private final TransactionOperations transaction;
    private final Clock clock;

    Evidence(
            EvidenceTable files,
            FileTypes types,
            Scanner scanner,
            Register register,
            TransactionOperations transaction,
            Clock clock) {
        this.files = files;
        this.types = types;
        this.scanner = scanner;
        this.register = register;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Stores a file. The scanner may take its time, so it is asked before anything waits for the database.
     *
     * @param caseNumber the case it belongs to, or null when its request is still being written
     * @throws BadInput when it is empty, too large, of a type that is not taken, or would harm whoever opens it
     */
    public EvidenceFile store(
            @Nullable String caseNumber, @Nullable String givenName, byte[] content, String uploadedBy) {
        String name = FileName.plain(givenName);
        if (content.length == 0) {
            throw new BadInput("file", "“%s” is empty. Please choose the file again.".formatted(name));
        }
        if (content.length > LARGEST) {
            throw new BadInput("file", "“%s” is larger than 25 MB. Please hand in a smaller copy.".formatted(name));
        }
        String type = types.check(name, content);
        Scanned scanned = scanner.scan(content);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        EvidenceFile file = new EvidenceFile(
                UUID.randomUUID().toString(),
                caseNumber,
                name,
                type,
                content.length,
                Sha256.of(content),
                uploadedBy,
                now,
                scanned.scan());
        if (file.scan() == Scan.INFECTED) {
            throw refused(file, scanned.found());
        }
        transaction.executeWithoutResult(kept -> {
            files.dropUnclaimed(now.minus(PATIENCE));
            files.insert(file, content);
            if (caseNumber != null) {
                register.evidenceAdded(caseNumber, uploadedBy, file.asRecorded(null));
            }
        });
        return file;
    }

    /** That somebody tried is on record, nothing of the content is. */
    private BadInput refused(EvidenceFile file, @Nullable String found) {
        LOG.warn("An infected file was handed in, SHA-256 {}: {}", file.sha256(), found);
        String caseNumber = file.caseNumber();
        if (caseNumber != null) {
            register.evidenceRefused(caseNumber, file.uploadedBy(), file.asRecorded(found));
        }
        return new BadInput(
                "file",
                "“%s” holds a virus (%s). Nothing of it was kept. Please have the computer checked that it comes from."
                        .formatted(file.name(), found));
    }

    /**
     * Gives waiting files to their case; those that the case has already stay.
     *
     * @throws BadInput when there is no such file of this person, or a virus was found in it meanwhile
     */
    @Transactional
    public void attach(List<String> ids, String caseNumber, String uploadedBy) {
        for (String id : ids) {
            boolean claimed = files.claim(id, caseNumber, uploadedBy);
            EvidenceFile file = files.find(id)
                    .filter(found -> caseNumber.equals(found.caseNumber()))
                    .orElseThrow(() -> new BadInput(
                            "evidence", "One of the files is no longer there. Please remove it and hand it in again."));
            if (claimed && file.scan() == Scan.INFECTED) {
                throw new BadInput(
                        "evidence",
                        "“%s” held a virus and was removed. Please take it off the list.".formatted(file.name()));
            }
            if (claimed) {
                register.evidenceAdded(caseNumber, uploadedBy, file.asRecorded(null));
            }
        }
    }

    @Transactional(readOnly = true)
    public List<EvidenceFile> ofCase(String caseNumber) {
        return files.ofCase(caseNumber);
    }

    /**
     * A file with its content.
     *
     * @throws NotClean when a scanner has not said that it is clean
     */
    @Transactional(readOnly = true)
    public Optional<EvidenceFile.Download> download(String caseNumber, String id) {
        Optional<EvidenceFile> file = files.find(id).filter(found -> caseNumber.equals(found.caseNumber()));
        file.filter(found -> !found.isOpen()).ifPresent(closed -> {
            throw new NotClean(
                    closed.scan() == Scan.WAITING
                            ? notCleanYet(closed)
                            : "“%s” held a virus and was removed. Its digest is still on record."
                                    .formatted(closed.name()));
        });
        return file.flatMap(found -> files.content(id).map(content -> new EvidenceFile.Download(found, content)));
    }

    /** Whether somebody of that user name handed a file in. */
    @Transactional(readOnly = true)
    public boolean isFrom(String user) {
        return files.areFrom(user);
    }

    /**
     * Asks whether the case can be decided by its files.
     *
     * @throws BadInput when one of them is not clean yet
     */
    @Transactional(readOnly = true)
    public void requireClean(String caseNumber) {
        files.ofCase(caseNumber).stream()
                .filter(file -> file.scan() == Scan.WAITING)
                .findFirst()
                .ifPresent(waiting -> {
                    throw new BadInput("", notCleanYet(waiting));
                });
    }

    private static String notCleanYet(EvidenceFile file) {
        return "“%s” is not clean yet: the virus scanner has not answered. The file is scanned as soon as it does; please try again later."
                .formatted(file.name());
    }
}
