package org.clearancedesk.people.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.clearancedesk.people.RefusedAttempt.Kind;
import org.clearancedesk.people.RefusedAttempts;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** Answers calls that Spring Security turns away before the chain of filters, so without the headers that it sets. */
@Component
class RejectedUrlHandler implements RequestRejectedHandler {

    private final RefusedAttempts attempts;

    RejectedUrlHandler(RefusedAttempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        attempts.record(Kind.DISGUISED, null);
        SecurityHeaders.ofAnyAnswer(response);
        response.sendError(HttpStatus.BAD_REQUEST.value());
    }
}
