package org.clearancedesk.letter;

/**
 * A letter as it goes out.
 *
 * @param digest SHA-256 of the PDF, in 64 lower-case hexadecimal digits
 * @param signedBy the name that the digital signature bears
 * @param twin what the letter says, for programs: a compact JWS, which is embedded in the PDF too
 */
public record IssuedLetter(LetterNumber number, byte[] pdf, String digest, String signedBy, String twin) {}
