package org.clearancedesk.letter;

import org.clearancedesk.register.Sha256;
import org.springframework.stereotype.Component;

/** Issues letters: rendered first, signed then, and digested as they go out. */
@Component
public class Letters {

    private final LetterRenderer renderer;
    private final LetterSigner signer;

    Letters(LetterRenderer renderer, LetterSigner signer) {
        this.renderer = renderer;
        this.signer = signer;
    }

    /** Stores nothing. Unsigned, the same letter gives the same bytes, so an issue that is repeated changes nothing. */
    public IssuedLetter issue(Letter letter) {
        byte[] pdf = signer.sign(renderer.render(letter, signer.signedBy()));
        return new IssuedLetter(letter.number(), pdf, Sha256.of(pdf), signer.signedBy());
    }
}
