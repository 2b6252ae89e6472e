package org.clearancedesk.people.security;

import jakarta.servlet.http.HttpServletRequest;

/** What a public page notes on a call for the limits: it asked for a letter that there is not. */
public final class UnknownLetterAsked {

    private static final String NOTE = UnknownLetterAsked.class.getName();

    private UnknownLetterAsked() {}

    public static void note(HttpServletRequest request) {
        request.setAttribute(NOTE, true);
    }

    public static boolean isNotedOn(HttpServletRequest request) {
        return request.getAttribute(NOTE) != null;
    }
}
