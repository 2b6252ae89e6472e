package org.clearancedesk.web.letter;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.clearancedesk.letter.CheckedFile;
import org.clearancedesk.letter.LetterChecks;
import org.clearancedesk.letter.LetterNumber;
import org.clearancedesk.letter.LetterStanding;
import org.clearancedesk.letter.LetterState;
import org.clearancedesk.people.security.UnknownLetterAsked;
import org.clearancedesk.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** What people and programs are told of a letter whose number they have. */
@Component
class VerifiedLetters {

    private final LetterChecks checks;

    VerifiedLetters(LetterChecks checks) {
        this.checks = checks;
    }

    /** “Unknown” would make somebody think of forgery who has only mistyped the number. */
    static LetterNumber read(String typed) {
        return LetterNumber.read(typed).orElseThrow(() -> new NotFound(LetterNumber.FORM));
    }

    LetterStanding standing(LetterNumber number, HttpServletRequest call) {
        LetterStanding standing = checks.standing(number);
        if (standing.state() == LetterState.UNKNOWN) {
            UnknownLetterAsked.note(call);
        }
        return standing;
    }

    CheckedFile check(LetterNumber number, @Nullable MultipartFile file) throws IOException {
        if (file == null) {
            return CheckedFile.NOTHING;
        }
        if (file.getSize() > LetterChecks.LARGEST) {
            return CheckedFile.TOO_LARGE;
        }
        try (InputStream bytes = file.getInputStream()) {
            return checks.check(number, bytes);
        }
    }
}
