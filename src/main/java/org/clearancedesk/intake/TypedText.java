package org.clearancedesk.intake;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text as somebody typed it, and how many characters of it fit. */
record TypedText(String typed, int longest) {

    private static final Pattern LINE_BREAK = Pattern.compile("[\\n\\r]");

    /** The text as the desk keeps it, or nothing when it is blank. What keeps it from being taken goes to the problems. */
    @Nullable
    String checked(String field, FieldProblems fieldProblems) {
        String text = oneLine() ? CleanText.line(typed) : CleanText.lines(typed);
        if (text.length() > longest) {
            fieldProblems.tooLong(field, text.length(), longest);
            // Whoever goes on with it has to look at no more than fits.
            return text.substring(0, longest);
        }
        if (CleanText.holdsNoCharacter(typed)
                || (oneLine() && LINE_BREAK.matcher(typed.strip()).find())) {
            fieldProblems.unprintable(field);
        }
        return text.isEmpty() ? null : text;
    }

    private boolean oneLine() {
        return longest < Fields.LONG_TEXT;
    }
}
