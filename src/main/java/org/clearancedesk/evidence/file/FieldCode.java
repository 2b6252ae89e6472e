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

    /** A link that leads to a program or to another computer's files, not to a page or a mail. */
    private static final Pattern LEADS_ASTRAY =
            Pattern.compile("[\\s\"]*hyperlink\\s*\"?\\s*+(?!https?:|mailto:|tel:)([a-z][a-z0-9+.-]*:|//|\\\\\\\\)");

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
        if (!isKnown || LEADS_ASTRAY.matcher(plain).lookingAt()) {
            throw running();
        }
    }

    static RejectedFile running() {
        return new RejectedFile(
                "holds a field that fetches or runs something when it is opened, or that the desk does not"
                        + " know. Please save a copy without it, or a PDF.");
    }
}
