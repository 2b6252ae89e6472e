package org.clearancedesk.request;

/** The film or series. The code has up to 20 letters, digits and dashes; membership is counted by it. */
public record Production(String code, String title) {}
