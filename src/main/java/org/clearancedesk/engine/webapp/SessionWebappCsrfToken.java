package org.clearancedesk.engine.webapp;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.clearancedesk.people.signin.WebappCsrfToken;
import org.springframework.stereotype.Component;

/** Reads what the webapp's own protection against foreign calls keeps in the session. */
@Component
class SessionWebappCsrfToken implements WebappCsrfToken {

    private static final String KEPT = "CAMUNDA_CSRF_TOKEN";
    private static final String SENT = "X-XSRF-TOKEN";

    @Override
    public boolean isWith(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(KEPT) instanceof String kept
                && kept.equals(request.getHeader(SENT));
    }
}
