package org.clearancedesk.evidence.file;

import java.util.regex.Pattern;
import org.clearancedesk.intake.CleanText;
import org.jspecify.annotations.Nullable;

/** The name that a file is kept under. */
public final class FileName {

    private static final int LONGEST = 200;
    private static final String FALLBACK = "file ";

    /** Slashes of both kinds, and what some systems read as one. */
    private static final Pattern FOLDERS = Pattern.compile("(?s).*[/\\\\\u2044\u2215\u29F5\u29F8\uFE68\uFF0F\uFF3C]");

    /** Control, direction and invisible characters, halves of characters, and what has a meaning in a path or a header. */
    private static final Pattern MEANINGFUL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\"<>|:*?;]");

    /** Names that Windows takes for a device, whatever the ending. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *(\\..*)?");

    private FileName() {}

    /** The last part of a path, without characters that mean something to a file system, a header or a reader's eye. */
    public static String plain(@Nullable String given) {
        String name = given == null ? "" : FOLDERS.matcher(given).replaceFirst("");
        name = CleanText.line(MEANINGFUL.matcher(name).replaceAll("_"));
        name = CleanText.line(end(name.replaceFirst("[. ]+$", "")));
        if (name.isEmpty() || name.startsWith(".")) {
            return FALLBACK.strip() + name;
        }
        return DEVICE.matcher(name).matches() ? FALLBACK + name : name;
    }

    private static String end(String name) {
        int from = Math.max(0, name.length() - LONGEST + FALLBACK.length());
        return name.substring(from > 0 && Character.isLowSurrogate(name.charAt(from)) ? from + 1 : from);
    }
}
