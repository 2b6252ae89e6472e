package org.clearancedesk.production;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What two spellings of a production's code have in common when people read them as the same code. */
public final class ProductionCode {

    private static final Pattern ACCENTS_AND_INVISIBLE = Pattern.compile("[\\p{M}\\p{Cf}]+");
    private static final Pattern DASHES_AND_BLANKS = Pattern.compile("[\\p{Pd}\\u2212_\\s\\p{Z}]+");
    private static final Pattern AT_THE_EDGES = Pattern.compile("^-|-$");

    private ProductionCode() {}

    /** Without case and accents, every run of dashes and blanks one dash; as the database has it in production_key. */
    public static String keyOf(String code) {
        String plain = Normalizer.normalize(code, Normalizer.Form.NFKD);
        plain = ACCENTS_AND_INVISIBLE.matcher(plain).replaceAll("");
        plain = DASHES_AND_BLANKS.matcher(plain).replaceAll("-");
        plain = AT_THE_EDGES.matcher(plain).replaceAll("");
        return plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
