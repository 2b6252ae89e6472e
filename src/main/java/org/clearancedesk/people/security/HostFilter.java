package org.clearancedesk.people.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.clearancedesk.people.RefusedAttempt.Kind;
import org.clearancedesk.people.RefusedAttempts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away calls for another host than the published one: a web page can give its own name the desk's address, and would
 * then be taken for a page of the desk (DNS rebinding).
 */
@Component
@Order(HostFilter.BEFORE_SESSIONS_ARE_READ)
class HostFilter extends OncePerRequestFilter {

    /** After the filter that lets the list of refused attempts know which call it is. */
    static final int BEFORE_SESSIONS_ARE_READ = -104;

    static final int MISDIRECTED_REQUEST = 421;

    private static final String HEALTH = "/actuator/health";
    private static final String FIGURES = "/actuator/prometheus";

    private final PublishedHost published;
    private final RefusedAttempts attempts;

    HostFilter(@Value("${clearance-desk.base-url}") String baseUrl, RefusedAttempts attempts) {
        this.published = PublishedHost.of(baseUrl);
        this.attempts = attempts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (published.isMeantBy(request.getHeader(HttpHeaders.HOST)) || isFromWhoeverRunsTheDesk(request)) {
            chain.doFilter(request, response);
        } else {
            attempts.record(Kind.NOT_FROM_OUR_PAGES, null);
            SecurityHeaders.ofAnyAnswer(response);
            response.sendError(MISDIRECTED_REQUEST);
        }
    }

    /** Containers and proxies call a node by its own address; what they may ask, no page gains by. */
    private static boolean isFromWhoeverRunsTheDesk(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        @Nullable String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        return ((path.equals(HEALTH) || path.startsWith(HEALTH + "/")) && PrivateAddresses.is(request.getRemoteAddr()))
                || (path.equals(FIGURES) && shown != null && shown.startsWith("Bearer "));
    }
}
