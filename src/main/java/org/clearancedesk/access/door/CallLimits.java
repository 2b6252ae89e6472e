package org.clearancedesk.access.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.clearancedesk.access.RefusedAttempt.Kind;
import org.clearancedesk.access.RefusedAttempts;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody call more often than people do: by user, or by address where nobody is signed in. */
class CallLimits extends OncePerRequestFilter {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    private final List<Limit> limits;
    private final RefusedAttempts attempts;

    private CallLimits(String name, List<Limit> limits, RefusedAttempts attempts) {
        // Two of a kind in one chain: by its name each knows whether it has seen a request already.
        setBeanName(name);
        this.limits = limits;
        this.attempts = attempts;
    }

    /** For what is open to anybody. */
    static CallLimits ofPublicPages(Limits limits, Clock clock, RefusedAttempts attempts) {
        return new CallLimits(
                "limits of public pages",
                List.of(
                        new Limit(
                                new OrRequestMatcher(
                                        PATHS.matcher("/verify/**"),
                                        PATHS.matcher("/v/*"),
                                        PATHS.matcher("/.well-known/jwks.json"),
                                        PATHS.matcher("/login/**"),
                                        PATHS.matcher("/oauth2/**")),
                                new Buckets(limits.publicPagesPerMinute(), MINUTE, clock)),
                        new Limit(posted("/verify/*"), new Buckets(limits.letterChecksPerMinute(), MINUTE, clock))),
                attempts);
    }

    /** For whoever is signed in. */
    static CallLimits ofPeople(Limits limits, Clock clock, RefusedAttempts attempts) {
        return new CallLimits(
                "limits of people",
                List.of(
                        new Limit(posted("/api/triage"), new Buckets(limits.triagePerMinute(), MINUTE, clock)),
                        new Limit(
                                new OrRequestMatcher(
                                        posted("/api/requests"),
                                        posted("/api/requests/validation"),
                                        posted("/camunda/api/engine/engine/*/process-definition/*/submit-form"),
                                        posted("/camunda/api/engine/engine/*/process-definition/*/*/submit-form")),
                                new Buckets(limits.requestsPerMinute(), MINUTE, clock)),
                        new Limit(
                                new OrRequestMatcher(posted("/api/evidence"), posted("/api/requests/*/evidence")),
                                new Buckets(limits.evidencePerMinute(), MINUTE, clock))),
                attempts);
    }

    private static RequestMatcher posted(String path) {
        return PATHS.matcher(HttpMethod.POST, path);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        for (Limit limit : limits) {
            if (limit.calls().matches(request)) {
                Duration wait = limit.buckets().take(callerOf(request));
                if (!wait.isZero()) {
                    attempts.record(Kind.TOO_MANY_CALLS, null);
                    new TooMany(wait).answer(response);
                    return;
                }
            }
        }
        chain.doFilter(request, response);
    }

    private static String callerOf(HttpServletRequest request) {
        Principal person = request.getUserPrincipal();
        return person == null ? "from " + request.getRemoteAddr() : person.getName();
    }

    private record Limit(RequestMatcher calls, Buckets buckets) {}
}
