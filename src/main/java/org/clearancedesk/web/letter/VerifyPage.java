package org.clearancedesk.web.letter;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.clearancedesk.letter.CheckedFile;
import org.clearancedesk.letter.LetterNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;

/** Tells anybody whether a letter holds, and whether the file they have is that letter. */
@Controller
class VerifyPage {

    private final VerifiedLetters letters;

    VerifyPage(VerifiedLetters letters) {
        this.letters = letters;
    }

    /** What the QR code of a letter leads to. */
    @Hidden
    @GetMapping("/v/{letterNumber}")
    String shortLink(@PathVariable String letterNumber) {
        return "redirect:/verify/" + VerifiedLetters.read(letterNumber);
    }

    @Operation(
            summary = "Whether a letter holds",
            description = "For anybody, without sign-in: valid, expired, suspended, revoked, superseded or unknown, its"
                    + " dates and the digest of the PDF. A page; JSON for those who accept nothing but that.",
            security = {},
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The page",
                            content = @Content(mediaType = "text/html")))
    @GetMapping("/verify/{letterNumber}")
    String verify(@PathVariable String letterNumber, HttpServletRequest call, @Parameter(hidden = true) Model model) {
        return page(VerifiedLetters.read(letterNumber), call, model);
    }

    @Operation(
            summary = "Whether a file is the letter",
            description = "For anybody, without sign-in: whether exactly this PDF was issued and its signature holds."
                    + " Nothing is kept of it.",
            security = {},
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The page",
                            content = @Content(mediaType = "text/html")))
    @PostMapping(path = "/verify/{letterNumber}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String check(
            @PathVariable String letterNumber,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest call,
            @Parameter(hidden = true) Model model)
            throws IOException {
        LetterNumber number = VerifiedLetters.read(letterNumber);
        model.addAttribute("checked", letters.check(number, file));
        return page(number, call, model);
    }

    private String page(LetterNumber number, HttpServletRequest call, Model model) {
        model.addAttribute("standing", letters.standing(number, call));
        return "verify";
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.PAYLOAD_TOO_LARGE)
    String noForm(MultipartException unreadable, Model model) {
        model.addAttribute("sentence", CheckedFile.TOO_LARGE.sentence());
        return "problem";
    }
}
