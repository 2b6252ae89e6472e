package org.clearancedesk.access.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.clearancedesk.access.AskedInVain;
import org.clearancedesk.access.RefusedAttempt.Kind;
import org.clearancedesk.access.RefusedAttempts;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down whoever tries numbers of letters. Only unknown ones count; but an address that has asked for too many is answered
 * none for a while, for otherwise the refusal itself would tell which are unknown.
 */
class UnknownLetters extends OncePerRequestFilter {

    private static final RequestMatcher LETTERS =
            PathPatternRequestMatcher.withDefaults().matcher("/verify/**");

    private final Buckets buckets;
    private final RefusedAttempts attempts;

    UnknownLetters(Limits limits, Clock clock, RefusedAttempts attempts) {
        this.buckets = new Buckets(limits.unknownLettersPerMinute(), Duration.ofMinutes(1), clock);
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
        Duration wait = buckets.waitFor(address);
        if (!wait.isZero()) {
            attempts.record(Kind.TOO_MANY_CALLS, null);
            new TooMany(wait).answer(response);
            return;
        }
        chain.doFilter(request, response);
        if (AskedInVain.isNotedOn(request)) {
            buckets.takeAnyhow(address);
        }
    }
}
