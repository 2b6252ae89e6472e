package org.clearancedesk.audit.archive;

import java.time.Instant;
import java.util.List;

/**
 * What an archive holds, so that nothing can be taken out, put in or changed unseen.
 *
 * @param caseNumber the case
 * @param madeAt when the archive was made
 * @param entries all but the manifest and its signature, in their order
 * @param withheld files of the case that may not be given out
 */
record ArchiveManifest(String caseNumber, Instant madeAt, List<Entry> entries, List<Withheld> withheld) {

    /** @param sha256 of the content, hexadecimal */
    record Entry(String name, long size, String sha256) {}

    /** A file that only its digest is told of, and why. */
    record Withheld(String id, String name, String sha256, String reason) {}
}
