package org.clearancedesk.web;

/** What was asked for is not there, or not yet, in a case that the caller may see; the message says so. */
public final class NotFound extends RuntimeException {

    public NotFound(String sentence) {
        super(sentence);
    }
}
