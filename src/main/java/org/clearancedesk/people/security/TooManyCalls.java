package org.clearancedesk.people.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Somebody has to wait. */
public final class TooManyCalls extends RuntimeException {

    private final Duration wait;

    public TooManyCalls(Duration wait) {
        super("too many in a short time", null, false, false);
        this.wait = wait;
    }

    void answer(HttpServletResponse response) throws IOException {
        response.setHeader(
                HttpHeaders.RETRY_AFTER, String.valueOf(wait.plusMillis(999).toSeconds()));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }
}
