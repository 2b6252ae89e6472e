package org.clearancedesk.register;

/** The first event of a case that does not fit its chain, and a sentence that says how it shows. */
public record ChainBreak(int sequence, String reason) {}
