package org.clearancedesk.access.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.clearancedesk.access.RefusedAttempt.Kind;
import org.clearancedesk.access.RefusedAttempts;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** Answers calls that Spring Security turns away before the chain of filters, so without the headers that it sets. */
@Component
class TrickInTheAddress implements RequestRejectedHandler {

    private final RefusedAttempts attempts;

    TrickInTheAddress(RefusedAttempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        attempts.record(Kind.DISGUISED, null);
        Headers.ofAnyAnswer(response);
        response.sendError(HttpStatus.BAD_REQUEST.value());
    }
}
