package org.clearancedesk.access;

/** Somebody asked for what is not theirs to do; the message tells them so. */
public final class NotAllowed extends RuntimeException {

    public NotAllowed(String sentence) {
        super(sentence);
    }
}
