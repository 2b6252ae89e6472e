package org.clearancedesk.intake;

import com.ibm.icu.text.SpoofChecker;
import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a name in the Latin letters that a reader takes it for: small capitals and the like always, letters of another
 * script when the whole name can be read as Latin. What looks like what is said by Unicode's table of confusables.
 */
final class LookAlikes {

    private static final int NONE = 0;
    private static final SpoofChecker TABLE = new SpoofChecker.Builder().build();

    /**
     * Letters of living alphabets that the table calls alike although their readers tell them apart from the letter, or
     * from another one of their own alphabet that is more alike.
     */
    private static final String TOLD_APART = "\u00FE\u0192\u0263\u0269\u028B\u026F\u01BF\u024D\u2C6C"
            + "\u03C3\u03B3\u04AF\u0566\u057C\u03ED\u2CBD\u0448\u0461";

    /** Letters in the shape of a sign, which the table does not look into. */
    private static final Pattern SHAPED = Pattern.compile("(?:LATIN LETTER SMALL CAPITAL"
            + "|NEGATIVE (?:CIRCLED|SQUARED) LATIN CAPITAL LETTER|REGIONAL INDICATOR SYMBOL LETTER) ([A-Z])");

    private static final Map<Integer, Integer> KNOWN = new ConcurrentHashMap<>();

    private LookAlikes() {}

    /** Of a decomposed text in small letters. */
    static String ofLatin(String name) {
        return replaced(name, character -> Scripts.isLatin(character) || !Character.isLetter(character));
    }

    /** The same, and the whole name in Latin when nothing in it would tell a reader that it is not. */
    static String inLatin(String name) {
        boolean mixed = name.codePoints().anyMatch(Scripts::isLatin);
        IntPredicate read = character -> mixed || !Character.isLetter(character) || Scripts.looksLikeOthers(character);
        boolean wholly = name.codePoints()
                .filter(Character::isLetter)
                .allMatch(
                        character -> Scripts.isLatin(character) || (read.test(character) && latin(character) != NONE));
        return wholly ? replaced(name, read) : ofLatin(name);
    }

    private static String replaced(String name, IntPredicate which) {
        StringBuilder plain = new StringBuilder(name.length());
        name.codePoints()
                .map(character -> which.test(character) && latin(character) != NONE ? latin(character) : character)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** The small letter that a character looks like, or none. */
    private static int latin(int character) {
        return character < 0x80 ? NONE : KNOWN.computeIfAbsent(character, LookAlikes::lookedUp);
    }

    /** Letters with a stroke or hook that no alphabet of today writes a name with. */
    private static int struck(int character) {
        return switch (character) {
            case 0xA740, 0xA741, 0xA742, 0xA743, 0xA744, 0xA745, 0x20AD -> 'k';
            case 0xA750, 0xA751, 0xA752, 0xA753, 0xA754, 0xA755 -> 'p';
            case 0xA756, 0xA757, 0xA758, 0xA759 -> 'q';
            case 0x01B5, 0x01B6, 0x0290, 0x0291 -> 'z';
            default -> NONE;
        };
    }

    private static int lookedUp(int character) {
        if (struck(character) != NONE) {
            return struck(character);
        }
        if (TOLD_APART.indexOf(character) >= 0) {
            return NONE;
        }
        Matcher shape = SHAPED.matcher(String.valueOf(Character.getName(character)));
        if (shape.matches()) {
            return Character.toLowerCase(shape.group(1).charAt(0));
        }
        if (!Character.isLetter(character)) {
            return NONE;
        }
        int small = alike(Character.toString(character));
        int capital = alike(Character.toString(character).toUpperCase(Locale.ROOT));
        // A name is the same in capitals, in which more letters look like Latin ones; but there I and l are one.
        return capital == NONE || (capital == 'l' && small != NONE) ? small : capital;
    }

    private static int alike(String letter) {
        String shape = TABLE.getSkeleton(letter).toLowerCase(Locale.ROOT);
        return shape.length() == 1 && UnicodeScript.of(shape.charAt(0)) == UnicodeScript.LATIN && shape.charAt(0) < 0x80
                ? shape.charAt(0)
                : NONE;
    }
}
