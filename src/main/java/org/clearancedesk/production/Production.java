package org.clearancedesk.production;

/** The film or series. The code has up to 20 letters, digits and dashes; membership is counted by it. */
public record Production(String code, String title) {

    /** What stands in for the production of a confidential request. */
    public static final Production CONFIDENTIAL = new Production("CONFIDENTIAL", "Confidential production");
}
