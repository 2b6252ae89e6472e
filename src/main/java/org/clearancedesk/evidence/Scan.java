package org.clearancedesk.evidence;

/** What is known of a file's viruses. */
public enum Scan {
    /** A scanner has seen it and found nothing. */
    CLEAN,
    /** There is no scanner. */
    NOT_SCANNED,
    /** There is a scanner, and it has not answered yet; until then nobody gets the content. */
    WAITING,
    /** A scanner found something; the content is gone, the digest is kept. */
    INFECTED
}
