package org.clearancedesk.people.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.clearancedesk.people.RefusedAttempt.Kind;
import org.clearancedesk.people.RefusedAttempts;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/** Sends away whoever asks for what is not theirs, and notes who comes from other pages. */
class AuditingAccessDeniedHandler implements AccessDeniedHandler {

    private final AccessDeniedHandler answer = new AccessDeniedHandlerImpl();
    private final RefusedAttempts attempts;

    AuditingAccessDeniedHandler(RefusedAttempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException, ServletException {
        if (refused instanceof CsrfException) {
            attempts.record(Kind.NOT_FROM_OUR_PAGES, null);
        }
        answer.handle(request, response, refused);
    }
}
