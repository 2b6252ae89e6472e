package org.clearancedesk.letter;

import static java.time.ZoneOffset.UTC;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import org.clearancedesk.register.Cases;
import org.clearancedesk.register.LetterBook;
import org.clearancedesk.register.Sha256;
import org.clearancedesk.register.StoredLetter;
import org.clearancedesk.signature.PdfSeal;
import org.springframework.stereotype.Component;

/** Tells anybody whether a letter holds and whether a file is that letter, and nothing else of its case. */
@Component
public class LetterChecks {

    /** In bytes; the longest letter is far smaller. */
    public static final long LARGEST = 10_000_000;

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final LetterBook letters;
    private final Cases cases;
    private final PdfSeal seal;
    private final Clock clock;

    LetterChecks(LetterBook letters, Cases cases, PdfSeal seal, Clock clock) {
        this.letters = letters;
        this.cases = cases;
        this.seal = seal;
        this.clock = clock;
    }

    public LetterStanding standing(LetterNumber number) {
        return letters.numbered(number.value())
                .map(letter -> new LetterStanding(
                        letter.number(),
                        LetterState.of(
                                cases.get(letter.caseNumber()).status(), letter.validUntil(), LocalDate.now(clock)),
                        LocalDate.ofInstant(letter.issuedAt(), UTC),
                        letter.validUntil(),
                        letter.digest()))
                .orElseGet(() -> new LetterStanding(number.value(), LetterState.UNKNOWN, null, null, null));
    }

    /**
     * Whether a file is the letter. A file is read as a PDF only after it proved to be, byte for byte, one that the desk
     * has issued; whatever somebody else built into theirs is never opened.
     */
    public CheckedFile check(LetterNumber number, byte[] file) {
        if (file.length == 0) {
            return CheckedFile.NOTHING;
        }
        if (file.length > LARGEST) {
            return CheckedFile.TOO_LARGE;
        }
        if (!startsWith(file, PDF)) {
            return CheckedFile.NO_PDF;
        }
        return letters.numbered(number.value())
                .map(letter -> check(letter, file))
                .orElse(CheckedFile.NO_SUCH_LETTER);
    }

    private CheckedFile check(StoredLetter letter, byte[] file) {
        String digest = Sha256.of(file);
        if (digest.equals(letter.digest())) {
            return letter.signedBy() == null
                    ? CheckedFile.GENUINE_WITHOUT_SIGNATURE
                    : seal.holds(file) ? CheckedFile.GENUINE : CheckedFile.SIGNATURE_DOES_NOT_HOLD;
        }
        if (letters.isDigestOfALetter(digest)) {
            return CheckedFile.ANOTHER_LETTER;
        }
        return startsWith(file, letters.pdfOfCase(letter.caseNumber()).orElseThrow())
                ? CheckedFile.ADDED_TO
                : CheckedFile.DIFFERENT;
    }

    private static boolean startsWith(byte[] file, byte[] beginning) {
        return file.length >= beginning.length
                && Arrays.equals(file, 0, beginning.length, beginning, 0, beginning.length);
    }
}
