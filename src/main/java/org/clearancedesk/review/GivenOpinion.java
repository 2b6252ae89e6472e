package org.clearancedesk.review;

import java.time.Instant;

/**
 * An opinion together with who gave it and when.
 *
 * @param by the user's id
 */
public record GivenOpinion(String by, Instant at, Opinion opinion) {}
