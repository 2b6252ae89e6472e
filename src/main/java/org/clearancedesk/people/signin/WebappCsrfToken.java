package org.clearancedesk.people.signin;

import jakarta.servlet.http.HttpServletRequest;

/** The token with which Tasklist and Cockpit prove that a call comes from their own pages. */
public interface WebappCsrfToken {

    /** Whether the call carries the token of its session. */
    boolean isWith(HttpServletRequest request);
}
