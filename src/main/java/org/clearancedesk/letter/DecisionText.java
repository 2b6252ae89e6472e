package org.clearancedesk.letter;

import org.clearancedesk.review.GivenOpinion;
import org.clearancedesk.review.Opinion;

/** One decision: who said what, to which question, when and why. */
record DecisionText(String question, String answer, String by, String at, String reason) {

    static DecisionText of(GivenOpinion given, People people) {
        Opinion opinion = given.opinion();
        return new DecisionText(
                Wording.question(opinion),
                Wording.answer(opinion),
                people.nameOf(given.by()),
                Wording.time(given.at()),
                opinion.reason());
    }
}
