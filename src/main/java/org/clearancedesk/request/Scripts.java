package org.clearancedesk.request;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;

/** Tells scripts apart whose letters look the same, so that a name can be two people to a program and one to a reader. */
final class Scripts {

    private static final Set<UnicodeScript> LOOK_ALIKE =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.GREEK);

    private Scripts() {}

    /** Whether letters of two such scripts stand in one word. */
    static boolean areMixedInAWordOf(String name) {
        Set<UnicodeScript> inThisWord = EnumSet.noneOf(UnicodeScript.class);
        for (int character :
                Normalizer.normalize(name, Normalizer.Form.NFKC).codePoints().toArray()) {
            if (Character.isLetter(character)) {
                inThisWord.add(UnicodeScript.of(character));
                inThisWord.retainAll(LOOK_ALIKE);
                if (inThisWord.size() > 1) {
                    return true;
                }
            } else if (isBetweenWords(character)) {
                inThisWord.clear();
            }
        }
        return false;
    }

    /** A mark or something invisible does not end a word, and nor does an apostrophe or a hyphen. */
    private static boolean isBetweenWords(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
