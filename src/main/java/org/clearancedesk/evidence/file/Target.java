package org.clearancedesk.evidence.file;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.util.StringUtils;

/** Where something in a document leads: the one list of what does no harm. Whatever is not on it is refused. */
final class Target {

    private static final Pattern TO_CLICK =
            Pattern.compile("(?s)https?://([^\\\\/][^\\\\]*)?|(mailto|tel):[^\\\\]*|(#[^\\\\]*)?");
    private static final Pattern IN_PLACE =
            Pattern.compile("(?s)(#[^\\\\]*|data:image/(png|jpe?g|gif|webp)[;,][^\\\\]*)?");

    private static final Pattern OUTSIDE = Pattern.compile("(?s)[a-z][a-z0-9+.-]*:.*|/[\\\\/].*|.*\\\\.*");

    /** The name of a vocabulary, or a place on the same computer. */
    private static final Pattern NOTED =
            Pattern.compile("(?s)urn:[^\\\\]*|[a-z]:[\\\\/]?([^\\\\/:]+[\\\\/])*[^\\\\/:]*");

    private static final Pattern ANOTHER = Pattern.compile("[\\\\/]{2}|:[\\\\/]|\\bfile:\\S");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}]");
    private static final int SHOWN = 80;

    private Target() {}

    /** A page, a mail or a telephone, or a place in the document, that somebody clicks on. */
    static boolean isToClick(String target) {
        return TO_CLICK.matcher(plain(target)).matches();
    }

    /** A place in the very part, or a picture that is written out in it. */
    static boolean isInPlace(String target) {
        return IN_PLACE.matcher(plain(target)).matches();
    }

    /** In place, or another part of the document, however its name is written. */
    static boolean isWithin(String target) {
        String plain = plain(target);
        return isInPlace(plain)
                || (!OUTSIDE.matcher(plain).matches()
                        && !OUTSIDE.matcher(plain(decoded(plain))).matches());
    }

    /** What a program writes down and does not open. */
    static boolean isNoted(String target) {
        return isToClick(target)
                || isWithin(target)
                || NOTED.matcher(plain(target)).matches();
    }

    /** Whether another computer, a drive or an address stands anywhere in the name of a sheet. */
    static boolean isOfAnother(String name) {
        return ANOTHER.matcher(plain(name)).find();
    }

    static String decoded(String target) {
        return StringUtils.uriDecode(target.replaceAll("%(?![0-9a-fA-F]{2})", "%25"), StandardCharsets.UTF_8);
    }

    /** As programs read it, who pass over what is not seen. */
    private static String plain(String target) {
        return INVISIBLE.matcher(target).replaceAll("").strip().toLowerCase(Locale.ROOT);
    }

    static RejectedFile astray(String target) {
        return new RejectedFile(
                "holds a link that leads neither to a page or a mail nor to a place in it (%s). Please save a copy without the link, or a PDF."
                        .formatted(target.length() > SHOWN ? target.substring(0, SHOWN) + "…" : target));
    }
}
