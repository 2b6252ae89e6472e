package org.clearancedesk.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.clearancedesk.register.LetterBook;
import org.clearancedesk.register.StoredLetter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Tells anybody whether a letter holds, and nothing else of its case. */
@Controller
class VerifyPage {

    private final LetterBook letters;
    private final Clock clock;

    VerifyPage(LetterBook letters, Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    @GetMapping("/verify/{letterNumber}")
    String verify(@PathVariable String letterNumber, Model model) {
        Optional<StoredLetter> letter = letters.numbered(letterNumber);
        model.addAttribute("number", letterNumber);
        model.addAttribute("letter", letter.orElse(null));
        model.addAttribute("state", letter.map(this::state).orElse("unknown"));
        return "verify";
    }

    private String state(StoredLetter letter) {
        LocalDate until = letter.validUntil();
        return until != null && LocalDate.now(clock).isAfter(until) ? "expired" : "valid";
    }
}
