package org.clearancedesk.letter;

import static java.time.ZoneOffset.UTC;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.LetterRepository;
import org.clearancedesk.register.Sha256;
import org.clearancedesk.register.StoredLetter;
import org.clearancedesk.signature.PdfSeal;
import org.springframework.stereotype.Component;

/** Tells anybody whether a letter holds and whether a file is that letter, and nothing else of its case. */
@Component
public class LetterChecks {

    /** In bytes; the longest letter is far smaller. */
    public static final long LARGEST = 10_000_000;

    private static final int PIECE = 64 * 1024;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final LetterRepository letters;
    private final CaseRepository cases;
    private final PdfSeal seal;
    private final Clock clock;

    LetterChecks(LetterRepository letters, CaseRepository cases, PdfSeal seal, Clock clock) {
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
     * Whether a file is the letter. Of the file nothing is kept, and nothing in it is opened: it is compared, as it comes, with
     * the one that the desk has issued, and that one's signature is checked when they are the same.
     */
    public CheckedFile check(LetterNumber number, InputStream file) throws IOException {
        byte[] beginning = file.readNBytes(PDF.length);
        if (beginning.length == 0) {
            return CheckedFile.NOTHING;
        }
        if (!Arrays.equals(beginning, PDF)) {
            return CheckedFile.NO_PDF;
        }
        Optional<StoredLetter> letter = letters.numbered(number.value());
        return letter.isEmpty()
                ? CheckedFile.NO_SUCH_LETTER
                : check(letter.get(), new SequenceInputStream(new ByteArrayInputStream(beginning), file));
    }

    private CheckedFile check(StoredLetter letter, InputStream file) throws IOException {
        byte[] issued = letters.pdfOfCase(letter.caseNumber()).orElseThrow();
        MessageDigest sum = Sha256.digest();
        boolean beginsAlike = true;
        long length = 0;
        byte[] some = new byte[PIECE];
        for (int read = file.read(some); read >= 0; read = file.read(some)) {
            sum.update(some, 0, read);
            int from = (int) Math.min(length, issued.length);
            int compared = Math.min(read, issued.length - from);
            beginsAlike &= Arrays.equals(some, 0, compared, issued, from, from + compared);
            length += read;
            if (length > LARGEST) {
                return CheckedFile.TOO_LARGE;
            }
        }
        boolean isIssued = beginsAlike && length == issued.length;
        String digest = HexFormat.of().formatHex(sum.digest());
        if (digest.equals(letter.digest())) {
            return letter.signedBy() == null
                    ? CheckedFile.GENUINE_WITHOUT_SIGNATURE
                    : isIssued && seal.holds(issued) ? CheckedFile.GENUINE : CheckedFile.SIGNATURE_DOES_NOT_HOLD;
        }
        if (letters.isDigestOfALetter(digest)) {
            return CheckedFile.ANOTHER_LETTER;
        }
        return beginsAlike && length >= issued.length ? CheckedFile.ADDED_TO : CheckedFile.DIFFERENT;
    }
}
