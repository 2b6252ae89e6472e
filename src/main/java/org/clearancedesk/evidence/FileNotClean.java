package org.clearancedesk.evidence;

/** Nobody gets the content of this file, now or ever; the message says which, and why. */
public final class FileNotClean extends RuntimeException {

    FileNotClean(String sentence) {
        super(sentence);
    }
}
