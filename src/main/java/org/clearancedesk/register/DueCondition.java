package org.clearancedesk.register;

import java.time.Instant;

/** A condition of an approval, as its letter sets it. */
public record DueCondition(String words, Instant dueAt) {}
