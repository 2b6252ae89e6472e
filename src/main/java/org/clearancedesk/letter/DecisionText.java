package org.clearancedesk.letter;

import org.clearancedesk.review.GivenOpinion;
import org.clearancedesk.review.Opinion;

/** One decision: who said what, to which question, when and why. */
public record DecisionText(String question, String answer, String by, String at, String reason) {

    public static DecisionText of(GivenOpinion given, DisplayNames displayNames) {
        Opinion opinion = given.opinion();
        return new DecisionText(
                Labels.question(opinion),
                Labels.answer(opinion),
                displayNames.nameOf(given.by(), given.at()),
                Labels.time(given.at()),
                opinion.reason());
    }
}
