package org.clearancedesk.letter;

import org.jspecify.annotations.Nullable;

/** Puts a digital signature into a rendered letter. */
interface LetterSigner {

    byte[] sign(byte[] pdf);

    /** The name that the signature bears; null when letters go out without a signature. */
    @Nullable
    String signedBy();
}
