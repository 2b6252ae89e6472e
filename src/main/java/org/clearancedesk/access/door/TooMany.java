package org.clearancedesk.access.door;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Somebody has to wait. */
final class TooMany extends RuntimeException {

    private final Duration wait;

    TooMany(Duration wait) {
        super("too many in a short time", null, false, false);
        this.wait = wait;
    }

    void answer(HttpServletResponse response) throws IOException {
        response.setHeader(
                HttpHeaders.RETRY_AFTER, String.valueOf(wait.plusMillis(999).toSeconds()));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }
}
