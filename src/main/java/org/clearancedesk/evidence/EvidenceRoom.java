package org.clearancedesk.evidence;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.clearancedesk.evidence.EvidenceRepository.Amount;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.register.ApprovalEvents;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.Status;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Whether there is room for a file: in its case, which has to be open, and among what one person hands in. */
@Component
class EvidenceRoom {

    /** The holder of such an approval may still have to show something. */
    private static final Set<Status> LIVING = Set.of(Status.APPROVED, Status.SUSPENDED);

    private static final Duration HOUR = Duration.ofHours(1);

    private final EvidenceRepository files;
    private final ApprovalEvents record;
    private final CaseRepository cases;
    private final ReviewedFiles reviewed;
    private final EvidenceQuota quota;
    private final Clock clock;

    EvidenceRoom(
            EvidenceRepository files,
            ApprovalEvents record,
            CaseRepository cases,
            ReviewedFiles reviewed,
            EvidenceQuota quota,
            Clock clock) {
        this.files = files;
        this.record = record;
        this.cases = cases;
        this.reviewed = reviewed;
        this.quota = quota;
        this.clock = clock;
    }

    void requireForPerson(String uploadedBy, long size) {
        long before =
                files.ofPersonSince(uploadedBy, clock.instant().minus(HOUR)).bytes();
        if (before + size > quota.perPersonAndHour().toBytes()) {
            throw new BadInput(
                    "file",
                    "You have handed in %s within an hour, and more is not taken at once. Please go on later."
                            .formatted(inWords(quota.perPersonAndHour())));
        }
    }

    /** From here to the end of the transaction nobody else changes where the case stands. */
    void requireInCase(String number, String uploadedBy, long size) {
        Status status = record.lock(number);
        boolean hasConditions =
                LIVING.contains(status) && cases.get(number).requester().equals(uploadedBy);
        if (status.isFinal() && !hasConditions) {
            throw new BadInput(
                    "file",
                    "Request %s has come to its end; its record takes no more files. Please send a new request."
                            .formatted(number));
        }
        reviewed.requireNotReviewed(number, status);
        Amount there = files.ofCaseTogether(number);
        requireRoom("file", number, new Amount(there.files() + 1, there.bytes() + size));
    }

    /** For a file that its case has got already. */
    void requireForAnother(String number) {
        requireRoom("evidence", number, files.ofCaseTogether(number));
    }

    void waitForTurn(String number) {
        record.lock(number);
    }

    private void requireRoom(String field, String number, Amount together) {
        if (together.files() > quota.filesPerCase()
                || together.bytes() > quota.perCase().toBytes()) {
            throw new BadInput(
                    field,
                    "Request %s has all the files that one can have: %d, or %s together. Please put what is missing into"
                                    .formatted(number, quota.filesPerCase(), inWords(quota.perCase()))
                            + " one document, or leave it out.");
        }
    }

    private static String inWords(DataSize size) {
        return size.toGigabytes() > 0 ? size.toGigabytes() + " GB" : size.toMegabytes() + " MB";
    }
}
