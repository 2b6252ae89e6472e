package org.clearancedesk.evidence;

/** Why a file is not taken: the rest of a sentence that begins with its name, and what to do about it. */
final class Objection extends Exception {

    Objection(String sentence) {
        super(sentence);
    }
}
