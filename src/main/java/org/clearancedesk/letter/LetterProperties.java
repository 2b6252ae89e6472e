package org.clearancedesk.letter;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a studio sets for its letters.
 *
 * @param baseUrl where people reach the desk; the letter names the address at which it is checked
 */
@ConfigurationProperties("clearance-desk")
record LetterProperties(@DefaultValue("http://localhost:8080") URI baseUrl, @DefaultValue Typography letter) {

    /**
     * @param fonts TrueType files for scripts that the letter's own typeface (Latin, Greek, Cyrillic) lacks, such as
     *     Chinese, Japanese or Korean, tried in this order
     */
    record Typography(@DefaultValue List<Path> fonts) {}

    /** The address at which anyone can check a letter. */
    String verificationOf(LetterNumber number) {
        return base() + "/verify/" + number;
    }

    /** The same in a few letters, for the QR code and for typing. */
    String shortLinkTo(LetterNumber number) {
        return base() + "/v/" + number;
    }

    String base() {
        return baseUrl.toString().replaceFirst("/+$", "");
    }
}
