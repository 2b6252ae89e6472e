package org.clearancedesk.register;

import java.util.List;

/**
 * What a check of every record found.
 *
 * @param checked how many cases were checked
 * @param broken the cases whose record is not whole, by number
 */
public record Verification(int checked, List<Broken> broken) {

    /** A case, the first event of it that does not fit, and how that shows. */
    public record Broken(String number, int sequence, String reason) {}
}
