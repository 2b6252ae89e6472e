package org.clearancedesk.workflow;

import java.util.Optional;

/**
 * What to tell somebody who was a moment later than somebody else; to the engine that is a failure of the server or a
 * missing right.
 */
enum TooLate {
    CHANGED(
            "ENGINE-03005",
            "Somebody else did something with this in the same moment, so nothing was done. Please look again."),
    TAKEN("is already claimed by someone else", "Somebody else has just taken this task."),
    NOT_YOURS(
            "permissions: 'TASK_WORK'",
            "This task is not yours to do: somebody else has taken it, or it is for other people."),
    DONE("Cannot find task with id", "This task is done already. Please go back to your list.");

    private final String signOfTheEngine;
    private final String sentence;

    TooLate(String signOfTheEngine, String sentence) {
        this.signOfTheEngine = signOfTheEngine;
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    static Optional<String> sentenceFor(String failure) {
        for (TooLate reason : values()) {
            if (failure.contains(reason.signOfTheEngine)) {
                return Optional.of(reason.sentence);
            }
        }
        return Optional.empty();
    }
}
