package org.clearancedesk.letter;

/** Lays a letter out as PDF. The same letter with the same twin gives the same bytes. */
interface LetterRenderer {

    /**
     * @param signedBy who is going to sign the PDF
     * @param twin what the letter says, for programs; embedded as it is
     */
    byte[] render(Letter letter, String signedBy, String twin);
}
