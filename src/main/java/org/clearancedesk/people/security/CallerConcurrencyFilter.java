package org.clearancedesk.people.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import org.clearancedesk.people.RefusedAttempt.Kind;
import org.clearancedesk.people.RefusedAttempts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody have more calls under way at the same time than people need: whoever sends or takes a file as slowly as they
 * like holds up themselves.
 */
class CallerConcurrencyFilter extends OncePerRequestFilter {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    /** What takes memory, disk or time in proportion to somebody's files. */
    private static final RequestMatcher LARGE = new OrRequestMatcher(
            PATHS.matcher(HttpMethod.POST, "/api/evidence"),
            PATHS.matcher("/api/requests/*/evidence/**"),
            PATHS.matcher("/api/requests/*/record.pdf"),
            PATHS.matcher("/api/requests/*/record.zip"),
            PATHS.matcher("/api/requests/*/record"),
            PATHS.matcher("/api/requests/*/letter"),
            PATHS.matcher(HttpMethod.POST, "/verify/*"));

    private final ConcurrencyLimiter calls;
    private final ConcurrencyLimiter large;
    private final RefusedAttempts attempts;

    CallerConcurrencyFilter(ConcurrencyProperties limits, RefusedAttempts attempts) {
        this.calls = new ConcurrencyLimiter(limits.ofCaller(), 0);
        this.large = new ConcurrencyLimiter(limits.largeOfCaller(), limits.large());
        this.attempts = attempts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String caller = callerOf(request);
        within(calls, caller, response, () -> {
            if (LARGE.matches(request)) {
                within(large, caller, response, () -> chain.doFilter(request, response));
            } else {
                chain.doFilter(request, response);
            }
        });
    }

    private void within(ConcurrencyLimiter concurrencyLimiter, String caller, HttpServletResponse response, Rest rest)
            throws ServletException, IOException {
        switch (concurrencyLimiter.take(caller)) {
            case TAKEN -> {
                try {
                    rest.goesOn();
                } finally {
                    concurrencyLimiter.leave(caller);
                }
            }
            case CALLER_HAS_ALL -> {
                attempts.record(Kind.TOO_MANY_CALLS, null);
                new TooManyCalls(SOON).answer(response);
            }
            case NONE_LEFT -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(SOON.toSeconds()));
                response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
            }
        }
    }

    private static String callerOf(HttpServletRequest request) {
        Principal person = request.getUserPrincipal();
        return person == null ? "from " + ClientAddress.of(request.getRemoteAddr()) : person.getName();
    }

    private interface Rest {

        void goesOn() throws ServletException, IOException;
    }
}
