package org.clearancedesk.register;

import org.clearancedesk.review.GivenOpinion;

/** An opinion and the round of the case in which it was given, 1 for the first. */
public record RoundOpinion(int round, GivenOpinion given) {}
