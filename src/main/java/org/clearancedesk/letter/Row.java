package org.clearancedesk.letter;

/** A line of the letter: what it is, and what it says. */
public record Row(String label, String value) {}
