package org.clearancedesk.evidence;

/** Looks for viruses. */
interface Scanner {

    /** Never throws: whatever goes wrong, the content is not clean yet. */
    Scanned scan(TemporaryFile content);

    /** Whether there is one to ask. */
    default boolean isThere() {
        return true;
    }
}
