package org.clearancedesk.review;

import java.time.Instant;

/** An opinion together with the user who gave it and when. */
public record GivenOpinion(String by, Instant at, Opinion opinion) {}
