package org.clearancedesk.trace;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets log lines tell one person from another without telling who they are, and writes a line for each call that may
 * change something.
 */
class ActorTrace extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ActorTrace.class);
    private static final String ACTOR = "actor";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Actors actors;

    ActorTrace(Actors actors) {
        this.actors = actors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal person = request.getUserPrincipal();
        if (person == null) {
            chain.doFilter(request, response);
            return;
        }
        MDC.put(ACTOR, actors.pseudonymOf(person.getName()));
        try {
            chain.doFilter(request, response);
            if (!READING.contains(request.getMethod())) {
                LOG.info("{} {}: {}", request.getMethod(), route(request), response.getStatus());
            }
        } finally {
            MDC.remove(ACTOR);
        }
    }

    /** The pattern of the address, because an address itself may hold somebody's name. */
    private static String route(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "(web application)" : pattern.toString();
    }
}
