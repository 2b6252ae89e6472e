package org.clearancedesk.access;

import jakarta.servlet.http.HttpServletRequest;

/** What a public page tells the door about a call: somebody asked for something that there is not. */
public final class AskedInVain {

    private static final String NOTE = AskedInVain.class.getName();

    private AskedInVain() {}

    public static void note(HttpServletRequest request) {
        request.setAttribute(NOTE, true);
    }

    public static boolean isNotedOn(HttpServletRequest request) {
        return request.getAttribute(NOTE) != null;
    }
}
