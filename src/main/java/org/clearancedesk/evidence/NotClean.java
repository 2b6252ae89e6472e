package org.clearancedesk.evidence;

/** Nobody gets the content of this file, now or ever; the message says which, and why. */
public final class NotClean extends RuntimeException {

    NotClean(String sentence) {
        super(sentence);
    }
}
