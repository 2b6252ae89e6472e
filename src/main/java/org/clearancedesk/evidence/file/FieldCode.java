package org.clearancedesk.evidence.file;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a field of a text says: only those are let in that are known to show, count or compute something of the text. */
final class FieldCode {

    private static final Set<String> HARMLESS =
            Set.of(("addin addressblock advance ask author autonum autonumlgl autonumout autotext autotextlist barcode"
                            + " bibliography bidioutline citation comments compare createdate date displaybarcode"
                            + " docproperty docvariable edittime eq filename filesize fillin formcheckbox formdropdown"
                            + " formtext glossary gotobutton greetingline hyperlink if index info keywords lastsavedby"
                            + " listnum macrobutton mergebarcode mergefield mergerec mergeseq next nextif noteref"
                            + " numchars numpages numwords page pageref printdate private quote ref revnum savedate"
                            + " section sectionpages seq set shape skipif styleref subject symbol ta tc template time"
                            + " title toa toc useraddress userinitials username xe")
                    .split(" "));

    private static final Pattern NAME = Pattern.compile("[\\s\"]*([^\\s\"\\\\]*)");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

    private static final Set<String> WITH_A_WORD = Set.of("l", "o", "t");

    /** Whatever field it is in: the files of another computer, or a program. */
    private static final Pattern LEADS_ASTRAY =
            Pattern.compile("(?s)\\s*([\\\\/]{2}[\\p{L}\\p{N}?.].*|(?!https?:)[a-z][a-z0-9+.-]+:[\\\\/].*)");

    private FieldCode() {}

    /** Blanks of all kinds as one of the usual kind. */
    static String plain(String instruction) {
        return BLANKS.matcher(instruction).replaceAll(" ");
    }

    static void requireHarmless(String instruction) throws RejectedFile {
        String plain = plain(instruction.toLowerCase(Locale.ROOT));
        Matcher name = NAME.matcher(plain);
        boolean isKnown = !name.lookingAt()
                || name.group(1).isEmpty()
                || name.group(1).startsWith("=")
                || HARMLESS.contains(name.group(1));
        if (!isKnown) {
            throw running();
        }
        // What somebody's own program notes in a field is not read by the one that shows it.
        if (!name.group(1).equals("addin")) {
            requireNoneAstray(plain.substring(name.end()), name.group(1).equals("hyperlink"));
        }
    }

    private static void requireNoneAstray(String said, boolean isLink) throws RejectedFile {
        boolean isRead = true;
        for (int at = 0; at < said.length(); ) {
            if (said.charAt(at) == ' ') {
                at++;
                continue;
            }
            String word = said.substring(at, endOfWord(said, at));
            at += word.length();
            if (word.matches(isLink ? "\\\\[^\\\\]" : "\\\\[^\\\\].*")) {
                isRead = !isLink || !WITH_A_WORD.contains(word.substring(1));
                continue;
            }
            String plain = word.replace("\"", "").replace("\\\\", "\\");
            boolean isAstray = isLink
                    ? isRead && !Target.isToClick(plain)
                    : LEADS_ASTRAY.matcher(plain).matches();
            if (isAstray) {
                throw Target.astray(plain);
            }
            isRead = true;
        }
    }

    /** Of a text in marks, in which a back slash takes the next letter for what it is, or of a word up to a blank or a mark. */
    private static int endOfWord(String said, int from) {
        boolean isText = said.charAt(from) == '"';
        int at = from + 1;
        while (at < said.length()) {
            char letter = said.charAt(at);
            if (isText && letter == '"') {
                return at + 1;
            }
            if (!isText && (letter == ' ' || letter == '"')) {
                return at;
            }
            at += isText && letter == '\\' ? 2 : 1;
        }
        return said.length();
    }

    static RejectedFile running() {
        return new RejectedFile(
                "holds a field that fetches or runs something when it is opened, or that the desk does not"
                        + " know. Please save a copy without it, or a PDF.");
    }
}
