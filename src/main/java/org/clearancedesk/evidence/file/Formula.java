package org.clearancedesk.evidence.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A formula of a spreadsheet: only functions that are known to compute something from the sheet are let in. */
final class Formula {

    private static final String NAME = "[\\p{L}\\p{N}_.\\\\?]";
    private static final Pattern CALL = Pattern.compile("(?<!" + NAME + ")(" + NAME + "++)\\s*+\\(");
    private static final Pattern PREFIX = Pattern.compile("(_xlfn\\.|_xlws\\.){1,3}");

    /** What a formula gives names to itself, and what another program left where it could not say what it did. */
    private static final Pattern OF_ITS_OWN = Pattern.compile("_xlpm\\..*|__xludf\\.dummyfunction");

    private static final Pattern REACHES = Pattern.compile("\\||\\\\\\\\|://");

    /** A link that leads to a program or to another computer's files, not to a page, a mail or a sheet. */
    private static final Pattern LEADS_ASTRAY = Pattern.compile(
            "hyperlink\\s*+\\(\\s*+\"\\s*+(?!https?:|mailto:|tel:)([a-z][a-z0-9+.-]*:|//|\\\\\\\\)|\"\\s*+(file:[/\\\\]|\\\\\\\\)");

    private Formula() {}

    static void requireHarmless(String formula) throws RejectedFile {
        String plain = formula.toLowerCase(Locale.ROOT);
        boolean leadsAstray =
                plain.contains("hyperlink") && LEADS_ASTRAY.matcher(plain).find();
        if (leadsAstray || REACHES.matcher(without(plain, false)).find()) {
            throw fetching();
        }
        Matcher call = CALL.matcher(without(plain, true));
        while (call.find()) {
            String name = PREFIX.matcher(call.group(1)).replaceFirst("");
            if (!Known.FUNCTIONS.contains(name) && !OF_ITS_OWN.matcher(name).matches()) {
                throw new RejectedFile(
                        "holds a formula with a function that fetches something or that the desk does not know (%s). "
                                        .formatted(name)
                                + "Please save a copy with its value.");
            }
        }
    }

    /**
     * The formula without its texts, which are shown and do nothing.
     *
     * @param andNames whether the names of sheets and columns are left out too
     */
    private static String without(String formula, boolean andNames) {
        StringBuilder kept = new StringBuilder();
        char quote = 0;
        int brackets = 0;
        for (int i = 0; i < formula.length(); i++) {
            char letter = formula.charAt(i);
            boolean isText = quote == '"';
            if (quote != 0) {
                quote = letter == quote ? 0 : quote;
            } else if (brackets > 0 && letter == '\'') {
                // Within brackets it takes the next letter for what it is.
                i++;
            } else if (brackets > 0 || letter == '[') {
                brackets += letter == '[' ? 1 : letter == ']' ? -1 : 0;
            } else if (letter == '"' || letter == '\'') {
                quote = letter;
                isText = quote == '"';
            } else {
                kept.append(letter);
                continue;
            }
            kept.append(isText || andNames ? ' ' : letter);
        }
        return kept.toString();
    }

    private static RejectedFile fetching() {
        return new RejectedFile(
                "holds a formula that fetches something when it is opened. Please save a copy with its value.");
    }

    /** Read when the first formula comes. */
    private static final class Known {

        private static final Set<String> FUNCTIONS = read();

        private static Set<String> read() {
            try (InputStream list =
                    Objects.requireNonNull(Formula.class.getResourceAsStream("/evidence/functions.txt"))) {
                return Set.of(new String(list.readAllBytes(), StandardCharsets.UTF_8)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .split("\\s+"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
