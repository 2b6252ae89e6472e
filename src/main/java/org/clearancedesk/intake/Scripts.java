package org.clearancedesk.intake;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;

/** Tells scripts apart whose letters look the same, so that a name can be two people to a program and one to a reader. */
final class Scripts {

    private static final Set<UnicodeScript> LOOK_ALIKE = EnumSet.of(
            UnicodeScript.LATIN,
            UnicodeScript.CYRILLIC,
            UnicodeScript.GREEK,
            UnicodeScript.ARMENIAN,
            UnicodeScript.CHEROKEE,
            UnicodeScript.COPTIC,
            UnicodeScript.LISU);

    private Scripts() {}

    static boolean isLatin(int letter) {
        return UnicodeScript.of(letter) == UnicodeScript.LATIN;
    }

    static boolean looksLikeOthers(int letter) {
        return LOOK_ALIKE.contains(UnicodeScript.of(letter));
    }

    /** Whether letters of two such scripts stand in one name. */
    static boolean areMixedIn(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                        .codePoints()
                        .filter(Character::isLetter)
                        .mapToObj(UnicodeScript::of)
                        .filter(LOOK_ALIKE::contains)
                        .distinct()
                        .count()
                > 1;
    }
}
