package org.clearancedesk.people.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.clearancedesk.people.RefusedAttempt.Kind;
import org.clearancedesk.people.RefusedAttempts;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody call more often than people do: by user, or by address where nobody is signed in. */
class RateLimitFilter extends OncePerRequestFilter {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Asked at every answer that somebody gives in a form. */
    private static final RequestMatcher QUESTIONS =
            new OrRequestMatcher(posted("/api/triage"), posted("/api/requests/*/scope-change/preview"));

    private static final RequestMatcher FILES =
            new OrRequestMatcher(posted("/api/evidence"), posted("/api/requests/*/evidence"));

    /** By address, as public pages are; a sign-in by its wrong passwords. */
    private static final RequestMatcher COUNTED_ELSEWHERE = new OrRequestMatcher(
            PATHS.matcher("/verify/**"),
            PATHS.matcher("/login/**"),
            PATHS.matcher("/logout/**"),
            PATHS.matcher("/camunda/api/admin/auth/user/*/logout"));

    private static final RequestMatcher WEBAPP = PATHS.matcher("/camunda/**");

    /** Everything else that Tasklist and Cockpit post is a search, or an administrator's. */
    private static final RequestMatcher CHANGES_IN_THE_WEBAPP = new OrRequestMatcher(
            posted("/camunda/api/engine/engine/*/process-definition/*/submit-form"),
            posted("/camunda/api/engine/engine/*/process-definition/*/*/submit-form"),
            posted("/camunda/api/engine/engine/*/process-definition/*/start"),
            posted("/camunda/api/engine/engine/*/process-definition/*/*/start"),
            posted("/camunda/api/engine/engine/*/task/*/*"),
            posted("/camunda/api/engine/engine/*/task/*/comment/create"),
            posted("/camunda/api/engine/engine/*/message"));

    private final List<Limit> rateLimitProperties;
    private final RefusedAttempts attempts;

    private RateLimitFilter(String name, List<Limit> rateLimitProperties, RefusedAttempts attempts) {
        // Two of a kind in one chain: by its name each knows whether it has seen a request already.
        setBeanName(name);
        this.rateLimitProperties = rateLimitProperties;
        this.attempts = attempts;
    }

    /** For what is open to anybody. */
    static RateLimitFilter ofPublicPages(
            RateLimitProperties rateLimitProperties, Clock clock, RefusedAttempts attempts) {
        return new RateLimitFilter(
                "limits of public pages",
                List.of(
                        new Limit(
                                new OrRequestMatcher(
                                        PATHS.matcher("/verify/**"),
                                        PATHS.matcher("/v/*"),
                                        PATHS.matcher("/.well-known/jwks.json"),
                                        PATHS.matcher("/login/**"),
                                        PATHS.matcher("/oauth2/**")),
                                new RateLimiter(rateLimitProperties.publicPagesPerMinute(), MINUTE, clock)),
                        new Limit(
                                posted("/verify/*"),
                                new RateLimiter(rateLimitProperties.letterChecksPerMinute(), MINUTE, clock))),
                attempts);
    }

    /** For whoever is signed in. */
    static RateLimitFilter ofPeople(RateLimitProperties rateLimitProperties, Clock clock, RefusedAttempts attempts) {
        return new RateLimitFilter(
                "limits of people",
                List.of(
                        new Limit(QUESTIONS, new RateLimiter(rateLimitProperties.triagePerMinute(), MINUTE, clock)),
                        new Limit(FILES, new RateLimiter(rateLimitProperties.evidencePerMinute(), MINUTE, clock)),
                        new Limit(
                                RateLimitFilter::changes,
                                new RateLimiter(rateLimitProperties.requestsPerMinute(), MINUTE, clock))),
                attempts);
    }

    /** Every call that changes something, unless it is counted by itself or only asks in the body of a POST. */
    private static boolean changes(HttpServletRequest request) {
        return !HARMLESS.contains(request.getMethod())
                && !QUESTIONS.matches(request)
                && !FILES.matches(request)
                && !COUNTED_ELSEWHERE.matches(request)
                && !(WEBAPP.matches(request) && !CHANGES_IN_THE_WEBAPP.matches(request));
    }

    private static RequestMatcher posted(String path) {
        return PATHS.matcher(HttpMethod.POST, path);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        for (Limit limit : rateLimitProperties) {
            if (limit.calls().matches(request)) {
                Duration wait = limit.buckets().take(callerOf(request));
                if (!wait.isZero()) {
                    attempts.record(Kind.TOO_MANY_CALLS, null);
                    new TooManyCalls(wait).answer(response);
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

    private record Limit(RequestMatcher calls, RateLimiter buckets) {}
}
