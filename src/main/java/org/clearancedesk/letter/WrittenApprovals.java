package org.clearancedesk.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clearancedesk.evidence.Evidence;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.intake.RequestNumber;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.DueCondition;
import org.clearancedesk.register.LetterRepository;
import org.clearancedesk.register.StoredLetter;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Issues the written approval of a case from what its record holds. */
@Component
public class WrittenApprovals {

    private final CaseRepository cases;
    private final Letters letters;
    private final LetterNumbers numbers;
    private final LetterRepository book;
    private final Evidence evidence;
    private final Clock clock;

    WrittenApprovals(
            CaseRepository cases,
            Letters letters,
            LetterNumbers numbers,
            LetterRepository book,
            Evidence evidence,
            Clock clock) {
        this.evidence = evidence;
        this.cases = cases;
        this.letters = letters;
        this.numbers = numbers;
        this.book = book;
        this.clock = clock;
    }

    /**
     * Composes, lays out and signs the letter, which may take as long as a time-stamp authority does; nobody has to wait
     * for that, and nothing is kept yet.
     */
    public SignedLetter sign(String caseNumber) {
        int round = cases.get(caseNumber).round();
        Letter letter = compose(caseNumber);
        return new SignedLetter(letters.issue(letter), caseNumber, letter.validUntil(), round);
    }

    /**
     * Puts a letter on record, all of it or nothing.
     *
     * @param conditions what the letter sets
     */
    public void keep(SignedLetter letter, List<DueCondition> conditions) {
        IssuedLetter issued = letter.issued();
        try {
            book.issue(
                    new StoredLetter(
                            issued.number().value(),
                            letter.caseNumber(),
                            clock.instant(),
                            letter.validUntil(),
                            issued.digest(),
                            issued.signedBy()),
                    issued.pdf(),
                    issued.twin(),
                    conditions);
        } catch (DataAccessException e) {
            throw new LetterNotIssued(issued.number(), "put on record", e);
        }
    }

    Letter compose(String caseNumber) {
        ClearanceCase approved = cases.get(caseNumber);
        ClearanceRequest request = cases.request(caseNumber);
        return new Letter(
                numbers.next(),
                Optional.ofNullable(request.predecessor())
                        .flatMap(book::ofCase)
                        .map(earlier -> new LetterNumber(earlier.number()))
                        .orElse(null),
                new RequestNumber(caseNumber),
                approved.requester(),
                LocalDate.now(clock),
                request.toldTo(approved.netflixContact()),
                cases.triage(caseNumber).orElseThrow(),
                cases.opinionsOfThisRound(caseNumber),
                evidence.namesOf(caseNumber),
                approved.lastHash());
    }
}
