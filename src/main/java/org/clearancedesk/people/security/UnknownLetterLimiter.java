package org.clearancedesk.people.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.clearancedesk.people.RefusedAttempt.Kind;
import org.clearancedesk.people.RefusedAttempts;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down whoever tries numbers of letters. Only unknown ones count; but an address that has asked for too many is answered
 * none for a while, for otherwise the refusal itself would tell which are unknown.
 */
class UnknownLetterLimiter extends OncePerRequestFilter {

    private static final RequestMatcher LETTERS =
            PathPatternRequestMatcher.withDefaults().matcher("/verify/**");

    private final RateLimiter rateLimiter;
    private final RefusedAttempts attempts;

    UnknownLetterLimiter(RateLimitProperties rateLimitProperties, Clock clock, RefusedAttempts attempts) {
        this.rateLimiter = new RateLimiter(rateLimitProperties.unknownLettersPerMinute(), Duration.ofMinutes(1), clock);
        this.attempts = attempts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !LETTERS.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getRemoteAddr();
        Duration wait = rateLimiter.waitFor(address);
        if (!wait.isZero()) {
            attempts.record(Kind.TOO_MANY_CALLS, null);
            new TooManyCalls(wait).answer(response);
            return;
        }
        chain.doFilter(request, response);
        if (UnknownLetterAsked.isNotedOn(request)) {
            rateLimiter.takeAnyhow(address);
        }
    }
}
