package org.clearancedesk.evidence;

import org.jspecify.annotations.Nullable;

/**
 * What a scanner said of some content.
 *
 * @param found the name of what it found; null when it found nothing
 */
record Scanned(Scan scan, @Nullable String found) {

    static final Scanned CLEAN = new Scanned(Scan.CLEAN, null);
    static final Scanned NOT_SCANNED = new Scanned(Scan.NOT_SCANNED, null);
    static final Scanned WAITING = new Scanned(Scan.WAITING, null);

    static Scanned infected(String found) {
        return new Scanned(Scan.INFECTED, found);
    }
}
