package org.clearancedesk.request;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text as somebody typed it, and how many characters of it fit.
 *
 * @param kept whether it is on record already, perhaps from days on which texts were kept as they came
 */
record TypedText(String typed, int longest, boolean kept) {

    private static final Pattern LINE_BREAK = Pattern.compile("[\\n\\r]");

    /** The text as the desk keeps it, or nothing when it is blank. What keeps it from being taken goes to the problems. */
    @Nullable
    String checked(String field, Problems problems) {
        String text = kept ? typed.strip() : oneLine() ? CleanText.line(typed) : CleanText.lines(typed);
        if (text.length() > longest) {
            problems.tooLong(field, text.length(), longest);
        } else if (!kept
                && (CleanText.holdsNoCharacter(typed)
                        || (oneLine() && LINE_BREAK.matcher(typed.strip()).find()))) {
            problems.unprintable(field);
        }
        return text.isEmpty() ? null : text;
    }

    private boolean oneLine() {
        return longest < Fields.LONG_TEXT;
    }
}
