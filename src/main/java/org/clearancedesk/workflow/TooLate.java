package org.clearancedesk.workflow;

/**
 * What to tell somebody who was a moment later than somebody else; to the engine that is a failure of the server or a
 * missing right.
 */
enum TooLate {
    CHANGED("Somebody else did something with this in the same moment, so nothing was done. Please look again."),
    TAKEN("Somebody else has just taken this task."),
    NOT_YOURS("This task is not yours to do: somebody else has taken it, or it is for other people."),
    DONE("This task is done already. Please go back to your list.");

    private final String sentence;

    TooLate(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
