package org.clearancedesk.letter;

import org.jspecify.annotations.Nullable;

/** Lays a letter out as PDF. The same letter gives the same bytes. */
interface LetterRenderer {

    /** @param signedBy who is going to sign the PDF; null when nobody does, and the letter then says so */
    byte[] render(Letter letter, @Nullable String signedBy);
}
