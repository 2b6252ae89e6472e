package org.clearancedesk.intake;

/** The generative tool that is to be used, and who makes it. */
public record Tool(String name, String vendor) {}
