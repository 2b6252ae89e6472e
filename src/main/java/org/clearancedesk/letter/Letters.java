package org.clearancedesk.letter;

import java.io.UncheckedIOException;
import org.clearancedesk.register.CanonicalJson;
import org.clearancedesk.register.Sha256;
import org.clearancedesk.signature.NotSigned;
import org.clearancedesk.signature.PdfSeal;
import org.clearancedesk.signature.Seal;
import org.springframework.stereotype.Component;

/** Issues letters: their twin for programs is signed first, then they are rendered, signed, and digested as they go out. */
@Component
public class Letters {

    private final LetterRenderer renderer;
    private final Seal seal;
    private final PdfSeal pdfSeal;
    private final CanonicalJson json;
    private final LetterProperties properties;

    Letters(LetterRenderer renderer, Seal seal, PdfSeal pdfSeal, CanonicalJson json, LetterProperties properties) {
        this.renderer = renderer;
        this.seal = seal;
        this.pdfSeal = pdfSeal;
        this.json = json;
        this.properties = properties;
    }

    /**
     * Stores nothing.
     *
     * @throws NotSigned when the key or the time-stamp authority does not do its part
     */
    public IssuedLetter issue(Letter letter) {
        String signedBy = pdfSeal.signedBy();
        String twin = seal.sign(json.of(LetterJson.of(letter, properties)));
        byte[] pdf = pdfSeal.sign(render(letter, signedBy, twin));
        return new IssuedLetter(letter.number(), pdf, Sha256.of(pdf), signedBy, twin);
    }

    private byte[] render(Letter letter, String signedBy, String twin) {
        try {
            return renderer.render(letter, signedBy, twin);
        } catch (UncheckedIOException e) {
            throw new LetterNotIssued(letter.number(), "laid out", e);
        }
    }
}
