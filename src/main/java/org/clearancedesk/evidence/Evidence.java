package org.clearancedesk.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearancedesk.intake.BadInput;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps files. The process never sees more of one than its id. */
@Component
public class Evidence {

    /** The largest file that is taken, in bytes: 25 MB. */
    public static final int LARGEST = 25 * 1024 * 1024;

    private final EvidenceRepository files;
    private final EvidenceEvents evidenceEvents;
    private final EvidenceRoom room;

    Evidence(EvidenceRepository files, EvidenceEvents evidenceEvents, EvidenceRoom room) {
        this.files = files;
        this.evidenceEvents = evidenceEvents;
        this.room = room;
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
                room.requireForAnother(caseNumber);
                evidenceEvents.added(caseNumber, uploadedBy, file.asRecorded(null));
            }
        }
    }

    @Transactional(readOnly = true)
    public List<EvidenceFile> ofCase(String caseNumber) {
        return files.ofCase(caseNumber);
    }

    /** The names of the files that are on record and hold something, by their ids. */
    @Transactional(readOnly = true)
    public Map<String, String> namesOf(String caseNumber) {
        return FileNames.toldApart(files.ofCase(caseNumber).stream()
                .filter(file -> file.scan() != Scan.INFECTED)
                .map(file -> new FileNames.Named(file.id(), file.name(), file.sha256()))
                .toList());
    }

    /**
     * A file whose content may be given out: {@link #copy} does it.
     *
     * @throws FileNotClean when a scanner has not said that it is clean
     */
    @Transactional(readOnly = true)
    public Optional<EvidenceFile> open(String caseNumber, String id) {
        Optional<EvidenceFile> file = files.find(id).filter(found -> caseNumber.equals(found.caseNumber()));
        file.filter(found -> !found.isOpen()).ifPresent(closed -> {
            throw new FileNotClean(
                    closed.scan() == Scan.WAITING
                            ? notCleanYet(closed)
                            : "“%s” held a virus and was removed. Its digest is still on record."
                                    .formatted(closed.name()));
        });
        return file;
    }

    /**
     * Writes a file's content out, without a transaction: each piece is read by itself, so a slow reader holds nothing.
     *
     * @return false when it is no longer there
     */
    public boolean copy(EvidenceFile file, OutputStream to) throws IOException {
        return files.copy(file, to);
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
    @Transactional
    public void requireClean(String caseNumber) {
        room.waitForTurn(caseNumber);
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
