package org.clearancedesk.evidence;

import org.clearancedesk.evidence.file.TemporaryFile;

/** Looks for viruses. */
interface Scanner {

    /** Never throws: whatever goes wrong, the content is not clean yet. */
    Scanned scan(TemporaryFile content);

    /** Whether there is one to ask. */
    default boolean isThere() {
        return true;
    }
}
