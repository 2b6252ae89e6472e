package org.clearancedesk.request;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text as somebody typed it, without the blanks around it, and how many characters of it fit. */
record TypedText(String text, int longest) {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\\n\\r\\t]]");
    private static final Pattern LINE_BREAK = Pattern.compile("[\\n\\r\\t]");

    TypedText {
        text = text.strip();
    }

    /** The text, or nothing when it is blank. What keeps it from being taken goes to the problems. */
    @Nullable
    String checked(String field, Problems problems) {
        if (text.length() > longest) {
            problems.tooLong(field, text.length(), longest);
            // Whoever goes on with it has to look at no more than fits.
            return text.substring(0, longest);
        }
        if (UNPRINTABLE.matcher(text).find()
                || (longest < Fields.LONG_TEXT && LINE_BREAK.matcher(text).find())) {
            problems.unprintable(field);
        }
        return text.isEmpty() ? null : text;
    }
}
