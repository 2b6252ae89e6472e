package org.clearancedesk.desk;

/** What was asked for is not there, or not yet, in a case that the caller may see; the message says so. */
final class NotThere extends RuntimeException {

    NotThere(String sentence) {
        super(sentence);
    }
}
