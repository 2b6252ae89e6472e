package org.clearancedesk.web.letter;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.clearancedesk.letter.CheckedFile;
import org.clearancedesk.letter.LetterNumber;
import org.clearancedesk.letter.LetterStanding;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Tells programs what {@link VerifyPage} tells people. */
@RestController
@RequestMapping(path = "/verify/{letterNumber}", produces = MediaType.APPLICATION_JSON_VALUE)
class VerifyApi {

    private final VerifiedLetters letters;

    VerifyApi(VerifiedLetters letters) {
        this.letters = letters;
    }

    /** Whether a file is the letter, and whether that letter holds. */
    record FileView(boolean genuine, CheckedFile verdict, String sentence, LetterStanding standing) {}

    @Operation(
            summary = "Whether a letter holds",
            security = {})
    @GetMapping
    LetterStanding verify(@PathVariable String letterNumber, HttpServletRequest call) {
        return letters.standing(VerifiedLetters.read(letterNumber), call);
    }

    @Operation(
            summary = "Whether a file is the letter",
            security = {})
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    FileView check(
            @PathVariable String letterNumber,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest call)
            throws IOException {
        LetterNumber number = VerifiedLetters.read(letterNumber);
        CheckedFile checked = letters.check(number, file);
        return new FileView(checked.isGenuine(), checked, checked.sentence(), letters.standing(number, call));
    }
}
