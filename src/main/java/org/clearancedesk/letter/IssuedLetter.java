package org.clearancedesk.letter;

import org.jspecify.annotations.Nullable;

/**
 * A letter as it goes out.
 *
 * @param digest SHA-256 of the PDF, in 64 lower-case hexadecimal digits
 * @param signedBy the name that the digital signature bears; null when the PDF bears none
 */
public record IssuedLetter(LetterNumber number, byte[] pdf, String digest, @Nullable String signedBy) {

    /** The name under which the letter is downloaded and mailed. */
    public String fileName() {
        return number + ".pdf";
    }
}
