package org.clearancedesk.letter;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.random.RandomGenerator;
import org.clearancedesk.register.LetterRepository;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Draws numbers for letters. */
@Component
class LetterNumbers {

    private final LetterRepository book;
    private final Clock clock;
    private final RandomGenerator chance;

    @Autowired
    LetterNumbers(LetterRepository book, Clock clock) {
        this(book, clock, new SecureRandom());
    }

    LetterNumbers(LetterRepository book, Clock clock, RandomGenerator chance) {
        this.book = book;
        this.clock = clock;
        this.chance = chance;
    }

    /** A number that no letter has. Should another letter take it meanwhile, this one is not put on record and tried again. */
    LetterNumber next() {
        int year = LocalDate.now(clock).getYear();
        while (true) {
            String drawn = drawn();
            if (!drawn.chars().allMatch(Character::isDigit)) {
                LetterNumber number = LetterNumber.of(year, drawn);
                if (book.numbered(number.value()).isEmpty()) {
                    return number;
                }
            }
        }
    }

    private String drawn() {
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < LetterNumber.CHANCE; i++) {
            drawn.append(LetterNumber.ALPHABET.charAt(chance.nextInt(LetterNumber.ALPHABET.length())));
        }
        return drawn.toString();
    }
}
