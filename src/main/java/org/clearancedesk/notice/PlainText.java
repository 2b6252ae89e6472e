package org.clearancedesk.notice;

import java.util.stream.Collectors;

/** Text of users on its way into a mail. */
final class PlainText {

    private static final String UNRULY =
            "[\\p{Cntrl}\\p{Cs}\\u0085\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]+";

    private PlainText() {}

    /** One line without line breaks and marks of direction, which could forge a header or turn a text around. */
    static String line(String text) {
        return text.replaceAll(UNRULY, " ").replaceAll(" +", " ").strip();
    }

    /** Each line marked as somebody else's words, so that none can pass for the desk's own. */
    static String quoted(String text) {
        return text.lines()
                .map(PlainText::line)
                .map(line -> ("> " + line).strip())
                .collect(Collectors.joining("\n"));
    }
}
