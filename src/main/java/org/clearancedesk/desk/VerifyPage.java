package org.clearancedesk.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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

    @Operation(
            summary = "Whether a letter holds",
            description = "A page for anybody, without sign-in: valid, expired or unknown, and the digest of the PDF.",
            security = {},
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The page",
                            content = @Content(mediaType = "text/html")))
    @GetMapping("/verify/{letterNumber}")
    String verify(@PathVariable String letterNumber, @Parameter(hidden = true) Model model) {
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
