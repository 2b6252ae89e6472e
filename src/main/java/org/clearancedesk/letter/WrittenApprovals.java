package org.clearancedesk.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.clearancedesk.register.Cases;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.DueCondition;
import org.clearancedesk.register.LetterBook;
import org.clearancedesk.register.StoredLetter;
import org.clearancedesk.request.RequestNumber;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Issues the written approval of a case from what its record holds. */
@Component
public class WrittenApprovals {

    private final Cases cases;
    private final Letters letters;
    private final LetterBook book;
    private final Clock clock;

    WrittenApprovals(Cases cases, Letters letters, LetterBook book, Clock clock) {
        this.cases = cases;
        this.letters = letters;
        this.book = book;
        this.clock = clock;
    }

    /**
     * Puts the letter on record, all of it or nothing; a case that has one already keeps it, however often this is asked
     * for.
     *
     * @param conditions what the letter sets
     */
    public void issue(String caseNumber, List<DueCondition> conditions) {
        if (book.ofCase(caseNumber).isPresent()) {
            return;
        }
        Letter letter = compose(caseNumber);
        IssuedLetter issued = letters.issue(letter);
        try {
            book.issue(
                    new StoredLetter(
                            issued.number().value(),
                            caseNumber,
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
        return new Letter(
                new RequestNumber(caseNumber),
                approved.requester(),
                LocalDate.now(clock),
                cases.request(caseNumber).toldTo(approved.netflixContact()),
                cases.triage(caseNumber).orElseThrow(),
                cases.opinionsOfThisRound(caseNumber),
                approved.lastHash());
    }
}
