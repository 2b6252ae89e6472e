package org.clearancedesk.people.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away what is too large for a form. Files have a limit of their own. */
class BodySizeFilter extends OncePerRequestFilter {

    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    private static final RequestMatcher CALLS = new AndRequestMatcher(
            new OrRequestMatcher(PATHS.matcher("/api/**"), PATHS.matcher("/camunda/api/**")),
            new NegatedRequestMatcher(new OrRequestMatcher(
                    PATHS.matcher(HttpMethod.POST, "/api/evidence"),
                    PATHS.matcher(HttpMethod.POST, "/api/requests/*/evidence"))));

    private final int largest;

    BodySizeFilter(RateLimitProperties rateLimitProperties) {
        this.largest = Math.toIntExact(rateLimitProperties.body().toBytes());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !CALLS.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > largest) {
            response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
        } else if (request.getContentLengthLong() >= 0) {
            chain.doFilter(request, response);
        } else {
            // What comes in pieces says nowhere how long it is.
            byte[] body = request.getInputStream().readNBytes(largest + 1);
            if (body.length > largest) {
                response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
            } else {
                chain.doFilter(new BufferedRequest(request, body), response);
            }
        }
    }
}
