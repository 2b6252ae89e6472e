package org.clearancedesk.evidence.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A formula of a spreadsheet: only functions that are known to compute something from the sheet are let in. */
final class Formula {

    /** No spreadsheet takes longer ones. */
    static final int LONGEST = 16_000;

    private static final String NAME = "[\\p{L}\\p{N}_.\\\\?]";
    private static final Pattern CALL = Pattern.compile("(?<!" + NAME + ")(" + NAME + "++)\\s*+\\(");
    private static final Pattern PREFIX = Pattern.compile("(_xlfn\\.|_xlws\\.){1,3}");

    /** What a formula gives names to itself, and what another program left where it could not say what it did. */
    private static final Pattern OF_ITS_OWN = Pattern.compile("_xlpm\\..*|__xludf\\.dummyfunction");

    /** Functions that open what a text says, when somebody clicks or at once. */
    private static final Pattern OPENS = Pattern.compile("(hyperlink|indirect)\\s*+\\(");

    private static final Pattern TO_CLICK = Pattern.compile("(?s).*hyperlink\\s*+\\(");
    private static final Pattern SCHEME = Pattern.compile("(?s)\\s*[a-z][a-z0-9+.-]+:\\S.*");
    private static final Pattern TIME = Pattern.compile("(?s)\\s*\\[?[hm]{1,2}]?:[hms0].*");

    private Formula() {}

    static void requireHarmless(String formula) throws RejectedFile {
        if (formula.length() > LONGEST) {
            throw tooLong();
        }
        FormulaPieces pieces = new FormulaPieces(formula.toLowerCase(Locale.ROOT));
        String computed = pieces.computed();
        if (pieces.withNames().contains("|") || Target.isOfAnother(pieces.withNames())) {
            throw fetching();
        }
        if (OPENS.matcher(computed).find()) {
            requireNothingAstray(pieces);
        }
        Matcher call = CALL.matcher(computed);
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

    /** Where a text is part of an address that the formula puts together, only its beginning tells where that leads. */
    private static void requireNothingAstray(FormulaPieces pieces) throws RejectedFile {
        List<String> texts = pieces.texts();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            boolean isWhere = TO_CLICK.matcher(pieces.before(i)).matches();
            boolean isScheme =
                    SCHEME.matcher(text).matches() && !TIME.matcher(text).matches();
            if (!Target.isToClick(text) && (isWhere || isScheme || Target.isOfAnother(text))) {
                throw Target.astray(text);
            }
        }
    }

    static RejectedFile tooLong() {
        return new RejectedFile("holds a formula that is too long to be checked. Please save a copy with its value.");
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
