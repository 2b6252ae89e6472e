package org.clearancedesk.people.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Stands before everything else: so many calls are worked on, so many wait, and the web server has more threads than both,
 * so that whoever asks whether the desk is alive always finds one. What comes slowly gets few of them.
 */
final class ConcurrencyFilter extends ValveBase {

    private static final String ALIVE = "/actuator/health/liveness";
    private static final int PATIENCE_IN_SECONDS = 5;

    private final Semaphore working;
    private final Semaphore waiting;
    private final ConcurrencyLimiter arriving;

    ConcurrencyFilter(ConcurrencyProperties limits) {
        super(true);
        this.working = new Semaphore(limits.calls() == 0 ? Integer.MAX_VALUE : limits.calls(), true);
        this.waiting = new Semaphore(limits.waiting() == 0 ? Integer.MAX_VALUE : limits.waiting());
        this.arriving = new ConcurrencyLimiter(limits.arrivingFromAddress(), limits.arriving());
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!hasBody(request) && request.getRequestURI().equals(request.getContextPath() + ALIVE)) {
            getNext().invoke(request, response);
        } else if (!isLetIn()) {
            refuse(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            try {
                work(request, response);
            } finally {
                working.release();
            }
        }
    }

    private boolean isLetIn() {
        if (working.tryAcquire()) {
            return true;
        }
        if (!waiting.tryAcquire()) {
            return false;
        }
        try {
            return working.tryAcquire(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.release();
        }
    }

    private void work(Request request, Response response) throws IOException, ServletException {
        if (!hasBody(request)) {
            getNext().invoke(request, response);
            return;
        }
        String address = ClientAddress.of(String.valueOf(request.getRemoteAddr()));
        switch (arriving.take(address)) {
            case TAKEN -> {
                PacedRequestBody body = new PacedRequestBody(request.getCoyoteRequest(), () -> arriving.leave(address));
                try {
                    getNext().invoke(request, response);
                    if (!request.isAsync() && !response.isErrorReportRequired()) {
                        // The answer goes out before what is left is read: that it breaks off changes the answer no
                        // more.
                        response.setSuspended(false);
                        response.finishResponse();
                    }
                } finally {
                    body.close();
                }
            }
            case CALLER_HAS_ALL -> refuse(request, response, 429);
            case NONE_LEFT -> refuse(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** Says so at once, in the fewest words: nothing of the desk is asked for it. */
    private static void refuse(Request request, Response response, int status) throws IOException {
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        response.setStatus(status);
        response.setHeader("Retry-After", String.valueOf(PATIENCE_IN_SECONDS));
        response.setContentType("application/problem+json");
        response.getOutputStream()
                .write(
                        ("{\"type\":\"about:blank\",\"title\":\"Too much at once\",\"status\":%d,\"detail\":\"Too many calls are"
                                        + " under way at the same time. Please try again in a moment.\"}")
                                .formatted(status)
                                .getBytes(StandardCharsets.UTF_8));
    }
}
